import { defineMessages } from './define-messages'

/** Why a write does not leave. */
export const heldMessages = defineMessages({
  held_waits: {
    en: '{kind}/{id} waits for an operator; nothing was written. `siagh-sync held show {id}` shows what will be sent',
    fa: '{kind} {id} منتظر تأیید شماست و چیزی نوشته نشد. برای دیدن آنچه فرستاده می‌شود: siagh-sync held show {id}',
  },
  held_again: {
    en: '{kind}/{id} was released, but something else would be sent now, so it waits for an operator again; nothing was written. If nobody has changed the record, a rule that is a function returns something else each time: `siagh-sync held show {id}` finds out',
    fa: '{kind} {id} آزاد شده بود، ولی آنچه اکنون فرستاده می‌شود چیز دیگری است؛ پس دوباره منتظر تأیید شماست و چیزی نوشته نشد. اگر کسی آن را عوض نکرده است، یکی از تنظیم‌ها تابعی است که هر بار چیز دیگری برمی‌گرداند. برای بررسی: siagh-sync held show {id}',
  },
  held_refused: {
    en: 'an operator has refused to send {kind}/{id} in this state; nothing was written. `siagh-sync release {id}` sends it after all',
    fa: 'فرستادن {kind} {id} با این محتوا رد شده است و چیزی نوشته نشد. اگر باید فرستاده شود: siagh-sync release {id}',
  },
  held_for_customer: {
    en: 'the document waits for its customer, identity/{id}, who is held: release the customer first',
    fa: 'این سند منتظر مشتری خود ({id}) است که هنوز تأیید نشده است. نخست مشتری را آزاد کنید.',
  },
  held_in_shadow: {
    en: '{kind}/{id}: the sync is in shadow, so nothing was written',
    fa: '{kind} {id}: برنامه در حالت سایه است و چیزی نوشته نشد.',
  },
  held_in_preview: {
    en: '{kind}/{id} is only shown; nothing was written',
    fa: '{kind} {id} فقط نشان داده می‌شود و چیزی نوشته نشد.',
  },
  shadow_writes_nothing: {
    en: 'The sync is in shadow and writes nothing',
    fa: 'برنامه در حالت سایه است و چیزی نوشته نمی‌شود',
  },
  shadow_imports_dry: {
    en: "the sync is in shadow (mode: 'shadow'), so an import may only be a dry run: set the mode to 'live' first",
    fa: "برنامه در حالت سایه است (mode: 'shadow') و ورود اولیه فقط به‌صورت آزمایشی (dry run) ممکن است. نخست mode را 'live' کنید.",
  },
})
