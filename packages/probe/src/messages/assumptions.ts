import { defineMessages, type MessageText } from '@siagh-sync/sync-core/messages'
import type { Question } from '../questions'

/** What siagh-sync takes for likely, question by question. */
export const assumptions = defineMessages({
  probe_assume_missing_id: {
    en: 'A missing id is answered as missing',
    fa: 'پیام‌گستر به شناسه ناموجود پاسخ «نیست» می‌دهد',
  },
  probe_assume_wrong_kind: {
    en: 'An organization is not shown as a person, nor a person as one',
    fa: 'پیام‌گستر شخص حقیقی را فقط حقیقی و شخص حقوقی را فقط حقوقی نشان می‌دهد',
  },
  probe_assume_identity_type: {
    en: 'In a search, identityType 1 is organizations and 2 is persons',
    fa: 'در جستجو، identityType برابر 1 اشخاص حقوقی و برابر 2 اشخاص حقیقی است',
  },
  probe_assume_search_pages: {
    en: 'The list of identities has pages of 500, from page 0',
    fa: 'فهرست اشخاص صفحه‌های 500تایی دارد و از صفحه 0 آغاز می‌شود',
  },
  probe_assume_crm_encoding: {
    en: 'The CRM answers in UTF-8, and its header says so',
    fa: 'پاسخ پیام‌گستر UTF-8 است و سرآیند همین را می‌گوید',
  },
  probe_assume_crm_ids: {
    en: 'The CRM shows ids in small letters',
    fa: 'پیام‌گستر شناسه‌ها را با حروف کوچک نشان می‌دهد',
  },
  probe_assume_crm_times: {
    en: 'The CRM shows local times, without an offset',
    fa: 'پیام‌گستر ساعت محلی را بدون اختلاف ساعت نشان می‌دهد',
  },
  probe_assume_crm_unset: {
    en: 'The CRM shows a text that is not set as an empty text',
    fa: 'پیام‌گستر متنِ پرنشده را خالی نشان می‌دهد',
  },
  probe_assume_find_person: { en: 'find shows persons', fa: 'جستجوی find اشخاص حقیقی را نشان می‌دهد' },
  probe_assume_find_organization: { en: 'find shows organizations', fa: 'جستجوی find اشخاص حقوقی را نشان می‌دهد' },
  probe_assume_find_invoice: { en: 'find shows invoices', fa: 'جستجوی find فاکتورها را نشان می‌دهد' },
  probe_assume_find_quote: { en: 'find shows quotes', fa: 'جستجوی find پیش‌فاکتورها را نشان می‌دهد' },
  probe_assume_find_fields: {
    en: 'find names the fields CreatDate and ModifyDate',
    fa: 'جستجوی find فیلدهای CreatDate و ModifyDate را می‌شناسد',
  },
  probe_assume_find_order: { en: 'find sorts by date', fa: 'جستجوی find بر پایه تاریخ مرتب می‌کند' },
  probe_assume_find_first_page: { en: 'The pages of find begin at 1', fa: 'صفحه‌های find از 1 آغاز می‌شود' },
  probe_assume_find_page_size: { en: 'A page of find holds 500 records', fa: 'هر صفحه find تا 500 رکورد دارد' },
  probe_assume_find_total: {
    en: 'find counts all records, not those of a page',
    fa: 'جستجوی find همه رکوردها را می‌شمارد، نه فقط یک صفحه',
  },
  probe_assume_find_dates: {
    en: 'find can ask for what has changed since a date',
    fa: 'با find می‌شود تغییرهای پس از یک تاریخ را خواست',
  },
  probe_assume_find_times: {
    en: 'find compares times as they are shown, to the millisecond',
    fa: 'جستجوی find زمان‌ها را همان‌گونه که نشان می‌دهد و با دقت هزارم ثانیه می‌سنجد',
  },
  probe_assume_crm_letters: {
    en: 'Persian letters arrive from the CRM undamaged',
    fa: 'حروف فارسی از پیام‌گستر سالم می‌رسد',
  },
  probe_assume_ref_id: {
    en: 'refId holds the RecordId of the contact in Siagh',
    fa: 'در refId شناسه RecordId مخاطب سیاق است',
  },
  probe_assume_customer_number: {
    en: "The customer number names the contact's code in Siagh",
    fa: 'شماره مشتری کد مخاطب در سیاق را نشان می‌دهد',
  },
  probe_assume_totals: {
    en: 'The lines of a document make its final value',
    fa: 'جمع ردیف‌های هر سند با مبلغ نهایی آن می‌خواند',
  },
  probe_assume_crm_amounts: {
    en: 'The CRM shows amounts as numbers',
    fa: 'پیام‌گستر مبلغ‌ها را به صورت عدد نشان می‌دهد',
  },
  probe_assume_row_amount: {
    en: 'finalUnitPrice is the amount of the whole row',
    fa: 'finalUnitPrice مبلغ همه ردیف است',
  },
  probe_assume_vat: { en: 'VAT is 10%', fa: 'مالیات بر ارزش افزوده 10% است' },
  probe_assume_vat_by_percent: {
    en: 'The VAT of a document follows its percentage',
    fa: 'مالیات هر سند با درصد آن می‌خواند',
  },
  probe_assume_extras: {
    en: 'Documents have no toll and no additional costs',
    fa: 'سندها عوارض و هزینه جانبی ندارند',
  },
  probe_assume_product_codes: { en: 'Each line has a product code', fa: 'هر ردیف کد کالا دارد' },
  probe_assume_document_states: {
    en: 'A document is new (1) or approved and numbered (2)',
    fa: 'وضعیت سند «جدید» (1) یا «تایید و شماره‌گذاری شده» (2) است',
  },
  probe_assume_fiscal_year: { en: 'The login to Siagh tells the fiscal year', fa: 'ورود به سیاق سال مالی را می‌گوید' },
  probe_assume_contact_list: {
    en: 'The whole contact list can be read, and quickly',
    fa: 'فهرست مخاطبان کامل و زود خوانده می‌شود',
  },
  probe_assume_list_filter: {
    en: 'Siagh finds contacts by a field',
    fa: 'سیاق مخاطب را با یک فیلد پیدا می‌کند',
  },
  probe_assume_siagh_encoding: {
    en: 'Siagh answers in UTF-8, and its header says so',
    fa: 'پاسخ سیاق UTF-8 است و سرآیند همین را می‌گوید',
  },
  probe_assume_record_id_form: {
    en: 'The contact list shows RecordId in small letters with dashes',
    fa: 'فهرست مخاطبان RecordId را با حروف کوچک و خط تیره نشان می‌دهد',
  },
  probe_assume_siagh_codes: {
    en: 'The contact list shows codes as numbers',
    fa: 'فهرست مخاطبان کدها را به صورت عدد نشان می‌دهد',
  },
  probe_assume_siagh_flags: {
    en: 'The contact list shows yes and no as true and false',
    fa: 'فهرست مخاطبان بله و خیر را با true و false نشان می‌دهد',
  },
  probe_assume_siagh_unset: {
    en: 'The contact list shows a text that is not set as null',
    fa: 'فهرست مخاطبان متنِ پرنشده را null نشان می‌دهد',
  },
  probe_assume_siagh_letters: {
    en: 'Persian letters arrive from Siagh undamaged',
    fa: 'حروف فارسی از سیاق سالم می‌رسد',
  },
  probe_assume_persian_letters: {
    en: 'Names in Siagh have Persian ی and ک',
    fa: 'نام‌ها در سیاق با «ی» و «ک» فارسی نوشته شده است',
  },
  probe_assume_tmpid_listed: { en: 'The contact list shows tmpid', fa: 'فهرست مخاطبان tmpid را نشان می‌دهد' },
  probe_assume_tmpid_form: {
    en: 'A GUID in tmpid is shown in small letters with dashes',
    fa: 'شناسه درون tmpid با حروف کوچک و خط تیره نشان داده می‌شود',
  },
  probe_assume_toward_type: {
    en: 'TowardType true means organization',
    fa: 'مقدار true در TowardType یعنی شخص حقوقی',
  },
  probe_assume_account_party: { en: 'Every contact is an account party', fa: 'هر مخاطب طرف حساب است' },
  probe_assume_no_account_party: {
    en: 'A contact that is no account party has null as AccountPartyCode',
    fa: 'در مخاطبی که طرف حساب نیست AccountPartyCode برابر null است',
  },
  probe_assume_unique_mobile: {
    en: 'No two contacts have one mobile number',
    fa: 'شماره موبایل هیچ دو مخاطبی یکی نیست',
  },
  probe_assume_save_contact: {
    en: 'Siagh takes the contact form as siagh-sync sends it',
    fa: 'سیاق فرم مخاطب را همان‌طور که فرستاده می‌شود می‌پذیرد',
  },
  probe_assume_save_pre_invoice: {
    en: 'Siagh takes the pre-invoice form as siagh-sync sends it',
    fa: 'سیاق فرم پیش‌فاکتور را همان‌طور که فرستاده می‌شود می‌پذیرد',
  },
  probe_assume_customer_codes: {
    en: "A pre-invoice bills the account party's code, not the contact's",
    fa: 'در پیش‌فاکتور کد طرف حساب نوشته می‌شود، نه کد مخاطب',
  },
  probe_assume_new_account_party: {
    en: 'A new contact becomes an account party by itself',
    fa: 'مخاطب تازه خودبه‌خود طرف حساب می‌شود',
  },
  probe_assume_province: {
    en: 'GeographicCode of the list is the province of the form',
    fa: 'GeographicCode در فهرست همان استان در فرم است',
  },
  probe_assume_list_delay: {
    en: 'A new contact is in the list at once',
    fa: 'مخاطب تازه بی‌درنگ در فهرست دیده می‌شود',
  },
  probe_assume_repeated_suid: {
    en: 'Siagh refuses a document that it has already',
    fa: 'سیاق سند تکراری را نمی‌پذیرد',
  },
  probe_assume_siagh_money: { en: 'Siagh is kept in Rial', fa: 'مبلغ‌ها در سیاق به ریال است' },
  probe_assume_session_end: {
    en: 'An expired session is answered with HTTP 401',
    fa: 'پاسخ به نشست پایان‌یافته HTTP 401 است',
  },
  probe_assume_crm_create: {
    en: 'The CRM takes a new identity without a category',
    fa: 'پیام‌گستر شخص تازه را بدون دسته می‌پذیرد',
  },
  probe_assume_webhook_repeats: {
    en: 'The CRM sends a webhook again if it was not answered',
    fa: 'پیام‌گستر وب‌هوکِ بی‌پاسخ را دوباره می‌فرستد',
  },
} satisfies Readonly<Record<`probe_assume_${Question}`, MessageText>>)
