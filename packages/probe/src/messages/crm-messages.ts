import { defineMessages } from '@siagh-sync/sync-core/messages'

/** What was seen of the CRM, and what follows. */
export const crmMessages = defineMessages({
  probe_answered_status: { en: 'the answer is HTTP {status}', fa: 'پاسخ HTTP {status} است' },
  probe_answered_empty: { en: 'the answer is HTTP 200 without a record', fa: 'پاسخ HTTP 200 بدون رکورد است' },
  probe_answered_otherwise: {
    en: 'the answer is HTTP 200 with something that is no record',
    fa: 'پاسخ HTTP 200 است با چیزی که رکورد نیست',
  },
  probe_page_size_ignored: { en: 'a page holds more than it was asked for', fa: 'صفحه بیش از اندازه خواسته‌شده دارد' },
  probe_count_is_of_all: { en: 'it does', fa: 'همین است' },
  probe_count_is_missing: { en: 'find does not count', fa: 'جستجوی find شماری نمی‌گوید' },
  probe_count_is_of_page: {
    en: 'it counted {total}, and showed {count}',
    fa: '{total} شمرد و {count} نشان داد',
  },
  probe_count_not_needed: {
    en: 'The numbers above are too small. Reading goes on until a page is short.',
    fa: 'عددهای بالا کمتر از واقعیت است. خواندن تا صفحه ناتمام ادامه دارد.',
  },
  probe_a_record_is_shown: { en: 'it shows a record', fa: 'رکوردی نشان می‌دهد' },
  probe_missing_id_fine: {
    en: 'The service can tell a deleted record from a fault of the CRM.',
    fa: 'رکورد پاک‌شده از خطای پیام‌گستر بازشناخته می‌شود.',
  },
  probe_missing_id_fault: {
    en: 'A missing record looks like a fault of the CRM. Only a webhook proves that a record was deleted; other missing records end among the failures.',
    fa: 'رکوردی که نیست مانند خطای پیام‌گستر دیده می‌شود. تنها وب‌هوک نشان می‌دهد رکوردی پاک شده است؛ بقیه در فهرست ناموفق‌ها می‌آید.',
  },
  probe_missing_id_shown: {
    en: 'The CRM shows records that do not exist. Do not go live: report this with --bundle.',
    fa: 'پیام‌گستر رکوردی نشان می‌دهد که وجود ندارد. کار را آغاز نکنید و با --bundle گزارش دهید.',
  },
  probe_wrong_kind_fine: {
    en: 'The CRM itself tells whether an identity is a person or an organization.',
    fa: 'خود پیام‌گستر نشان می‌دهد هر شخص حقیقی است یا حقوقی.',
  },
  probe_wrong_kind_fault: {
    en: 'siagh-sync asks for the other type too before it believes a fault. This costs one call more.',
    fa: 'برنامه پیش از پذیرفتن خطا نوع دیگر را هم می‌پرسد. این کار یک درخواست بیشتر می‌خواهد.',
  },
  probe_wrong_kind_shown: {
    en: 'Persons and organizations cannot be told apart. Do not go live: report this with --bundle.',
    fa: 'حقیقی و حقوقی از هم بازشناخته نمی‌شود. کار را آغاز نکنید و با --bundle گزارش دهید.',
  },
  probe_no_identity_to_ask: {
    en: 'no identity could be read to try it with',
    fa: 'شخصی برای آزمودن خوانده نشد',
  },
  probe_type_1_is_organization: {
    en: '1 lists organizations, 2 lists persons',
    fa: '1 حقوقی‌ها و 2 حقیقی‌ها را می‌آورد',
  },
  probe_type_1_is_person: { en: '1 lists persons, 2 lists organizations', fa: '1 حقیقی‌ها و 2 حقوقی‌ها را می‌آورد' },
  probe_type_is_ignored: { en: 'the CRM ignores it', fa: 'پیام‌گستر به آن توجهی ندارد' },
  probe_type_tells_nothing: { en: 'the lists do not show it', fa: 'از فهرست‌ها معلوم نشد' },
  probe_nothing_rests_on_it: {
    en: 'Nothing rests on it: the record itself shows its type.',
    fa: 'هیچ کاری به آن وابسته نیست؛ نوع از خود رکورد خوانده می‌شود.',
  },
  probe_too_few_identities: { en: 'the CRM has fewer than two identities', fa: 'در پیام‌گستر کمتر از دو شخص هست' },
  probe_pages_start_elsewhere: { en: 'the pages do not follow one another', fa: 'صفحه‌ها پشت سر هم نیست' },
  probe_pages_start_at: { en: 'the first page is page {first}', fa: 'نخستین صفحه، صفحه {first} است' },
  probe_page_is_limited: { en: 'a page holds {count} at most', fa: 'هر صفحه حداکثر {count} مورد دارد' },
  probe_page_holds: { en: 'a page of {count} arrives whole', fa: 'صفحه {count}تایی کامل می‌رسد' },
  probe_page_holds_all: {
    en: 'all {count} are on the first page, so more was not tried',
    fa: 'همه {count} مورد در صفحه نخست است و بیشتر آزموده نشد',
  },
  probe_search_pages_fine: { en: 'All identities can be listed.', fa: 'همه اشخاص را می‌شود فهرست کرد.' },
  probe_search_pages_short: {
    en: 'The list is read in pages of this size. It takes more calls.',
    fa: 'فهرست با همین اندازه صفحه خوانده می‌شود و درخواست بیشتری می‌خواهد.',
  },
  probe_search_pages_unusable: {
    en: 'The list may lack identities. Do not import or reconcile: report this with --bundle.',
    fa: 'شاید فهرست کامل خوانده نشود. ورود اولیه و مقایسه را اجرا نکنید و با --bundle گزارش دهید.',
  },
  probe_find_shows: { en: '{count} with an empty type key', fa: '{count} مورد با کلید نوع خالی' },
  probe_find_shows_by_keys: { en: '{count} with the type keys {keys}', fa: '{count} مورد با کلیدهای نوع {keys}' },
  probe_find_fine: {
    en: 'A lost webhook of these is recovered by catch-up.',
    fa: 'اگر وب‌هوک آن‌ها گم شود، پیگیری (catch-up) جبران می‌کند.',
  },
  probe_find_needs_keys: {
    en: 'Set find.typeKeys as proposed below. Until then lost webhooks of these are not recovered.',
    fa: 'find.typeKeys را مانند پیشنهاد زیر بگذارید. تا آن زمان وب‌هوک گمشده جبران نمی‌شود.',
  },
  probe_find_refuses: { en: 'refused ({reason})', fa: 'نپذیرفت ({reason})' },
  probe_find_is_blind: {
    en: 'it shows none, although there are some',
    fa: 'چیزی نشان نمی‌دهد، با اینکه وجود دارد',
  },
  probe_find_may_be_empty: { en: 'it shows none, and none was listed', fa: 'چیزی نشان نداد و در فهرست هم نبود' },
  probe_find_shows_no_document: {
    en: 'it shows none: there is none, or it wants another type key',
    fa: 'چیزی نشان نداد؛ سندی نیست یا کلید نوع دیگری می‌خواهد',
  },
  probe_find_identities_unused: {
    en: 'Catch-up reads the whole list once a day in its place.',
    fa: 'به جای آن، پیگیری روزی یک بار همه فهرست را می‌خواند.',
  },
  probe_find_documents_unused: {
    en: 'A lost webhook of a document is not recovered. Ask for the code (کد) of the document type in the CRM and set find.typeKeys.',
    fa: 'وب‌هوک گمشده سند جبران نمی‌شود. کدِ نوع سند را در پیام‌گستر ببینید و find.typeKeys را بگذارید.',
  },
  probe_find_ask_for_keys: {
    en: 'If there are some in the CRM, name one with --document, or set find.typeKeys to the code (کد) of their type.',
    fa: 'اگر در پیام‌گستر هست، شناسه یکی را با --document بدهید یا کدِ نوع را در find.typeKeys بگذارید.',
  },
  probe_find_shows_nothing: { en: 'find shows no record to try it with', fa: 'find رکوردی برای آزمودن نشان نداد' },
  probe_too_few_records: { en: 'find shows fewer than two records', fa: 'find کمتر از دو رکورد نشان داد' },
  probe_order_changes: { en: 'find has no fixed order', fa: 'ترتیب find ثابت نیست' },
  probe_dates_are_alike: { en: 'all dates are the same', fa: 'همه تاریخ‌ها یکی است' },
  probe_order_is_ignored: { en: 'it does not, by {field}', fa: 'با {field} مرتب نمی‌کند' },
  probe_order_is_reversed: {
    en: 'it sorts by {field} the wrong way round',
    fa: 'با {field} وارونه مرتب می‌کند',
  },
  probe_order_is_refused: { en: 'refused ({reason})', fa: 'نپذیرفت ({reason})' },
  probe_order_works: { en: 'by {fields}', fa: 'با {fields}' },
  probe_fields_are_known: { en: 'it does', fa: 'هر دو را می‌شناسد' },
  probe_field_is_refused: { en: 'it refuses {field} ({reason})', fa: '{field} را نپذیرفت ({reason})' },
  probe_created_not_needed: {
    en: 'Nothing to do: catch-up asks by ModifyDate.',
    fa: 'کاری لازم نیست؛ پیگیری با ModifyDate می‌پرسد.',
  },
  probe_order_fine: { en: 'Catch-up goes on where it stopped.', fa: 'پیگیری از جایی که مانده بود ادامه می‌دهد.' },
  probe_order_unused: {
    en: 'Catch-up and reconcile go by page numbers, and read more.',
    fa: 'پیگیری و مقایسه با شماره صفحه پیش می‌رود و بیشتر می‌خواند.',
  },
  probe_pages_fine: { en: 'All records can be read.', fa: 'همه رکوردها خوانده می‌شود.' },
  probe_pages_unusable: {
    en: 'Catch-up may miss records. Report this with --bundle.',
    fa: 'شاید پیگیری رکوردی را نبیند. با --bundle گزارش دهید.',
  },
  probe_page_size_short: { en: 'Reading takes more calls.', fa: 'خواندن درخواست بیشتری می‌خواهد.' },
  probe_dates_are_refused: { en: 'refused ({reason})', fa: 'نپذیرفت ({reason})' },
  probe_dates_are_ignored: { en: 'it shows older records too', fa: 'رکوردهای قدیمی‌تر را هم می‌آورد' },
  probe_dates_hide_all: { en: 'it shows none at all then', fa: 'با تاریخ هیچ رکوردی نمی‌آورد' },
  probe_dates_in_other_zone: {
    en: 'find reads times in another time zone, such as UTC',
    fa: 'جستجوی find زمان‌ها را در منطقه زمانی دیگری می‌خواند، مانند UTC',
  },
  probe_dates_work: { en: 'by ModifyDate', fa: 'با ModifyDate' },
  probe_dates_fine: { en: 'Catch-up reads only what is new.', fa: 'پیگیری فقط تغییرهای تازه را می‌خواند.' },
  probe_dates_unused: {
    en: 'Catch-up cannot ask for changes alone. Watch `siagh-sync catch-up` before you rely on it.',
    fa: 'پیگیری نمی‌تواند فقط تغییرها را بخواهد. پیش از تکیه بر آن، `siagh-sync catch-up` را بیازمایید.',
  },
  probe_dates_not_followed: { en: 'find does not follow a date', fa: 'جستجوی find از تاریخ پیروی نمی‌کند' },
  probe_times_to_the_millisecond: { en: 'it does', fa: 'همین است' },
  probe_times_to_the_second: { en: 'it compares whole seconds', fa: 'تنها تا ثانیه می‌سنجد' },
  probe_times_unclear: { en: 'the answers do not show it', fa: 'از پاسخ‌ها معلوم نشد' },
  probe_times_fine: {
    en: 'Nothing to do. If one second has more changes than a page holds, catch-up says so.',
    fa: 'کاری لازم نیست. اگر تغییرهای یک ثانیه در یک صفحه نگنجد، پیگیری آن را می‌گوید.',
  },
  probe_times_unusable: {
    en: 'Catch-up reads all identities in place of the changes. A lost webhook of a document is not recovered.',
    fa: 'پیگیری به جای تغییرها همه اشخاص را می‌خواند. وب‌هوک گمشده سند جبران نمی‌شود.',
  },
})
