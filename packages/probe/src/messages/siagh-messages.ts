import { defineMessages } from '@siagh-sync/sync-core/messages'

/** What was seen of Siagh, and what follows. */
export const siaghMessages = defineMessages({
  probe_nothing_to_do: { en: 'Nothing to do.', fa: 'کاری لازم نیست.' },
  probe_rule_is_set: { en: 'Nothing to do: the rule says so.', fa: 'کاری لازم نیست؛ در تنظیم‌ها همین آمده است.' },
  probe_look_again: {
    en: 'Run the probe again when there is more to see.',
    fa: 'وقتی داده بیشتری بود دوباره اجرا کنید.',
  },
  probe_no_fiscal_year: { en: 'it does not', fa: 'نمی‌گوید' },
  probe_fiscal_year_is: { en: '{year}', fa: '{year}' },
  probe_year_of_the_document: {
    en: "Pre-invoices take the Jalali year of the document's date. Set preInvoice.fiscalYear where that is wrong.",
    fa: 'پیش‌فاکتور سال شمسیِ تاریخ سند را می‌گیرد. اگر درست نیست preInvoice.fiscalYear را بگذارید.',
  },
  probe_year_is_used: { en: 'Pre-invoices are booked in this year.', fa: 'پیش‌فاکتورها در همین سال ثبت می‌شود.' },
  probe_list_is: {
    en: '{contacts} contacts, {kilobytes} kB, {seconds} s',
    fa: '{contacts} مخاطب، {kilobytes} کیلوبایت، {seconds} ثانیه',
  },
  probe_list_unreadable: { en: 'it cannot be read ({reason})', fa: 'خوانده نمی‌شود ({reason})' },
  probe_nothing_before_list: {
    en: 'Nothing goes to Siagh before it can be read. Report this with --bundle.',
    fa: 'تا خوانده نشود چیزی به سیاق نمی‌رود. با --bundle گزارش دهید.',
  },
  probe_list_is_fine: { en: 'It is read at most once a minute.', fa: 'حداکثر دقیقه‌ای یک بار خوانده می‌شود.' },
  probe_list_is_slow: {
    en: 'Set contactListMaxAgeMs higher, so that Siagh has to send the list less often.',
    fa: 'contactListMaxAgeMs را بزرگ‌تر بگذارید تا سیاق کمتر فهرست را بفرستد.',
  },
  probe_rows_unreadable: {
    en: '{count row/rows} cannot be read. `siagh-sync check` names them. Correct these contacts in Siagh.',
    fa: '{count} ردیف خوانده نمی‌شود. `siagh-sync check` آن‌ها را نشان می‌دهد؛ در سیاق درستشان کنید.',
  },
  probe_too_few_contacts: { en: 'Siagh has too few contacts to try it', fa: 'مخاطب‌های سیاق برای آزمودن کم است' },
  probe_list_is_long: {
    en: 'not tried, since {count} contacts might be sent again',
    fa: 'آزموده نشد، چون شاید {count} مخاطب دوباره فرستاده شود',
  },
  probe_filter_fields: { en: 'by {by}; not by {not}', fa: 'با {by}؛ نه با {not}' },
  probe_filter_works: { en: 'by {by}', fa: 'با {by}' },
  probe_filter_fails: { en: 'not by {not}', fa: 'نه با {not}' },
  probe_filter_is_refused: { en: 'refused ({reason})', fa: 'نپذیرفت ({reason})' },
  probe_filter_not_needed: {
    en: 'Nothing rests on it: siagh-sync reads the whole list.',
    fa: 'هیچ کاری به آن وابسته نیست؛ برنامه همه فهرست را می‌خواند.',
  },
  probe_no_persian_letters: { en: 'there was no Persian name', fa: 'نام فارسی دیده نشد' },
  probe_letters_are_broken: { en: '{count name/names} came damaged', fa: '{count} نام خراب رسید' },
  probe_letters_are_right: { en: 'they do', fa: 'سالم است' },
  probe_letters_to_mend: {
    en: 'Do not go live: wrong letters would be written. Correct these names, or report this with --bundle.',
    fa: 'کار را آغاز نکنید، چون حروف نادرست نوشته می‌شود. نام‌ها را درست کنید یا با --bundle گزارش دهید.',
  },
  probe_spelling_of_names: {
    en: '{persian} with Persian letters, {arabic} with Arabic ي or ك',
    fa: '{persian} نام با حروف فارسی و {arabic} نام با «ی» یا «ک» عربی',
  },
  probe_persian_is_sent: {
    en: 'New names are sent with Persian letters.',
    fa: 'نام‌های تازه با حروف فارسی فرستاده می‌شود.',
  },
  probe_arabic_is_used: {
    en: 'Set letters as proposed below, so that people find the new names.',
    fa: 'تنظیم letters را مانند پیشنهاد زیر بگذارید تا نام‌های تازه پیدا شود.',
  },
  probe_no_tmpid: {
    en: 'none of {contacts} contacts shows one',
    fa: 'هیچ‌یک از {contacts} مخاطب آن را ندارد',
  },
  probe_some_tmpid: { en: '{count} of {contacts} contacts show one', fa: '{count} از {contacts} مخاطب آن را دارد' },
  probe_tmpid_not_needed: {
    en: 'The list may leave it out. siagh-sync then finds its contacts by their code. After the trial, look again.',
    fa: 'شاید فهرست آن را نمی‌آورد. در این حال برنامه مخاطبان خود را با کد پیدا می‌کند. پس از آزمایش دوباره ببینید.',
  },
  probe_tmpid_is_used: {
    en: 'siagh-sync finds its own contacts by it after a lost answer.',
    fa: 'برنامه پس از پاسخِ گمشده مخاطب خود را با آن پیدا می‌کند.',
  },
  probe_no_guid_in_tmpid: { en: 'no tmpid is a GUID', fa: 'هیچ tmpid شناسه GUID نیست' },
  probe_forms_of_tmpid: { en: '{forms}', fa: '{forms}' },
  probe_any_form_is_read: {
    en: 'Nothing to do: every form is understood.',
    fa: 'کاری لازم نیست؛ هر شکلی خوانده می‌شود.',
  },
  probe_toward_type_counts: {
    en: 'TowardType fits national code and name in {straight} contacts, and is reversed in {reverse}',
    fa: 'مقدار TowardType در {straight} مخاطب با کد ملی و نام می‌خواند و در {reverse} مخاطب وارونه است',
  },
  probe_toward_type_reversed: {
    en: 'Set organizationTowardType as proposed below. Else persons and organizations are mixed up.',
    fa: 'organizationTowardType را مانند پیشنهاد زیر بگذارید؛ وگرنه حقیقی و حقوقی جابه‌جا می‌شود.',
  },
  probe_toward_type_ask: {
    en: 'Look at one company in Siagh, and set organizationTowardType if it is reversed.',
    fa: 'یک شرکت را در سیاق ببینید و اگر وارونه بود organizationTowardType را بگذارید.',
  },
  probe_account_parties: {
    en: '{count} of {contacts} contacts are account parties, and {newest} of the newest {of}',
    fa: 'از {contacts} مخاطب {count} مخاطب طرف حساب است، و از {of} مخاطب تازه‌تر {newest} مخاطب',
  },
  probe_no_account_parties: {
    en: 'No document can be posted. Ask the accountant which code a pre-invoice bills, and set preInvoice.customer.',
    fa: 'هیچ سندی ثبت نمی‌شود. از حسابدار بپرسید در پیش‌فاکتور کدام کد نوشته می‌شود و preInvoice.customer را بگذارید.',
  },
  probe_party_is_code: {
    en: "The account party's code is the contact's own code here. Documents bill it as they should.",
    fa: 'کد طرف حساب در اینجا همان کد مخاطب است و سندها با آن ثبت می‌شود.',
  },
  probe_some_are_no_party: {
    en: 'Documents of the other {count} wait among the failures until somebody makes them account parties in Siagh.',
    fa: 'سندهای {count} مخاطب دیگر در ناموفق‌ها می‌ماند تا در سیاق طرف حساب شوند.',
  },
  probe_mobiles_shared: {
    en: '{count number/numbers} shared, among {contacts} contacts with a mobile number',
    fa: '{count} شماره مشترک میان {contacts} مخاطبی که شماره موبایل دارند',
  },
  probe_mobile_is_unique: {
    en: 'Siagh may refuse a contact with a number that another one has.',
    fa: 'شاید سیاق مخاطبی را که شماره‌اش تکراری است نپذیرد.',
  },
  probe_mobile_is_shared: {
    en: 'Siagh did not always refuse a repeated number. The import never takes such contacts for one.',
    fa: 'سیاق همیشه جلوی شماره تکراری را نگرفته است. ورود اولیه این مخاطبان را یکی نمی‌گیرد.',
  },
})
