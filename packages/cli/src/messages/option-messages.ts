import { defineMessages } from '@siagh-sync/sync-core/messages'

/** What `--help` says of the options. */
export const optionMessages = defineMessages({
  opt_backup_force: {
    en: 'replace an older backup, and no other file',
    fa: 'نسخه پشتیبان قدیمی را جایگزین می‌کند، نه فایل دیگری را',
  },
  opt_since_last: {
    en: '1404/09/04, 2025-11-25 or 2025-11-25T17:33, in Tehran; default: the last time',
    fa: 'به شکل 1404/09/04 یا 2025-11-25 یا 2025-11-25T17:33، به وقت تهران؛ پیش‌فرض: آخرین بار',
  },
  opt_config: {
    en: 'configuration file; default siagh-sync.config.ts, .js or .json of this folder',
    fa: 'فایل تنظیمات؛ پیش‌فرض siagh-sync.config.ts یا .js یا .json در همین پوشه',
  },
  opt_company: { en: 'the company, where several share a store', fa: 'نام شرکت، وقتی چند شرکت یک ذخیره‌گاه دارند' },
  opt_accept_new_servers: {
    en: 'the servers or the company are the same under new names: the store is taken for theirs from now on',
    fa: 'وقتی سرورها یا شرکت همان‌ها هستند و فقط نامشان عوض شده است: ذخیره‌گاه از این پس نام تازه را می‌پذیرد',
  },
  opt_lang: {
    en: 'fa: Persian; default: by LC_ALL, LC_MESSAGES or LANG',
    fa: 'fa: فارسی؛ پیش‌فرض: از LC_ALL یا LC_MESSAGES یا LANG',
  },
  opt_digits: {
    en: 'fa: numbers and times in Persian digits, but never ids',
    fa: 'fa: عددها و زمان‌ها با رقم فارسی، به جز شناسه‌ها',
  },
  opt_json: {
    en: 'one JSON document on stdout, with command, ok, exitCode, and result or error',
    fa: 'خروجی به شکل JSON، با command و ok و exitCode، و result یا error',
  },
  opt_verbose: { en: 'a log on stderr', fa: 'گزارش کار (log) در stderr' },
  opt_help: { en: 'this text', fa: 'همین متن' },
  opt_kind: { en: 'only records of this kind', fa: 'فقط رکوردهای این نوع' },
  opt_limit: { en: 'rows at most', fa: 'بیشترین تعداد سطر' },
  opt_error: { en: 'only those that failed with this', fa: 'فقط آن‌ها که با این خطا ناموفق شدند' },
  opt_names: {
    en: 'numbers of documents and names of contacts, read from the CRM now and kept nowhere',
    fa: 'شماره سندها و نام مخاطبان هم؛ همین حالا از پیام‌گستر خوانده و جایی نگه داشته نمی‌شود',
  },
  opt_release_all: {
    en: 'everything that waits now, customers before documents',
    fa: 'هر چه اکنون منتظر است؛ نخست مشتری‌ها و سپس سندها',
  },
  opt_held_kind: { en: 'the kind of the record', fa: 'نوع رکورد' },
  opt_outcome: { en: 'only runs that came to this', fa: 'فقط اجراهایی با این نتیجه' },
  opt_since: {
    en: '1404/09/04, 2025-11-25 or 2025-11-25T17:33, in Tehran',
    fa: 'به شکل 1404/09/04 یا 2025-11-25 یا 2025-11-25T17:33، به وقت تهران',
  },
  opt_import_apply: { en: 'write, after a question', fa: 'پس از یک پرسش می‌نویسد' },
  opt_import_yes: { en: 'let --apply write without a question', fa: 'با --apply: بدون پرسش می‌نویسد' },
  opt_import_decisions: {
    en: 'a report in which a person filled in the column `decision`',
    fa: 'گزارشی که در ستون `decision` آن تصمیم‌ها را نوشته‌اید',
  },
  opt_import_report: {
    en: 'every contact as a row of a CSV file',
    fa: 'فایل CSV که هر مخاطب در یک سطر آن نوشته می‌شود',
  },
  opt_import_force: {
    en: 'let --report replace a file that is there',
    fa: 'با --report: فایل موجود را جایگزین می‌کند',
  },
  opt_import_limit: { en: '10 of each kind', fa: '10 از هر نوع' },
  opt_import_concurrency: {
    en: 'contacts at once; default 4',
    fa: 'تعداد مخاطبانی که هم‌زمان نوشته می‌شود؛ پیش‌فرض 4',
  },
  opt_siagh_url: { en: 'address of Siagh', fa: 'نشانی سیاق' },
  opt_siagh_username: { en: 'user of Siagh', fa: 'نام کاربری سیاق' },
  opt_crm_url: { en: 'address of the CRM', fa: 'نشانی پیام‌گستر' },
  opt_crm_username: { en: 'user of the CRM', fa: 'نام کاربری پیام‌گستر' },
  opt_store: { en: 'where the store is kept; default sqlite', fa: 'جای ذخیره‌گاه؛ پیش‌فرض sqlite' },
  opt_public_url: {
    en: 'address that the CRM calls, without kind and secret',
    fa: 'نشانی‌ای که پیام‌گستر صدا می‌زند، بدون نوع و رمز',
  },
  opt_sale_kind: { en: 'kind of sale: 2, or PI_5=2, default=1', fa: 'نوع فروش: 2 یا PI_5=2, default=1' },
  opt_sale_model: { en: 'sale model, in the same form', fa: 'مدل فروش، به همین شکل' },
  opt_sales_centre: { en: 'sales centre, in the same form', fa: 'مرکز فروش، به همین شکل' },
  opt_payment_kind: { en: 'payment, in the same form', fa: 'نوع پرداخت، به همین شکل' },
  opt_intermediary: { en: 'intermediary, or none', fa: 'واسطه، یا none اگر واسطه‌ای نیست' },
  opt_document_title: { en: 'title of the pre-invoices', fa: 'عنوان پیش‌فاکتورها' },
  opt_category: {
    en: 'category of what the import makes in the CRM',
    fa: 'دسته اشخاصی که ورود اولیه می‌سازد',
  },
  opt_init_force: { en: 'replace a file that is there', fa: 'فایل موجود را جایگزین می‌کند' },
  opt_move_to: {
    en: 'postgresql://user@host:5432/database, or the path of a file',
    fa: 'به شکل postgresql://user@host:5432/database یا نشانی یک فایل',
  },
  opt_move_schema: {
    en: 'schema of the database; default that of the configuration, siagh_sync',
    fa: 'نام schema در پایگاه داده؛ پیش‌فرض همان تنظیمات، siagh_sync',
  },
  opt_probe_write: {
    en: 'put the proposed rules into the configuration file',
    fa: 'تنظیم‌های پیشنهادی را در فایل تنظیمات می‌نویسد',
  },
  opt_probe_bundle: {
    en: 'write the findings into a file, without any personal data, for a report',
    fa: 'یافته‌ها را بدون داده شخصی در فایلی می‌نویسد، برای گزارش',
  },
  opt_probe_sample: {
    en: 'records of each kind to read at most; default 100',
    fa: 'بیشترین تعداد رکورد از هر نوع؛ پیش‌فرض 100',
  },
  opt_probe_document: {
    en: 'id of a document to look at, where the CRM does not list them (can be repeated), or to write with --write-trial',
    fa: 'شناسه سندی که بررسی شود، اگر پیام‌گستر سندها را نشان نمی‌دهد (تکرار می‌شود)، یا با --write-trial نوشته شود',
  },
  opt_probe_trial: {
    en: 'write one contact and one document into Siagh, after two questions',
    fa: 'پس از دو پرسش، یک مخاطب و یک سند را در سیاق می‌نویسد',
  },
  opt_probe_contact: {
    en: 'with --write-trial: id of the person or organization in the CRM',
    fa: 'با --write-trial: شناسه شخص در پیام‌گستر',
  },
  opt_probe_yes: {
    en: 'given twice with --write-trial: write without a question',
    fa: 'اگر با --write-trial دو بار بیاید بدون پرسش می‌نویسد',
  },
  opt_repair: { en: 'notes what a sync can mend', fa: 'آنچه را خودکار درست می‌شود یادداشت می‌کند' },
  opt_reconcile_limit: { en: '50 of each kind of difference', fa: '50 از هر نوع تفاوت' },
  opt_restore_replace: {
    en: 'set a store aside that is there: its file keeps its name, with the time behind it',
    fa: 'ذخیره‌گاه موجود را کنار می‌گذارد: زمان به پایان نام فایلش افزوده می‌شود',
  },
  opt_done_otherwise: {
    en: 'the store was restored by other means: nothing is copied',
    fa: 'وقتی ذخیره‌گاه به روش دیگری بازگردانده شده است: چیزی کپی نمی‌شود',
  },
  opt_clock_is_right: {
    en: 'goes on although the store holds later times than the clock of this machine',
    fa: 'ادامه می‌دهد، هرچند در ذخیره‌گاه زمان‌هایی دیرتر از ساعت این دستگاه هست',
  },
  opt_retry_all: {
    en: 'every failure, or every one that --kind and --error let through',
    fa: 'همه موردهای ناموفق، یا آن‌ها که --kind و --error می‌گویند',
  },
  opt_siagh_port: { en: 'port of Siagh; 0 takes any that is free', fa: 'پورت سیاق؛ 0 یعنی هر پورت آزاد' },
  opt_crm_port: { en: 'port of the CRM', fa: 'پورت پیام‌گستر' },
  opt_control_port: {
    en: 'port by which records are made and faults are set',
    fa: 'پورتی که از آن رکورد ساخته و خطا تنظیم می‌شود',
  },
  opt_contacts: { en: 'contacts in Siagh, untidy as real ones are', fa: 'تعداد مخاطبان سیاق، نامرتب مانند واقعیت' },
  opt_twins: {
    en: 'how many of them the CRM has already, under other spellings',
    fa: 'چند تای آن‌ها با املای دیگر در پیام‌گستر هست',
  },
  opt_people: { en: 'people in the CRM alone', fa: 'تعداد اشخاصی که فقط در پیام‌گستر هستند' },
  opt_webhook: { en: 'where the CRM sends its webhooks', fa: 'نشانی‌ای که پیام‌گستر وب‌هوک‌ها را به آن می‌فرستد' },
  opt_seed: { en: 'the same seed makes the same samples', fa: 'با عدد یکسان، نمونه‌های یکسان ساخته می‌شود' },
  opt_dialect: {
    en: 'answer differently where nobody knows the real answer, as in missingId=500; can be repeated',
    fa: 'پاسخ به شکلی دیگر در جاهایی که شکل واقعی معلوم نیست، مانند missingId=500؛ تکرار می‌شود',
  },
  opt_replay: {
    en: 'answer from a recording of serve --record, without simulating anything',
    fa: 'پاسخ از روی ضبطی که serve --record ساخته است، بدون شبیه‌سازی',
  },
  opt_record: {
    en: 'record what is said to both servers, with made-up values, for a bug report (docs/send-a-recording.md)',
    fa: 'ضبط گفت‌وگو با دو سرور با مقدارهای ساختگی، برای گزارش ایراد (docs/send-a-recording.fa.md)',
  },
  opt_created: { en: 'the number of the pre-invoice in Siagh', fa: 'شماره پیش‌فاکتور در سیاق' },
  opt_code: {
    en: "the pre-invoice's internal code, where you know it; default: number-NUMBER",
    fa: 'کد داخلی پیش‌فاکتور، اگر می‌دانید؛ پیش‌فرض: number-NUMBER',
  },
  opt_not_created: { en: 'Siagh has no such pre-invoice', fa: 'چنین پیش‌فاکتوری در سیاق نیست' },
  opt_settle_kind: {
    en: 'default: looked up among the documents in doubt',
    fa: 'نوع سند؛ پیش‌فرض: از میان سندهای بلاتکلیف پیدا می‌شود',
  },
  opt_type: {
    en: 'of an identity; default: the CRM is asked for both',
    fa: 'نوع شخص؛ پیش‌فرض: هر دو از پیام‌گستر پرسیده می‌شود',
  },
})
