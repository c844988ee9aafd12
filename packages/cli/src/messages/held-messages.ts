import { defineMessages } from '@siagh-sync/sync-core/messages'

/** What `held`, `release`, `refuse` and `shadow` say. */
export const heldMessages = defineMessages({
  nothing_held: { en: 'Nothing waits for you.', fa: 'چیزی منتظر تأیید شما نیست.' },
  head_write: { en: 'write', fa: 'نوشتن' },
  head_fields: { en: 'details', fa: 'شرح' },
  head_field: { en: 'field', fa: 'فیلد' },
  head_now: { en: 'in Siagh now', fa: 'اکنون در سیاق' },
  head_sent: { en: 'will be sent', fa: 'فرستاده می‌شود' },
  write_make_contact: { en: 'new contact', fa: 'مخاطب تازه' },
  write_change_contact: { en: 'change of a contact', fa: 'تغییر مخاطب' },
  write_post_document: { en: 'new pre-invoice', fa: 'پیش‌فاکتور تازه' },
  write_write_ref_id: { en: 'refId in the CRM', fa: 'refId در پیام‌گستر' },
  write_none: { en: 'not known yet', fa: 'هنوز معلوم نیست' },
  waits_for_customer: { en: 'waits for its customer {id}', fa: 'منتظر مشتری {id}' },
  held_look_and_decide: {
    en: 'See exactly what will be sent, and then release or refuse it:',
    fa: 'نخست ببینید چه فرستاده می‌شود، سپس آزاد یا رد کنید:',
  },
  held_will_be_sent: { en: '{write}: {kind} {id}', fa: '{write}: {kind} {id}' },
  held_contact_code: { en: 'contact code {code}', fa: 'کد مخاطب {code}' },
  held_has_changed: {
    en: 'The record has changed since it was held. A release sends nothing now: the new state is held first, and then you can look at it again.',
    fa: 'این مورد از وقتی منتظر مانده عوض شده است. اگر اکنون آزاد کنید چیزی فرستاده نمی‌شود؛ نخست وضع تازه منتظر تأیید می‌ماند و باید دوباره آن را ببینید.',
  },
  held_unstable: {
    en: 'What would be sent was made twice just now, and it differs. A rule that is a function returns something else each time, for example the present time or a random number. A release is for exactly one content, so this record is never sent. Correct the function in the configuration.',
    fa: 'آنچه فرستاده می‌شود همین حالا دو بار ساخته شد و یکسان نبود. یکی از تنظیم‌ها تابعی است که هر بار چیز دیگری برمی‌گرداند، مثلاً زمان حال یا یک عدد تصادفی. آزاد کردن فقط برای یک محتواست؛ پس این مورد هرگز فرستاده نمی‌شود. آن تابع را در تنظیمات درست کنید.',
  },
  held_is_unchanged: { en: 'This is exactly what is held.', fa: 'این همان است که منتظر تأیید مانده است.' },
  held_nothing_to_send: { en: 'Nothing would be sent now: {reason}', fa: 'اکنون چیزی فرستاده نمی‌شود: {reason}' },
  held_ends_as: { en: 'the run would end as {outcome}', fa: 'نتیجه اجرا چنین است: {outcome}' },
  held_header: { en: 'Header', fa: 'سربرگ' },
  held_lines: { en: 'Lines', fa: 'ردیف‌ها' },
  held_crm_document: {
    en: 'In the CRM: {number}, total {total}, to be paid {final}',
    fa: 'در پیام‌گستر: {number}، جمع کل {total}، قابل پرداخت {final}',
  },
  held_without_number: { en: 'without a number', fa: 'بدون شماره' },
  held_amount_missing: { en: 'not given', fa: 'نوشته نشده' },
  held_sum: {
    en: 'sum of the lines after discount, before VAT: {sum}',
    fa: 'جمع ردیف‌ها پس از تخفیف و پیش از مالیات: {sum}',
  },
  head_product: { en: 'product', fa: 'کد کالا' },
  head_unit: { en: 'unit', fa: 'واحد' },
  head_quantity: { en: 'quantity', fa: 'تعداد' },
  head_price: { en: 'price', fa: 'مبلغ واحد' },
  head_discount: { en: 'discount', fa: 'تخفیف' },
  released_one: {
    en: '{kind} {id} is released. A running `siagh-sync serve` sends it.',
    fa: '{kind} {id} آزاد شد و `siagh-sync serve` آن را می‌فرستد.',
  },
  released_in_shadow: {
    en: 'The mode is shadow, so nothing is sent, and this release does not last. In the mode live, what creates something in Siagh waits for you again.',
    fa: 'حالت برنامه سایه (shadow) است: چیزی فرستاده نمی‌شود و این آزاد کردن نمی‌ماند. در حالت واقعی (live) هر چه در سیاق ساخته می‌شود دوباره منتظر تأیید شماست.',
  },
  released_noted: { en: '{kind} {id}: the release is noted.', fa: '{kind} {id}: آزاد شدن آن یادداشت شد.' },
  refused_one: {
    en: '{kind} {id} is refused. Exactly this is never sent; a newer state of the record waits again.',
    fa: '{kind} {id} رد شد. این محتوا هرگز فرستاده نمی‌شود؛ اگر آن مورد دوباره عوض شود، وضع تازه منتظر تأیید می‌ماند.',
  },
  released_all: { en: '{count record/records} released.', fa: '{count} مورد آزاد شد.' },
  released_waiting: {
    en: '{count document/documents} wait for their customers. They wait for you again when their customers are in Siagh.',
    fa: '{count} سند منتظر مشتری خود است. وقتی مشتری در سیاق ساخته شد، دوباره منتظر تأیید شما می‌ماند.',
  },
  released_busy: {
    en: '{count record/records} are being handled now. Run the command again in a moment.',
    fa: '{count} مورد اکنون در دست کار است. چند لحظه دیگر دوباره اجرا کنید.',
  },
  not_among_held: { en: '{id} does not wait for you.', fa: '{id} منتظر تأیید نیست.' },
  held_waits_for_customer: {
    en: '{id} waits for its customer {customer}: release the customer first.',
    fa: 'سند {id} منتظر مشتری خود ({customer}) است. نخست مشتری را آزاد کنید.',
  },
  held_changed_meanwhile: {
    en: '{id} has changed meanwhile. Look at it again.',
    fa: '{id} در این میان عوض شد. دوباره آن را ببینید.',
  },
  release_needs: { en: 'Say which: an id, or --all.', fa: 'بگویید کدام: یک شناسه، یا --all.' },
  held_usage: {
    en: '`siagh-sync held` lists; `siagh-sync held show ID` shows one.',
    fa: 'فهرست: `siagh-sync held`. دیدن یک مورد: `siagh-sync held show ID`.',
  },
  status_held: { en: 'held', fa: 'منتظر تأیید' },
  status_mode: { en: 'mode', fa: 'حالت' },
  mode_live: { en: 'live', fa: 'واقعی (live)' },
  mode_shadow: { en: 'shadow: nothing is written', fa: 'حالت سایه (shadow): چیزی نوشته نمی‌شود' },
  held_say_which: {
    en: '`siagh-sync held` says what waits for you.',
    fa: 'با `siagh-sync held` ببینید چه چیز منتظر تأیید شماست.',
  },
})
