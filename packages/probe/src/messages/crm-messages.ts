import { defineMessages } from '@siagh-sync/sync-core/messages'

/** What was seen of the CRM, and what follows. */
export const crmMessages = defineMessages({
  answered_status: { en: 'HTTP {status}', fa: 'HTTP {status}' },
  answered_empty: { en: 'HTTP 200 without a record', fa: 'HTTP 200 بدون رکورد' },
  a_record_is_shown: { en: 'it shows a record', fa: 'رکوردی نشان می‌دهد' },
  missing_id_fine: {
    en: 'A deleted record is told from a fault of the CRM.',
    fa: 'رکورد پاک‌شده از خطای پیام‌گستر بازشناخته می‌شود.',
  },
  missing_id_fault: {
    en: 'A missing record looks like a fault of the CRM. Only a webhook proves that a record was deleted; other missing records end among the failures.',
    fa: 'رکوردی که نیست مانند خطای پیام‌گستر دیده می‌شود. تنها وب‌هوک نشان می‌دهد رکوردی پاک شده است؛ بقیه در فهرست ناموفق‌ها می‌آید.',
  },
  missing_id_shown: {
    en: 'The CRM shows records that do not exist. Do not go live: report this with --bundle.',
    fa: 'پیام‌گستر رکوردی نشان می‌دهد که وجود ندارد. کار را آغاز نکنید و با --bundle گزارش دهید.',
  },
  wrong_kind_fine: {
    en: 'The CRM itself tells whether an identity is a person or an organization.',
    fa: 'خود پیام‌گستر نشان می‌دهد هر شخص حقیقی است یا حقوقی.',
  },
  wrong_kind_fault: {
    en: 'siagh-sync asks for the other type too before it believes a fault. This costs one call more.',
    fa: 'برنامه پیش از پذیرفتن خطا نوع دیگر را هم می‌پرسد. این کار یک درخواست بیشتر می‌خواهد.',
  },
  wrong_kind_shown: {
    en: 'Persons and organizations cannot be told apart. Do not go live: report this with --bundle.',
    fa: 'حقیقی و حقوقی از هم بازشناخته نمی‌شود. کار را آغاز نکنید و با --bundle گزارش دهید.',
  },
  no_identity_to_ask: {
    en: 'no identity could be read to try it with',
    fa: 'شخصی برای آزمودن خوانده نشد',
  },
  type_1_is_organization: { en: '1 lists organizations, 2 lists persons', fa: '1 حقوقی‌ها و 2 حقیقی‌ها را می‌آورد' },
  type_1_is_person: { en: '1 lists persons, 2 lists organizations', fa: '1 حقیقی‌ها و 2 حقوقی‌ها را می‌آورد' },
  type_is_ignored: { en: 'the CRM ignores it', fa: 'پیام‌گستر به آن توجهی ندارد' },
  type_tells_nothing: { en: 'the lists do not show it', fa: 'از فهرست‌ها معلوم نشد' },
  nothing_rests_on_it: {
    en: 'Nothing rests on it: the record itself shows its type.',
    fa: 'هیچ کاری به آن وابسته نیست؛ نوع از خود رکورد خوانده می‌شود.',
  },
  too_few_identities: { en: 'the CRM has fewer than two identities', fa: 'در پیام‌گستر کمتر از دو شخص هست' },
  pages_start_elsewhere: { en: 'the pages do not follow one another', fa: 'صفحه‌ها پشت سر هم نیست' },
  pages_start_at: { en: 'the first page is page {first}', fa: 'نخستین صفحه، صفحه {first} است' },
  page_is_limited: { en: 'a page holds {count} at most', fa: 'هر صفحه حداکثر {count} مورد دارد' },
  page_holds: { en: 'a page of {count} arrives whole', fa: 'صفحه {count}تایی کامل می‌رسد' },
  page_holds_all: {
    en: 'all {count} are on the first page, so more was not tried',
    fa: 'همه {count} مورد در صفحه نخست است و بیشتر آزموده نشد',
  },
  search_pages_fine: { en: 'All identities can be listed.', fa: 'همه اشخاص را می‌شود فهرست کرد.' },
  search_pages_short: {
    en: 'The list is read in pages of this size. It takes more calls.',
    fa: 'فهرست با همین اندازه صفحه خوانده می‌شود و درخواست بیشتری می‌خواهد.',
  },
  search_pages_unusable: {
    en: 'The list may lack identities. Do not import or reconcile: report this with --bundle.',
    fa: 'شاید فهرست کامل خوانده نشود. ورود اولیه و مقایسه را اجرا نکنید و با --bundle گزارش دهید.',
  },
  find_shows: { en: '{count} with an empty type key', fa: '{count} مورد با کلید نوع خالی' },
  find_shows_by_keys: { en: '{count} with the type keys {keys}', fa: '{count} مورد با کلیدهای نوع {keys}' },
  find_fine: {
    en: 'A lost webhook of these is recovered by catch-up.',
    fa: 'اگر وب‌هوک آن‌ها گم شود، پیگیری (catch-up) جبران می‌کند.',
  },
  find_needs_keys: {
    en: 'Set find.typeKeys as proposed below. Until then lost webhooks of these are not recovered.',
    fa: 'find.typeKeys را مانند پیشنهاد زیر بگذارید. تا آن زمان وب‌هوک گمشده جبران نمی‌شود.',
  },
  find_refuses: { en: 'refused ({reason})', fa: 'نپذیرفت ({reason})' },
  find_is_blind: {
    en: 'it shows none, although there are some',
    fa: 'چیزی نشان نمی‌دهد، با اینکه وجود دارد',
  },
  find_may_be_empty: { en: 'it shows none, and none was listed', fa: 'چیزی نشان نداد و در فهرست هم نبود' },
  find_shows_no_document: {
    en: 'it shows none: there is none, or it wants another type key',
    fa: 'چیزی نشان نداد: سندی نیست یا کلید نوع دیگری می‌خواهد',
  },
  find_identities_unused: {
    en: 'Catch-up reads the whole list once a day in its place.',
    fa: 'به جای آن، پیگیری روزی یک بار همه فهرست را می‌خواند.',
  },
  find_documents_unused: {
    en: 'A lost webhook of a document is not recovered. Ask for the code (کد) of the document type in the CRM and set find.typeKeys.',
    fa: 'وب‌هوک گمشده سند جبران نمی‌شود. کدِ نوع سند را در پیام‌گستر ببینید و find.typeKeys را بگذارید.',
  },
  find_ask_for_keys: {
    en: 'If there are some in the CRM, name one with --document, or set find.typeKeys to the code (کد) of their type.',
    fa: 'اگر در پیام‌گستر هست، شناسه یکی را با --document بدهید یا کدِ نوع را در find.typeKeys بگذارید.',
  },
  find_shows_nothing: { en: 'find shows no record to try it with', fa: 'find رکوردی برای آزمودن نشان نداد' },
  too_few_records: { en: 'find shows fewer than two records', fa: 'find کمتر از دو رکورد نشان داد' },
  order_changes: { en: 'find has no fixed order', fa: 'ترتیب find ثابت نیست' },
  dates_are_alike: { en: 'all dates are the same', fa: 'همه تاریخ‌ها یکی است' },
  order_is_ignored: { en: 'it does not, by {field}', fa: 'با {field} مرتب نمی‌کند' },
  order_is_refused: { en: 'refused ({reason})', fa: 'نپذیرفت ({reason})' },
  order_works: { en: 'by CreatDate and by ModifyDate', fa: 'با CreatDate و با ModifyDate' },
  order_fine: { en: 'Catch-up goes on where it stopped.', fa: 'پیگیری از جایی که مانده بود ادامه می‌دهد.' },
  order_unused: {
    en: 'Catch-up and reconcile go by page numbers, and read more.',
    fa: 'پیگیری و مقایسه با شماره صفحه پیش می‌رود و بیشتر می‌خواند.',
  },
  pages_fine: { en: 'All records can be read.', fa: 'همه رکوردها خوانده می‌شود.' },
  pages_unusable: {
    en: 'Catch-up may miss records. Report this with --bundle.',
    fa: 'شاید پیگیری رکوردی را نبیند. با --bundle گزارش دهید.',
  },
  page_size_short: { en: 'Reading takes more calls.', fa: 'خواندن درخواست بیشتری می‌خواهد.' },
  dates_are_refused: { en: 'refused ({reason})', fa: 'نپذیرفت ({reason})' },
  dates_are_ignored: { en: 'it shows older records too', fa: 'رکوردهای قدیمی‌تر را هم می‌آورد' },
  dates_hide_all: { en: 'it shows none at all then', fa: 'با تاریخ هیچ رکوردی نمی‌آورد' },
  dates_work: { en: 'by ModifyDate', fa: 'با ModifyDate' },
  dates_fine: { en: 'Catch-up reads only what is new.', fa: 'پیگیری فقط تغییرهای تازه را می‌خواند.' },
  dates_unused: {
    en: 'Catch-up cannot ask for changes alone. Watch `siagh-sync catch-up` before you rely on it.',
    fa: 'پیگیری نمی‌تواند فقط تغییرها را بخواهد. پیش از تکیه بر آن، `siagh-sync catch-up` را بیازمایید.',
  },
})
