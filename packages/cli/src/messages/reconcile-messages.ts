import type { Drift } from '@siagh-sync/reconcile'
import { defineMessages, type MessageText } from '@siagh-sync/sync-core/messages'

/** What `siagh-sync reconcile` calls the kinds of difference. */
export const driftMessages = defineMessages({
  drift_identity_gone: { en: 'Linked, and no longer in the CRM', fa: 'وصل شده، ولی دیگر در پیام‌گستر نیست' },
  drift_identity_unreadable: {
    en: 'Listed by the CRM, and shown neither as a person nor as an organization: mend them there',
    fa: 'در فهرست پیام‌گستر هست ولی نه شخص حقیقی و نه شخص حقوقی نشان داده می‌شود؛ همان‌جا درستشان کنید',
  },
  drift_contact_gone: { en: 'Linked, and no longer in Siagh', fa: 'وصل شده، ولی دیگر در سیاق نیست' },
  drift_only_in_crm: { en: 'In the CRM only', fa: 'تنها در پیام‌گستر' },
  drift_only_in_siagh: {
    en: 'In Siagh only: `siagh-sync import` brings them over',
    fa: 'تنها در سیاق؛ با `siagh-sync import` به پیام‌گستر بیاورید',
  },
  drift_fields_differ: { en: 'Fields differ', fa: 'فیلدها یکی نیست' },
  drift_in_doubt: {
    en: 'Documents in doubt: `siagh-sync in-doubt` says what to do',
    fa: 'سندهای بلاتکلیف؛ با `siagh-sync in-doubt` ببینید چه کنید',
  },
  drift_duplicate_identities: { en: 'Twice in the CRM', fa: 'تکراری در پیام‌گستر' },
  drift_duplicate_contacts: { en: 'Twice in Siagh', fa: 'تکراری در سیاق' },
} satisfies Readonly<Record<`drift_${Drift['kind']}`, MessageText>>)

/** What else it tells. */
export const reconcileMessages = defineMessages({
  compared: {
    en: '{contacts} contacts in Siagh, {identities} identities in the CRM, {pairs} pairs compared.',
    fa: '{contacts} مخاطب در سیاق، {identities} شخص در پیام‌گستر، {pairs} جفت مقایسه شد.',
  },
  both_agree: { en: 'Both sides agree.', fa: 'سیاق و پیام‌گستر یکی است.' },
  nothing_repaired: {
    en: 'There was nothing that a sync can mend.',
    fa: 'موردی نبود که خودکار درست شود.',
  },
  drift_repaired: {
    en: '{count} noted, to be mended by the next runs.',
    fa: '{count} مورد یادداشت شد و در اجراهای بعد درست می‌شود.',
  },
  repair_notes: {
    en: '`siagh-sync reconcile --repair` notes what a sync can mend.',
    fa: 'با `siagh-sync reconcile --repair` آنچه خودکار درست می‌شود، برای اجراهای بعد یادداشت می‌شود.',
  },
  import_first: {
    en: 'Run `siagh-sync import` first. It shows who is on both sides and not linked. A repair makes a contact for each identity that only the CRM has. It makes none for an identity that looks like a contact of Siagh: the code of that contact is shown with a question mark, as in 26?.',
    fa: 'نخست با `siagh-sync import` ببینید چه کسانی در هر دو سو هستند و هنوز به هم وصل نیستند. گزینه --repair برای هر کس که تنها در پیام‌گستر است در سیاق مخاطب می‌سازد، مگر کسانی که شبیه یکی از مخاطبان سیاق‌اند: کد آن مخاطب با علامت سؤال نشان داده شده است، مانند 26?.',
  },
  same_field: { en: 'the same {field}', fa: '{field} یکسان' },
  and_more_rows: {
    en: '… and {count} more; --limit {limit} shows more.',
    fa: '… و {count} مورد دیگر؛ با --limit {limit} بیشتر ببینید.',
  },
})
