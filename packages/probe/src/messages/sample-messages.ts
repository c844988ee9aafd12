import { defineMessages } from '@siagh-sync/sync-core/messages'

/** What the samples show, and what follows. */
export const sampleMessages = defineMessages({
  probe_ref_ids: {
    en: '{recordIds} name a RecordId, {tmpids} a tmpid, {unknown} no contact, {texts} are other texts',
    fa: '{recordIds} مورد RecordId، {tmpids} مورد tmpid، {unknown} مورد بی‌مخاطب و {texts} متن دیگر',
  },
  probe_no_ref_ids: { en: 'none of those that were read has one', fa: 'هیچ‌یک از خوانده‌شده‌ها refId ندارد' },
  probe_ref_id_empty: {
    en: 'Identities find their contacts by customer number, or are linked by the import.',
    fa: 'اشخاص با شماره مشتری به مخاطب می‌رسند یا با ورود اولیه وصل می‌شوند.',
  },
  probe_ref_id_fine: {
    en: 'Nothing to do: a RecordId and a tmpid are both understood.',
    fa: 'کاری لازم نیست؛ هم RecordId خوانده می‌شود و هم tmpid.',
  },
  probe_ref_id_unknown: {
    en: 'Those that name no contact end among the failures as not_found. Correct or empty their refId.',
    fa: 'آن‌ها که مخاطبی ندارند با not_found ناموفق می‌شوند. refId آن‌ها را درست یا خالی کنید.',
  },
  probe_customer_numbers: {
    en: 'of {count}, {right} name a contact that is the same, {wrong} another one',
    fa: 'از {count} شماره، {right} مورد همان مخاطب است و {wrong} مورد مخاطبی دیگر',
  },
  probe_other_scheme: {
    en: 'the number is the prefix {prefix}, then the code plus {offset}: {right} fit, {wrong} do not',
    fa: 'شماره، پیشوند {prefix} و سپس کد به‌علاوه {offset} است: {right} مورد درست و {wrong} مورد نادرست',
  },
  probe_no_customer_numbers: {
    en: 'none of those that were read has one',
    fa: 'هیچ‌یک از خوانده‌شده‌ها شماره مشتری ندارد',
  },
  probe_customer_number_empty: { en: 'Nothing to do.', fa: 'کاری لازم نیست.' },
  probe_customer_number_fine: {
    en: 'An identity finds its contact by it.',
    fa: 'هر شخص با آن به مخاطب خود می‌رسد.',
  },
  probe_customer_number_scheme: {
    en: 'Set customerNumber as proposed below, before anything is written.',
    fa: 'پیش از هر نوشتنی customerNumber را مانند پیشنهاد زیر بگذارید.',
  },
  probe_customer_number_wrong: {
    en: 'These numbers would lead to other contacts. Set matchOrder as proposed below, before anything is written.',
    fa: 'این شماره‌ها به مخاطب دیگری می‌رسد. پیش از هر نوشتنی matchOrder را مانند پیشنهاد زیر بگذارید.',
  },
  probe_customer_number_ask: {
    en: 'Too few to be sure. Ask what a customer number means here; if it is no code of Siagh, leave customerNumber out of matchOrder.',
    fa: 'برای اطمینان کم است. بپرسید شماره مشتری چیست؛ اگر کد سیاق نیست، customerNumber را از matchOrder بردارید.',
  },
  probe_no_documents: { en: 'no document could be read', fa: 'سندی خوانده نشد' },
  probe_name_a_document: {
    en: 'Name some documents with --document ID.',
    fa: 'شناسه چند سند را با --document بدهید.',
  },
  probe_totals_fit: {
    en: '{fit} of {count} do. The discount comes on top in {onTop} and is included in {included}; formulas made rows of {formulas}',
    fa: '{fit} از {count} می‌خواند. تخفیف در {onTop} سند جداگانه و در {included} سند شامل تخفیف ردیف‌هاست؛ ردیف {formulas} سند با فرمول است',
  },
  probe_totals_fine: {
    en: 'The final value decides how they are read.',
    fa: 'مبلغ نهایی تعیین می‌کند چگونه خوانده شود.',
  },
  probe_totals_refused: {
    en: '{count document/documents} would be refused. Look at them in shadow before you go live.',
    fa: '{count} سند پذیرفته نمی‌شود. پیش از آغاز کار آن‌ها را در حالت سایه (shadow) ببینید.',
  },
  probe_no_vat_percent: { en: 'the documents name no percentage', fa: 'درصدی در سندها نیست' },
  probe_vat_percents: { en: '{percents}', fa: '{percents}' },
  probe_vat_by_siagh: {
    en: 'Siagh adds VAT itself: see that its rates are the same.',
    fa: 'مالیات را خود سیاق حساب می‌کند؛ ببینید درصدها یکی باشد.',
  },
  probe_extras_occur: {
    en: '{tolls} have a toll, {costs} have additional costs',
    fa: '{tolls} سند عوارض و {costs} سند هزینه جانبی دارد',
  },
  probe_extras_to_decide: {
    en: 'A pre-invoice has no field for them, so these documents are refused. preInvoice.extras can put the amounts into the remarks.',
    fa: 'پیش‌فاکتور برای آن‌ها فیلدی ندارد و این سندها پذیرفته نمی‌شود. preInvoice.extras می‌تواند مبلغ را در توضیحات بنویسد.',
  },
  probe_lines_without_code: { en: '{count} of {lines} lines have none', fa: '{count} از {lines} ردیف ندارد' },
  probe_product_codes_in_siagh: {
    en: 'The same codes must be in Siagh. Its products cannot be read.',
    fa: 'همین کدها باید در سیاق باشد. کالاهای سیاق خوانده نمی‌شود.',
  },
  probe_product_codes_missing: {
    en: 'For these lines the id of the product is sent, which Siagh hardly knows. Give the products codes in the CRM.',
    fa: 'برای این ردیف‌ها شناسه کالا فرستاده می‌شود که سیاق نمی‌شناسد. در پیام‌گستر به کالاها کد بدهید.',
  },
  probe_states_occur: { en: '{states}', fa: '{states}' },
  probe_states_to_accept: {
    en: 'All of them go to Siagh. With preInvoice.accept: approved() only those in state 2 do.',
    fa: 'همه به سیاق می‌رود. با preInvoice.accept: approved() فقط سندهای وضعیت 2 می‌رود.',
  },
  probe_discounts_decided: {
    en: 'of the documents that show it, the discount includes the discounts of the lines in {included}, and comes on top in {onTop}',
    fa: 'در سندهایی که این را نشان می‌دهد، تخفیف در {included} سند شامل تخفیف ردیف‌هاست و در {onTop} سند جداگانه',
  },
  probe_rows_decided: {
    en: 'of the documents that show it, rows are worth their own total in {total}, and price times count in {price}',
    fa: 'در سندهایی که این را نشان می‌دهد، ارزش ردیف در {total} سند جمع خود ردیف و در {price} سند مبلغ واحد ضرب در تعداد است',
  },
  probe_ask_sale_kind: {
    en: 'kind of sale (codenoeeforush; 1 is unofficial, غیر رسمی) of the types {types}',
    fa: 'نوع فروش (codenoeeforush؛ 1 یعنی غیر رسمی) برای نوع‌های {types}',
  },
  probe_ask_sale_model: {
    en: 'sale model (codesalemodel) of the types {types}',
    fa: 'مدل فروش (codesalemodel) برای نوع‌های {types}',
  },
  probe_ask_sales_centre: {
    en: 'sales centre (codemarkazforush) of the types {types}',
    fa: 'مرکز فروش (codemarkazforush) برای نوع‌های {types}',
  },
  probe_ask_payment_kind: {
    en: 'payment (codenoeepardakht; 1 cash, 2 cheque) of the types {types}',
    fa: 'نوع پرداخت (codenoeepardakht؛ 1 نقد، 2 چک) برای نوع‌های {types}',
  },
  probe_ask_intermediary: {
    en: 'intermediary (codevaseteh), or null for none, of the types {types}',
    fa: 'واسطه (codevaseteh)، یا null اگر واسطه‌ای نیست، برای نوع‌های {types}',
  },
  probe_ask_title: {
    en: 'title on the document (namenoesanad) of the types {types}',
    fa: 'عنوان روی سند (namenoesanad) برای نوع‌های {types}',
  },
  probe_ask_customer: {
    en: 'No contact is an account party. Which code does a pre-invoice bill?',
    fa: 'هیچ مخاطبی طرف حساب نیست. در پیش‌فاکتور کدام کد نوشته می‌شود؟',
  },
  probe_ask_accept: {
    en: 'Which types and categories of identity belong into the books? Without this rule all of them do.',
    fa: 'کدام نوع‌ها و دسته‌های اشخاص باید به سیاق بروند؟ بدون این تنظیم همه می‌روند.',
  },
  probe_ask_units: {
    en: 'Are the units called so in Siagh? {units}',
    fa: 'آیا نام واحدها در سیاق همین است؟ {units}',
  },
  probe_ask_extras: {
    en: 'Shall tolls and additional costs be refused, or be told in the remarks?',
    fa: 'سند دارای عوارض یا هزینه جانبی رد شود یا مبلغ در توضیحات بیاید؟',
  },
  probe_vat_by_percent_counts: {
    en: 'in {other} of {count} documents it does not',
    fa: 'در {other} سند از {count} سند نمی‌خواند',
  },
  probe_vat_is_not_read: {
    en: 'Nothing to do: siagh-sync reads the VAT of the document or its lines, not the percentage.',
    fa: 'کاری لازم نیست؛ برنامه مالیات را از خود سند یا ردیف‌ها می‌خواند، نه از درصد.',
  },
  probe_row_amounts: {
    en: 'of the whole row in {row} rows, of one piece in {one}',
    fa: 'در {row} ردیف مبلغ همه ردیف و در {one} ردیف مبلغ یک عدد',
  },
  probe_no_row_shows_it: {
    en: 'no row of more than one piece was read',
    fa: 'ردیفی با تعداد بیش از یک خوانده نشد',
  },
  probe_row_amount_unused: {
    en: 'Nothing rests on it: finalValue decides.',
    fa: 'هیچ کاری به آن وابسته نیست؛ finalValue تعیین‌کننده است.',
  },
})
