import { defineMessages } from '@siagh-sync/sync-core/messages'

/** What `siagh-sync probe` says around its findings. */
export const probingMessages = defineMessages({
  verdict_holds: { en: 'holds', fa: 'برقرار' },
  verdict_differs: { en: 'does not', fa: 'برقرار نیست' },
  verdict_unseen: { en: 'not seen', fa: 'نامعلوم' },
  finding_line: { en: '{assumption}: {seen}', fa: '{assumption}: {seen}' },
  probing_stopped: {
    en: 'Stopped before it was done. Nothing was changed. What was seen so far:',
    fa: 'پیش از پایان متوقف شد. چیزی تغییر نکرد. آنچه تا اینجا دیده شد:',
  },
  probing_crm: { en: 'The CRM', fa: 'پیام‌گستر' },
  probing_siagh: { en: 'Siagh', fa: 'سیاق' },
  probing_hidden: { en: 'What cannot be seen from here', fa: 'آنچه از اینجا دیده نمی‌شود' },
  probing_occurs: { en: 'What occurs', fa: 'آنچه در داده‌ها هست' },
  probing_proposed: { en: 'Proposed rules', fa: 'تنظیم‌های پیشنهادی' },
  probing_questions: { en: 'What only a person can answer', fa: 'آنچه باید از افراد پرسید' },
  probing_server_away: { en: '{system} could not be asked: {reason}', fa: 'از {system} چیزی پرسیده نشد: {reason}' },
  probing_sum: {
    en: '{holds holds/hold}, {differs does/do} not, {unseen} cannot be seen from here. Nothing was written to either server.',
    fa: '{holds} مورد برقرار است، {differs} مورد برقرار نیست و {unseen} مورد نامعلوم است. در هیچ سروری چیزی نوشته نشد.',
  },
  probing_no_proposal: { en: 'None: the rules fit what was seen.', fa: 'هیچ؛ تنظیم‌ها با آنچه دیده شد می‌خواند.' },
  probing_write_hint: {
    en: '`siagh-sync probe --write` puts them into {file}, and keeps the old file.',
    fa: '`siagh-sync probe --write` آن‌ها را در {file} می‌نویسد و فایل قدیمی را نگه می‌دارد.',
  },
  probing_written: {
    en: 'Written into {file}. The old file is kept as {kept}.',
    fa: 'در {file} نوشته شد. فایل قدیمی با نام {kept} مانده است.',
  },
  probing_by_hand: {
    en: '{file} cannot be changed surely, and was left as it is. Put these lines into its block `rules`:',
    fa: 'فایل {file} را نمی‌شود با اطمینان تغییر داد و دست‌نخورده ماند. این خط‌ها را در بخش `rules` آن بگذارید:',
  },
  probing_no_file: {
    en: 'There is no single configuration file here. Put these lines into the block `rules` of yours:',
    fa: 'در این پوشه یک فایل تنظیمات مشخص نیست. این خط‌ها را در بخش `rules` فایل خود بگذارید:',
  },
  probing_bundle: {
    en: 'The findings are in {file}, without names, numbers and addresses. Look through it before you send it.',
    fa: 'یافته‌ها بدون نام، شماره و نشانی در {file} است. پیش از فرستادن آن را نگاه کنید.',
  },
  probing_file_is_there: {
    en: '{file} is there already. Choose another name.',
    fa: 'فایل {file} از پیش هست. نام دیگری بدهید.',
  },
  probing_comment: { en: 'By siagh-sync probe: {because}', fa: 'از siagh-sync probe: {because}' },
  occurs_contacts: { en: 'contacts', fa: 'مخاطبان سیاق' },
  occurs_identities: { en: 'identities', fa: 'اشخاص' },
  occurs_type_codes: { en: 'their type codes', fa: 'کد نوع اشخاص' },
  occurs_type_names: { en: 'their type names', fa: 'نام نوع اشخاص' },
  occurs_categories: { en: 'their categories', fa: 'دسته‌های اشخاص' },
  occurs_custom_fields: { en: 'their custom fields', fa: 'فیلدهای دلخواه' },
  occurs_documents: { en: 'documents', fa: 'سندها' },
  occurs_document_types: { en: 'their type codes', fa: 'کد نوع سندها' },
  occurs_units: { en: 'units', fa: 'واحدها' },
  occurs_document_fields: { en: 'their custom fields', fa: 'فیلدهای دلخواه سند' },
  contacts_by_kind: {
    en: '{count}: {active} active, {admins user/users} of Siagh',
    fa: '{count} مخاطب، {active} فعال و {admins} کاربر سیاق',
  },
  identities_by_type: {
    en: '{persons person/persons} and {organizations organization/organizations} were read',
    fa: '{persons} شخص حقیقی و {organizations} شخص حقوقی خوانده شد',
  },
  documents_by_kind: {
    en: '{invoices invoice/invoices} and {quotes quote/quotes} were read',
    fa: '{invoices} فاکتور و {quotes} پیش‌فاکتور خوانده شد',
  },
  label_empty: { en: '(empty)', fa: '(خالی)' },
  labels_more: { en: '{list} and {count} more', fa: '{list} و {count} مورد دیگر' },
  'phase_asking-crm': { en: 'asking the CRM', fa: 'پرسیدن از پیام‌گستر' },
  'phase_sampling-identities': { en: 'reading identities', fa: 'خواندن اشخاص' },
  'phase_sampling-documents': { en: 'reading documents', fa: 'خواندن سندها' },
})
