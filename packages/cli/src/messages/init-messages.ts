import { defineMessages } from '@siagh-sync/sync-core/messages'

/** What `siagh-sync init` asks about pre-invoices, and what it says of the answers. */
export const initMessages = defineMessages({
  init_about_rules: {
    en: 'The next six answers are written on every pre-invoice. Each Siagh has its own numbers. To see them, open a sales pre-invoice (پیش فاکتور فروش) in Siagh and look at the list of the field. If the list shows no numbers, ask the support of your Siagh.\nAn answer is one value. If it depends on the type of the document, write each type code of the CRM: PI_5=2, default=1\nLeave an answer empty if you do not know it yet. Until it is set, documents are refused. Persons and companies go to Siagh all the same.',
    fa: 'شش پاسخ بعدی در همه پیش‌فاکتورها نوشته می‌شود. شماره‌ها در هر سیاق فرق دارد. برای دیدنشان یک پیش‌فاکتور فروش را در سیاق باز کنید و فهرست همان فیلد را ببینید. اگر در فهرست شماره نیست، از پشتیبان سیاق بپرسید.\nپاسخ یک مقدار است. اگر به نوع سند بستگی دارد، کد هر نوع را که در پیام‌گستر تعریف شده بنویسید: PI_5=2, default=1\nاگر پاسخی را هنوز نمی‌دانید خالی بگذارید. تا تعیین نشود هیچ سندی ثبت نمی‌شود، ولی اشخاص به سیاق می‌روند.',
  },
  ask_sale_kind: {
    en: 'Kind of sale (نوع فروش), official or unofficial. 1 is unofficial (غیر رسمی). Example: 2',
    fa: 'نوع فروش، رسمی یا غیر رسمی. شماره 1 غیر رسمی است. مثال: 2',
  },
  ask_sale_model: {
    en: 'Sale model (مدل فروش), the line of business that the sale belongs to. Example: 1',
    fa: 'مدل فروش، یعنی فروش به کدام بخش از کسب‌وکار تعلق دارد. مثال: 1',
  },
  ask_sales_centre: {
    en: 'Sales centre (مرکز فروش), the branch or department that sells. Example: 2',
    fa: 'مرکز فروش، یعنی شعبه یا واحدی که می‌فروشد. مثال: 2',
  },
  ask_payment_kind: {
    en: 'Payment (نوع پرداخت). 1 is cash, 2 is cheque. Example: 1',
    fa: 'نوع پرداخت. شماره 1 نقد و 2 چک است. مثال: 1',
  },
  ask_intermediary: {
    en: 'Intermediary (واسطه), the person who arranged the sale. Write none if there is none. Example: 31',
    fa: 'واسطه فروش. اگر واسطه‌ای نیست بنویسید «ندارد». مثال: 31',
  },
  ask_document_title: {
    en: 'Title of the pre-invoice (عنوان سند), which Siagh shows. Example: پیش فاکتور فروش',
    fa: 'عنوانی که سیاق روی سند نشان می‌دهد. مثال: پیش فاکتور فروش',
  },
  ask_category: {
    en: 'Key of a category (دسته) for the persons and companies that the first import makes in the CRM. Some CRMs refuse them without one',
    fa: 'کلید دسته‌ای که ورود اولیه به اشخاص تازه در پیام‌گستر می‌دهد. بعضی پیام‌گسترها شخص بدون دسته را نمی‌پذیرند',
  },
  not_known_yet: { en: 'empty: not known yet', fa: 'خالی: هنوز معلوم نیست' },
  no_category: { en: 'empty: none', fa: 'خالی: بدون دسته' },
  answer_code: {
    en: 'A whole number such as 2, or type codes such as PI_5=2, default=1',
    fa: 'عدد صحیح بنویسید، مانند 2، یا کد نوع‌ها را، مانند PI_5=2, default=1',
  },
  answer_code_or_none: {
    en: 'A whole number such as 31, or none, or type codes such as PI_5=31, default=none',
    fa: 'عدد صحیح بنویسید، مانند 31، یا «ندارد»، یا کد نوع‌ها را، مانند PI_5=31, default=none',
  },
  answer_title: {
    en: 'A text, or type codes such as PI_5=فاکتور, default=پیش فاکتور',
    fa: 'متن بنویسید، یا کد نوع‌ها را، مانند PI_5=فاکتور, default=پیش فاکتور',
  },
  rules_left_open: {
    en: 'Not set yet: {rules}. Until they are set in {file}, documents are refused. Persons and companies go to Siagh all the same.',
    fa: 'هنوز تعیین نشده است: {rules}. تا در {file} تعیین نشود هیچ سندی ثبت نمی‌شود، ولی اشخاص به سیاق می‌روند.',
  },
  rules_wrong_in_options: {
    en: 'An answer about pre-invoices is not understood:',
    fa: 'پاسخی درباره پیش‌فاکتورها درست نیست:',
  },
})
