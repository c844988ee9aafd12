import { defineMessages } from './define-messages'

/** Why an invoice or a quote does not become a pre-invoice. */
export const documentMessages = defineMessages({
  record_cannot_go: {
    en: 'The {record} cannot go to Siagh as it is: {count problem/problems}',
    fa: 'این {record} با این وضع به سیاق نمی‌رود: {count} ایراد دارد. ایرادها را در پیام‌گستر درست کنید.',
  },
  rules_incomplete: {
    en: 'The {record} cannot go to Siagh: {count rule/rules} of the configuration must be set or corrected',
    fa: 'این {record} به سیاق نمی‌رود، چون {count} مورد در تنظیمات باید نوشته یا درست شود.',
  },
  customer_error: { en: "the document's customer: {reason}", fa: 'مشتریِ این سند: {reason}' },
  customer_id_is_no_guid: {
    en: "the customer's id is not a GUID",
    fa: 'شناسه مشتریِ این سند درست نیست. مشتری سند را در پیام‌گستر دوباره انتخاب کنید.',
  },
  document_without_customer: {
    en: 'the document has no customer',
    fa: 'این سند مشتری ندارد. مشتری آن را در پیام‌گستر انتخاب کنید.',
  },
  customer_not_in_crm: {
    en: 'customer {id} is not in the CRM',
    fa: 'مشتری {id} در پیام‌گستر نیست. مشتری سند را در پیام‌گستر دوباره انتخاب کنید.',
  },
  posting_in_doubt: {
    en: 'the end of posting {kind}/{id} is not known: look in Siagh for a pre-invoice whose remarks hold {id}, then settle it',
    fa: 'معلوم نیست که {kind} {id} در سیاق ثبت شده است یا نه. در سیاق پیش‌فاکتوری را جستجو کنید که همین شناسه در توضیحاتش آمده است و سپس با siagh-sync settle تعیین تکلیف کنید.',
  },
  verdict_too_early: {
    en: 'the write of {kind}/{id} may still arrive in Siagh; wait {seconds} s, look in Siagh again, and then say whether the pre-invoice is there',
    fa: '{kind} {id} ممکن است هنوز به سیاق برسد. {seconds} ثانیه صبر کنید، دوباره در سیاق نگاه کنید و بعد بگویید پیش‌فاکتور هست یا نه.',
  },
  verdict_without_document: {
    en: 'The verdict names no document',
    fa: 'شماره و کد پیش‌فاکتور داده نشده است. هر دو را بنویسید.',
  },
  document_without_lines: {
    en: 'the document has no lines',
    fa: 'این سند هیچ ردیفی ندارد. دست‌کم یک ردیف کالا به آن اضافه کنید.',
  },
  line_without_product: {
    en: 'the line has neither a product code nor a product id',
    fa: 'این ردیف نه کد کالا دارد و نه شناسه کالا. کالای ردیف را در پیام‌گستر انتخاب کنید.',
  },
  no_product_code: { en: 'there is no product code', fa: 'کد کالا خالی است.' },
  above_zero: { en: 'must be a number above 0', fa: 'باید عددی بزرگ‌تر از صفر باشد.' },
  zero_or_more: { en: 'must be a number, 0 or more', fa: 'باید صفر یا عددی بزرگ‌تر باشد.' },
  discount_below_zero: { en: 'must be 0 or more', fa: 'نباید منفی باشد.' },
  amount_is_no_number: { en: 'must be a number', fa: 'باید عدد باشد.' },
  number_too_long: {
    en: 'has more digits than a number can carry',
    fa: 'رقم‌هایش بیش از اندازه است و بی‌خطا فرستاده نمی‌شود.',
  },
  discount_above_line: {
    en: 'is {discount}, more than the {worth} that the line is worth',
    fa: '{discount} است و از مبلغ ردیف، {worth}، بیشتر است.',
  },
  discount_above_own_line: {
    en: 'is {discount}, more than the line is worth',
    fa: '{discount} است و از مبلغ ردیف بیشتر است.',
  },
  discount_above_lines: {
    en: 'is {discount}, more than the {worth} that the lines are worth',
    fa: '{discount} است و از جمع مبلغ ردیف‌ها، {worth}، بیشتر است.',
  },
  discount_without_amount: {
    en: 'is a discount without an amount',
    fa: 'درصد تخفیف دارد ولی مبلغ تخفیف ندارد. مبلغ تخفیف را هم در پیام‌گستر ثبت کنید.',
  },
  goods_returned: {
    en: 'goods were returned',
    fa: 'کالای برگشتی دارد. سند برگشتی را خودتان در سیاق ثبت کنید.',
  },
  sum_differs: {
    en: 'is {given}, and the lines make {made}',
    fa: '{given} است، ولی جمع ردیف‌ها {made} می‌شود.',
  },
  no_reading_fits: {
    en: 'is {given}, and no reading of the lines makes that: {sums}',
    fa: '{given} است، ولی ردیف‌ها به هیچ شکلی به آن نمی‌رسند: {sums}. مبلغ‌های سند را در پیام‌گستر بررسی کنید.',
  },
  several_readings_fit: {
    en: 'is {given}, and several readings of the lines make that: {sums}; the rule preInvoice.totals chooses one',
    fa: '{given} است و ردیف‌ها به چند شکل به آن می‌رسند: {sums}. با تنظیم preInvoice.totals یکی را انتخاب کنید.',
  },
  readings_without_final_value: {
    en: 'is missing, and the amounts can be read in several ways: {sums}; the rule preInvoice.totals chooses one',
    fa: 'خالی است و مبلغ‌ها را به چند شکل می‌توان فهمید: {sums}. با تنظیم preInvoice.totals یکی را انتخاب کنید.',
  },
  sum_of_reading: { en: '{sum} ({how})', fa: '{sum} ({how})' },
  one_sum_and_another: { en: '{first}, {further}', fa: '{first}، {further}' },
  discount_on_top: {
    en: 'the discount of the document comes on top of those of its lines',
    fa: 'تخفیف سند جدا از تخفیف ردیف‌ها',
  },
  discount_included: {
    en: 'the discount of the document includes those of its lines',
    fa: 'تخفیف سند شامل تخفیف ردیف‌ها',
  },
  rows_by_their_totals: {
    en: 'the total of a row counts, and not its price times its count',
    fa: 'جمع ردیف به جای مبلغ واحد ضرب در تعداد',
  },
  toll_of_the_lines: { en: 'the toll is that of the lines', fa: 'عوارض از ردیف‌ها' },
  rule_not_set: {
    en: 'is not set, and nothing is guessed: set the rule and start the service again, and the document goes by itself',
    fa: 'تعیین نشده است و برنامه آن را حدس نمی‌زند. این تنظیم را بنویسید و سرویس را دوباره راه‌اندازی کنید. پس از آن سند خودبه‌خود فرستاده می‌شود.',
  },
  rule_lacks_type: {
    en: 'the table has neither the type {type} nor a default: add one and start the service again, and the document goes by itself',
    fa: 'در جدول این تنظیم نه نوع {type} هست و نه default. یکی را اضافه کنید و سرویس را دوباره راه‌اندازی کنید. پس از آن سند خودبه‌خود فرستاده می‌شود.',
  },
  rule_gave_nothing: {
    en: 'the function of the rule knows no value for this document, whose type is {type}',
    fa: 'تابع این تنظیم برای این سند مقداری نداد. نوع سند: {type}.',
  },
  rule_gave_no_whole_number: {
    en: 'the function of the rule must return a whole number from 0 to {most}',
    fa: 'تابع این تنظیم باید عددی صحیح از 0 تا {most} بدهد.',
  },
  rule_gave_no_whole_number_or_null: {
    en: 'the function of the rule must return a whole number from 0 to {most}, or null',
    fa: 'تابع این تنظیم باید عددی صحیح از 0 تا {most} یا null بدهد.',
  },
  rule_gave_no_text: {
    en: 'the function of the rule must return a text that is not empty',
    fa: 'تابع این تنظیم باید متنی بدهد که خالی نباشد.',
  },
  without_type_code: { en: '(no type code)', fa: '(بدون کد نوع)' },
  document_of_other_kind: {
    en: 'is {index}, {name}; a {wanted} has {right}, and only that becomes a pre-invoice: see which webhook of the CRM sends this document',
    fa: '{index} است ({name})، ولی {wanted} مقدار {right} دارد و فقط همان در سیاق پیش‌فاکتور می‌شود. ببینید کدام وب‌هوک پیام‌گستر این سند را می‌فرستد.',
  },
  object_sales_invoice: { en: 'sales invoice', fa: 'فاکتور فروش' },
  object_sales_quote: { en: 'sales quote', fa: 'پیش‌فاکتور فروش' },
  object_receipt: { en: 'receipt', fa: 'دریافت' },
  object_purchase_invoice: { en: 'purchase invoice', fa: 'فاکتور خرید' },
  object_purchase_return: { en: 'purchase return', fa: 'برگشت از خرید' },
  object_sales_return: { en: 'sales return', fa: 'برگشت از فروش' },
  object_purchase_quote: { en: 'purchase quote', fa: 'پیش‌فاکتور خرید' },
  object_payment: { en: 'payment', fa: 'پرداخت' },
  object_identity: { en: 'identity', fa: 'شخص' },
  object_unknown: { en: 'unknown', fa: 'ناشناخته' },
  extra_without_place: {
    en: '{amount} has no place in a pre-invoice; the rule preInvoice.extras can put it into the remarks',
    fa: 'مبلغ {amount} در پیش‌فاکتور جایی ندارد. با تنظیم preInvoice.extras می‌شود آن را در توضیحات نوشت.',
  },
  date_without_year: {
    en: 'is no date that can have a fiscal year',
    fa: 'تاریخی نیست که سال مالی داشته باشد. تاریخ سند را در پیام‌گستر درست کنید.',
  },
  rule_gave_no_code: {
    en: 'the rule gave no whole number above 0',
    fa: 'این تنظیم عدد صحیحِ بزرگ‌تر از صفر نداد.',
  },
  no_whole_number: { en: 'must be a whole number, 0 or more', fa: 'باید عدد صحیح باشد، صفر یا بیشتر.' },
  no_whole_number_if_given: {
    en: 'must be a whole number, 0 or more, or left out',
    fa: 'باید عدد صحیح باشد (صفر یا بیشتر) یا اصلاً نباشد.',
  },
  remarks_too_long: {
    en: 'the remarks are {length} characters long, and {most} are allowed',
    fa: 'توضیحات {length} نویسه است و بیش از {most} نویسه پذیرفته نیست. آن را کوتاه کنید.',
  },
})
