import { defineMessages } from '@siagh-sync/sync-core/messages'

/** What the commands tell that copy a store. */
export const storeMessages = defineMessages({
  store_counts: {
    en: '{mappings mapping/mappings}, {changes change/changes}, {lines line/lines} of history, {marks mark/marks}',
    fa: '{mappings} نگاشت، {changes} تغییر، {lines} سطر تاریخچه، {marks} نشان',
  },
  backup_holds: { en: '{file} holds {store}: {counts}.', fa: 'فایل {file} نسخه کامل {store} است: {counts}.' },
  restored_from: { en: '{store} is restored from {file}: {counts}.', fa: '{store} از {file} بازگردانده شد: {counts}.' },
  restore_remembered: {
    en: 'The store remembers that it was restored.',
    fa: 'ذخیره‌گاه به یاد می‌سپارد که از نسخه پشتیبان بازگردانده شده است.',
  },
  unknown_since_backup: {
    en: 'This store does not know what was done between the backup and now. A document that it does not know is not posted but in doubt, unless it was created in the CRM two hours from now or later: `siagh-sync in-doubt` lists them.',
    fa: 'این ذخیره‌گاه نمی‌داند از زمان پشتیبان تا اکنون چه شده است. سندی که نمی‌شناسد ثبت نمی‌شود و بلاتکلیف می‌ماند، مگر آنکه دو ساعت دیگر یا دیرتر در پیام‌گستر ساخته شود. با `siagh-sync in-doubt` ببینید.',
  },
  moved_all: { en: '{to} holds all of {from}: {counts}.', fa: 'همه {from} اکنون در {to} است: {counts}.' },
  moved_before: {
    en: '{to} holds all of {from}, as an earlier move had left it: {counts}.',
    fa: 'همه {from} از جابه‌جایی پیشین در {to} است: {counts}.',
  },
  moved_checksum: {
    en: 'Both sides have the checksum {checksum}…, and the old store is closed for good.',
    fa: 'سرجمع کنترلی هر دو سو {checksum}… است و ذخیره‌گاه قدیمی برای همیشه بسته شد.',
  },
  now_set: {
    en: 'Now set {setting} to the new place, and start the service.',
    fa: 'اکنون {setting} را نشانی تازه بگذارید و سرویس را راه بیندازید.',
  },
})
