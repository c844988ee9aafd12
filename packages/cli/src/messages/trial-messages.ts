import { defineMessages } from '@siagh-sync/sync-core/messages'

/** What `siagh-sync probe --write-trial` says. */
export const trialMessages = defineMessages({
  trial_needs_records: {
    en: '--write-trial needs --contact ID, or one --document ID, or both.',
    fa: 'با --write-trial باید --contact یا یک --document یا هر دو را با شناسه بدهید.',
  },
  trial_only_with: {
    en: '--contact and --yes are for --write-trial.',
    fa: 'گزینه‌های --contact و --yes برای --write-trial است.',
  },
  trial_excludes: {
    en: '--write-trial goes without --write, --bundle, --sample and --record.',
    fa: 'گزینه --write-trial با --write و --bundle و --sample و --record نمی‌آید.',
  },
  trial_yes_twice: {
    en: 'A trial writes into Siagh and is asked for twice. Without a terminal, add --yes --yes.',
    fa: 'آزمایش در سیاق می‌نویسد و دو بار پرسیده می‌شود. بدون ترمینال --yes --yes را اضافه کنید.',
  },
  trial_will_send: { en: 'This will be sent to Siagh:', fa: 'این به سیاق فرستاده می‌شود:' },
  trial_contact: { en: 'Contact, from the {kind} {id}', fa: 'مخاطب، از {kind} {id}' },
  trial_document: { en: 'Pre-invoice, from the {kind} {id}', fa: 'پیش‌فاکتور، از {kind} {id}' },
  trial_contact_exists: {
    en: 'Siagh has this contact already, with the code {code}. No field of the contact changes.',
    fa: 'این مخاطب با کد {code} در سیاق هست و هیچ فیلدی از آن عوض نمی‌شود.',
  },
  trial_contact_changes: {
    en: 'Siagh has this contact already, with the code {code}. The trial changes these fields of the contact:',
    fa: 'این مخاطب با کد {code} در سیاق هست. این آزمایش این فیلدهای آن را عوض می‌کند:',
  },
  trial_ask_first: {
    en: 'Write exactly this into Siagh? (yes or no)',
    fa: 'همین در سیاق نوشته شود؟ (بله یا خیر)',
  },
  trial_ask_again: {
    en: 'siagh-sync cannot delete it afterwards; only a person can, in Siagh. Write it now? (yes or no)',
    fa: 'پس از آن فقط خودتان می‌توانید در سیاق پاکش کنید. اکنون نوشته شود؟ (بله یا خیر)',
  },
  trial_changed: {
    en: 'A record was changed in the CRM after it was shown. Nothing was written. Run the command again.',
    fa: 'پس از نمایش، رکوردی در پیام‌گستر تغییر کرد. چیزی نوشته نشد. دستور را دوباره اجرا کنید.',
  },
  trial_fiscal_year: { en: 'fiscal year', fa: 'سال مالی' },
  trial_title: { en: 'title', fa: 'عنوان' },
  trial_number: { en: 'number in the CRM', fa: 'شماره در پیام‌گستر' },
  trial_codes: { en: 'codes', fa: 'کدها' },
  trial_codes_are: {
    en: 'kind of sale {saleKind}, sale model {saleModel}, sales centre {salesCentre}, payment {payment}, intermediary {intermediary}',
    fa: 'نوع فروش {saleKind}، مدل فروش {saleModel}، مرکز فروش {salesCentre}، نوع پرداخت {payment}، واسطه {intermediary}',
  },
  trial_remarks: { en: 'remarks', fa: 'توضیحات' },
  trial_sum: { en: 'sum before VAT', fa: 'جمع پیش از مالیات' },
  trial_sum_is: { en: '{net}, after a discount of {discount}', fa: '{net} پس از {discount} تخفیف' },
  trial_final: { en: 'the CRM says', fa: 'مبلغ در پیام‌گستر' },
  trial_final_is: { en: 'final value {final} Rial, VAT {vat}', fa: 'مبلغ نهایی {final} ریال، مالیات {vat}' },
  trial_product: { en: 'product', fa: 'کد کالا' },
  trial_unit: { en: 'unit', fa: 'واحد' },
  trial_quantity: { en: 'quantity', fa: 'تعداد' },
  trial_price: { en: 'price', fa: 'مبلغ واحد' },
  trial_discount: { en: 'discount', fa: 'تخفیف' },
  trial_field: { en: 'field', fa: 'فیلد' },
  trial_sent: { en: 'sent', fa: 'فرستاده' },
  trial_same: { en: 'the same', fa: 'همان' },
  trial_contact_done: {
    en: 'The contact: {outcome}, code {code} in Siagh.',
    fa: 'مخاطب: {outcome}، با کد {code} در سیاق.',
  },
  trial_contact_nothing: {
    en: 'The contact: {outcome}. Nothing was written.',
    fa: 'مخاطب: {outcome}. چیزی نوشته نشد.',
  },
  trial_not_listed: {
    en: "Siagh's list does not show the contact yet. Look at it in Siagh, and run `siagh-sync probe` again later.",
    fa: 'فهرست سیاق هنوز این مخاطب را نشان نمی‌دهد. آن را در سیاق ببینید و بعداً `siagh-sync probe` را دوباره اجرا کنید.',
  },
  trial_fields_same: {
    en: 'All fields came back as they were sent.',
    fa: 'همه فیلدها همان‌طور که فرستاده شد برگشت.',
  },
  trial_fields_differ: {
    en: 'Some fields came back otherwise. Ask why before you go live:',
    fa: 'چند فیلد طور دیگری برگشت. پیش از آغاز کار علت را بپرسید:',
  },
  trial_is_party: {
    en: 'It is an account party, with the code {party}.',
    fa: 'این مخاطب طرف حساب است، با کد {party}.',
  },
  trial_no_party: {
    en: 'It is no account party yet. Its documents wait until somebody makes it one in Siagh.',
    fa: 'هنوز طرف حساب نیست. سندهایش می‌ماند تا در سیاق طرف حساب شود.',
  },
  trial_mark_shown: { en: 'The list shows our tmpid.', fa: 'فهرست tmpid ما را نشان می‌دهد.' },
  trial_mark_hidden: {
    en: 'The list does not show our tmpid.',
    fa: 'فهرست tmpid ما را نشان نمی‌دهد.',
  },
  trial_document_nothing: {
    en: 'The document: {outcome}. Nothing was written.',
    fa: 'سند: {outcome}. چیزی نوشته نشد.',
  },
  trial_document_done: {
    en: 'The document: {outcome}. Siagh cannot be asked for it. Ask the accountant to look for pre-invoice {number}, and to compare:',
    fa: 'سند: {outcome}. آن را نمی‌شود از سیاق خواند. از حسابدار بخواهید پیش‌فاکتور {number} را باز و با این‌ها مقایسه کند:',
  },
  trial_number_and_code: { en: '{number} (code {code})', fa: '{number} (کد {code})' },
  trial_customer: { en: 'customer', fa: 'مشتری' },
  trial_customer_first: {
    en: '{id} of the CRM. If Siagh does not have this customer yet, the customer is written first.',
    fa: '{id} در پیام‌گستر. اگر هنوز در سیاق نباشد، نخست مشتری نوشته می‌شود.',
  },
  trial_customer_is: {
    en: 'contact {code}, account party {party}',
    fa: 'مخاطب {code}، طرف حساب {party}',
  },
  trial_unknown: { en: 'unknown', fa: 'نامعلوم' },
  trial_failure: {
    en: 'The document was not written: {reason}',
    fa: 'سند نوشته نشد: {reason}',
  },
})
