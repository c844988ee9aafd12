import type { ContactFieldName } from '../identity/contact-draft'
import { defineMessages } from './define-messages'
import type { MessageText } from './saying'

/** What people call the fields of a record, under the names that the CRM and Siagh give them. */
export const fieldWords = defineMessages({
  field_nickName: { en: 'name', fa: 'نام' },
  field_Name: { en: 'name', fa: 'نام' },
  field_fullname: { en: 'name', fa: 'نام' },
  field_phoneContacts: { en: 'telephone', fa: 'تلفن' },
  field_mobileno: { en: 'mobile', fa: 'موبایل' },
  field_telno: { en: 'telephone', fa: 'تلفن' },
  field_email: { en: 'e-mail', fa: 'ایمیل' },
  field_website: { en: 'website', fa: 'وب‌سایت' },
  field_websiteaddress: { en: 'website', fa: 'وب‌سایت' },
  field_addressContacts: { en: 'address', fa: 'نشانی' },
  field_address: { en: 'address', fa: 'نشانی' },
  field_pocode: { en: 'postal code', fa: 'کد پستی' },
  field_nationalCode: { en: 'national code', fa: 'کد ملی' },
  field_passno: { en: 'national code', fa: 'کد ملی' },
  field_description: { en: 'remarks', fa: 'توضیحات' },
  field_tozihat: { en: 'remarks', fa: 'توضیحات' },
  field_identityId: { en: 'customer', fa: 'مشتری' },
  field_details: { en: 'lines', fa: 'ردیف‌ها' },
  field_productCode: { en: 'product', fa: 'کد کالا' },
  field_productUnitTypeName: { en: 'unit', fa: 'واحد' },
  field_count: { en: 'quantity', fa: 'تعداد' },
  field_baseUnitPrice: { en: 'unit price', fa: 'مبلغ واحد' },
  field_totalDiscount: { en: 'discount', fa: 'تخفیف' },
  field_discount: { en: 'discount', fa: 'تخفیف' },
  field_discountPercent: { en: 'discount percentage', fa: 'درصد تخفیف' },
  field_returnedCount: { en: 'quantity returned', fa: 'تعداد برگشتی' },
  field_totalUnitPrice: { en: 'amount', fa: 'مبلغ ردیف' },
  field_totalValue: { en: 'total', fa: 'جمع کل' },
  field_finalValue: { en: 'amount to pay', fa: 'مبلغ قابل پرداخت' },
  field_vat: { en: 'VAT', fa: 'مالیات بر ارزش افزوده' },
  field_toll: { en: 'toll', fa: 'عوارض' },
  field_additionalCosts: { en: 'additional costs', fa: 'هزینه‌های جانبی' },
  field_crmObjectTypeCode: { en: 'type of document', fa: 'نوع سند' },
  field_crmObjectTypeIndex: { en: 'kind of document', fa: 'گونه سند' },
  field_invoiceDate: { en: 'date of the invoice', fa: 'تاریخ فاکتور' },
  field_quoteDate: { en: 'date of the quote', fa: 'تاریخ پیش‌فاکتور' },
  'field_rules.preInvoice.saleKind': { en: 'kind of sale', fa: 'نوع فروش' },
  'field_rules.preInvoice.saleModel': { en: 'sale model', fa: 'مدل فروش' },
  'field_rules.preInvoice.salesCentre': { en: 'sales centre', fa: 'مرکز فروش' },
  'field_rules.preInvoice.paymentKind': { en: 'payment', fa: 'نوع پرداخت' },
  'field_rules.preInvoice.intermediary': { en: 'intermediary', fa: 'واسطه' },
  'field_rules.preInvoice.title': { en: 'title of the document', fa: 'عنوان سند' },
  field_creatDate: { en: 'date of creation', fa: 'تاریخ ثبت' },
} satisfies Record<`field_${ContactFieldName}`, MessageText> & Readonly<Record<string, MessageText>>)

/** How a field is named: by what people call it, with the name that a program knows it by. */
export const fieldPlaces = defineMessages({
  field_called: { en: '{field} ({path})', fa: '{field} ({path})' },
  field_of_line: { en: 'line {line}, {field} ({path})', fa: 'ردیف {line}، {field} ({path})' },
})
