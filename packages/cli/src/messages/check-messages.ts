import { defineMessages } from '@siagh-sync/sync-core/messages'

/** What `siagh-sync check` finds, and what to do. */
export const checkMessages = defineMessages({
  status_ok: { en: 'ok', fa: 'درست' },
  status_warning: { en: 'warning', fa: 'هشدار' },
  status_fault: { en: 'failed', fa: 'خطا' },
  status_skipped: { en: 'skipped', fa: 'بررسی نشد' },
  check_rules_set: {
    en: 'every rule of a pre-invoice without a default is set',
    fa: 'همه تنظیم‌های پیش‌فاکتور که پیش‌فرض ندارد تعیین شده است',
  },
  check_rules_unset: { en: 'not set: {rules}', fa: 'تعیین نشده: {rules}' },
  check_rules_unset_advice: {
    en: 'Each Siagh has its own numbers, and none is guessed. Until these rules are set, documents are refused. `siagh-sync init` explains each rule.',
    fa: 'شماره‌ها در هر سیاق فرق دارد و برنامه آن‌ها را حدس نمی‌زند. تا تعیین نشوند هیچ سندی ثبت نمی‌شود. `siagh-sync init` هر یک را توضیح می‌دهد.',
  },
  check_no_login: { en: 'no login', fa: 'ورود انجام نشد' },
  check_not_reached: { en: 'the server was not reached', fa: 'به سرور نرسیدیم' },
  check_unreachable: { en: '{url}: {reason}', fa: '{url}: {reason}' },
  check_one_identity: { en: 'one identity', fa: 'یک شخص خوانده شد' },
  check_crm_empty: { en: 'the CRM holds no identity yet', fa: 'هنوز هیچ شخصی در آن نیست' },
  check_crm_may_not_read: {
    en: 'See in the CRM that the user may read persons and organizations by the API.',
    fa: 'در پیام‌گستر ببینید که کاربر اجازه خواندن اشخاص حقیقی و حقوقی از راه API را دارد.',
  },
  check_find_works: {
    en: 'changes can be asked for by ModifyDate',
    fa: 'تغییرات را می‌شود بر پایه ModifyDate پرسید',
  },
  check_find_advice: {
    en: 'Without it, catch-up notes every identity and no document. See the rule find.typeKeys, and whether the user may use find.',
    fa: 'بدون آن، پیگیری (catch-up) همه اشخاص را یادداشت می‌کند و هیچ سندی را نه. تنظیم find.typeKeys و دسترسی کاربر به find را ببینید.',
  },
  check_user: {
    en: 'Check {settings}: user, password, and that the user may use the API.',
    fa: '{settings} را بررسی کنید: نام کاربری، رمز و اینکه کاربر اجازه استفاده از API را دارد.',
  },
  check_url: {
    en: 'Check {setting}: it must lead to the server itself. Else try again later.',
    fa: '{setting} را بررسی کنید: باید به خودِ سرور برسد. اگر درست است کمی دیگر امتحان کنید.',
  },
  check_server: {
    en: 'Check {setting}, that the server runs, and that no firewall stands between it and this machine.',
    fa: '{setting} را بررسی کنید؛ ببینید سرور روشن است و فایروالی میان آن و این دستگاه نیست.',
  },
  settings_both: { en: '{first} and {second}', fa: '{first} و {second}' },
  settings_siagh_user: {
    en: 'siagh.username and SIAGH_PASSWORD or SIAGH_PASSWORD_MD5',
    fa: 'siagh.username و SIAGH_PASSWORD یا SIAGH_PASSWORD_MD5',
  },
  check_fiscal_year: { en: 'fiscal year {year}', fa: 'سال مالی {year}' },
  check_no_fiscal_year: { en: 'the login tells no fiscal year', fa: 'ورود به سیاق سال مالی را نشان نمی‌دهد' },
  check_fiscal_year_advice: {
    en: "Pre-invoices take the Jalali year of the document's date then. Set the rule preInvoice.fiscalYear where that is wrong.",
    fa: 'پیش‌فاکتورها سال شمسیِ تاریخ سند را می‌گیرند. اگر درست نیست، تنظیم preInvoice.fiscalYear را بگذارید.',
  },
  check_contacts: { en: '{count} contacts', fa: '{count} مخاطب' },
  check_contacts_unreadable: {
    en: 'the contact list cannot be read: {reason}',
    fa: 'فهرست مخاطبان خوانده نمی‌شود: {reason}',
  },
  check_nothing_before: {
    en: 'Nothing is handled until the contact list can be read.',
    fa: 'تا فهرست خوانده نشود هیچ موردی انجام نمی‌شود.',
  },
  check_rows_unreadable: {
    en: '{count} of {all} rows cannot be read: {places}',
    fa: 'از {all} ردیف، {count} ردیف خوانده نمی‌شود: {places}',
  },
  places_and_more: { en: '{places} and {count} more', fa: '{places} و {count} ردیف دیگر' },
  check_rows_advice: {
    en: 'The others are used. Correct these contacts in Siagh; records that need one of them wait among the failures.',
    fa: 'بقیه به کار می‌روند. این مخاطبان را در سیاق درست کنید؛ موردهایی که به آن‌ها نیاز دارند در فهرست ناموفق‌ها می‌مانند.',
  },
  clock_untold_answers: { en: 'its HTTP answers tell no time', fa: 'پاسخ‌های سرور زمان ندارند' },
  clock_untold_logins: { en: 'its logins tell no time', fa: 'ورود به سیاق زمان را نشان نمی‌دهد' },
  clock_same: { en: 'the same as here, within a minute', fa: 'با ساعت این دستگاه یکی است (تا یک دقیقه)' },
  clock_ahead: { en: '{duration} ahead of ours', fa: '{duration} جلوتر از ساعت این دستگاه' },
  clock_behind: { en: '{duration} behind ours', fa: '{duration} عقب‌تر از ساعت این دستگاه' },
  clock_advice: {
    en: 'Set the clocks by one time server. Nothing is lost by it, but dates of documents and what people see in logs do not fit.',
    fa: 'ساعت‌ها را با یک سرور زمان تنظیم کنید. چیزی گم نمی‌شود، ولی تاریخ سندها و زمان گزارش‌ها با هم نمی‌خواند.',
  },
  check_store_fine: { en: '{place}: written and read', fa: '{place}: نوشته و خوانده شد' },
  check_store_unread: {
    en: '{place}: what was written cannot be read',
    fa: '{place}: آنچه نوشته شد خوانده نمی‌شود',
  },
  check_store_fault: { en: '{place}: {reason}', fa: '{place}: {reason}' },
  check_store_broken: { en: '{reason}', fa: '{reason}' },
  check_network_drive: {
    en: 'See that no network drive is between this process and the store.',
    fa: 'ذخیره‌گاه نباید روی درایو شبکه باشد.',
  },
  check_disk: {
    en: 'See that the disk has room and the file or database may be written.',
    fa: 'ببینید دیسک جا دارد و اجازه نوشتن در فایل یا پایگاه داده هست.',
  },
  check_settle_first: {
    en: 'No command works with this store until that is settled.',
    fa: 'تا این روشن نشود هیچ دستوری با این ذخیره‌گاه کار نمی‌کند.',
  },
  check_store_file: {
    en: 'Set store.file (STORE_FILE) to a path whose folder is there and may be written.',
    fa: 'در store.file (STORE_FILE) نشانی‌ای بگذارید که پوشه‌اش هست و می‌شود در آن نوشت.',
  },
  check_store_url: {
    en: 'Check store.url (DATABASE_URL): host, user, password, database, and that the user may create the schema.',
    fa: 'store.url (DATABASE_URL) را بررسی کنید: سرور، نام کاربری، رمز، پایگاه داده و اجازه ساختن schema.',
  },
  check_queue_inside: {
    en: 'within the process of `siagh-sync serve`',
    fa: 'درون خودِ `siagh-sync serve`',
  },
  check_queue_url: {
    en: 'Check {setting}: host, password, and that a firewall lets it through. Webhooks are noted without it, and handled later.',
    fa: 'این تنظیم را بررسی کنید: {setting}. سرور و رمز درست باشد و فایروال راه را نبندد. بدون صف هم وب‌هوک‌ها یادداشت و بعداً انجام می‌شود.',
  },
  setting_store_and_queue: {
    en: 'store.url (DATABASE_URL), where the queue is too',
    fa: 'store.url (DATABASE_URL)، که صف هم در آن است',
  },
  check_queue_woke: { en: '{place}: a wake-up came through', fa: '{place}: پیام بیدارباش رسید' },
  check_queue_silent: {
    en: '{place}: a wake-up did not come through within {seconds} s',
    fa: '{place}: پیام بیدارباش تا {seconds} ثانیه نرسید',
  },
  check_no_secret: { en: 'no secret is set', fa: 'رمز وب‌هوک تنظیم نشده است' },
  check_set_secret: {
    en: 'Set WEBHOOK_SECRET before `siagh-sync serve`: 16 characters or more.',
    fa: 'پیش از `siagh-sync serve` متغیر WEBHOOK_SECRET را بگذارید: 16 نویسه یا بیشتر.',
  },
  check_no_public_url: {
    en: 'webhook.publicUrl (WEBHOOK_PUBLIC_URL) is not set: the address that the CRM is to call is not known',
    fa: 'webhook.publicUrl (WEBHOOK_PUBLIC_URL) تنظیم نشده است: نشانی‌ای که پیام‌گستر باید صدا بزند معلوم نیست',
  },
  check_webhook_unreached: { en: '{url} was not reached: {reason}', fa: 'به {url} نرسیدیم: {reason}' },
  check_webhook_reach: {
    en: 'See that HOST and PORT are where webhook.publicUrl leads (HOST 127.0.0.1 is this machine alone), and that the CRM can reach it.',
    fa: 'ببینید HOST و PORT همان‌جاست که webhook.publicUrl نشان می‌دهد (HOST 127.0.0.1 تنها همین دستگاه است) و پیام‌گستر به آن می‌رسد.',
  },
  check_webhook_secret: { en: '{url} refuses the secret', fa: '{url} رمز را نمی‌پذیرد' },
  check_same_secret: {
    en: 'Give `siagh-sync serve` and this command the same WEBHOOK_SECRET.',
    fa: 'WEBHOOK_SECRET برای `siagh-sync serve` و این دستور باید یکی باشد.',
  },
  check_webhook_answers: { en: '{url} answers {status}', fa: '{url} پاسخ {status} می‌دهد' },
  check_webhook_leads: {
    en: 'webhook.publicUrl must lead to /webhook/crm of `siagh-sync serve`. {reach}',
    fa: 'webhook.publicUrl باید به /webhook/crm در `siagh-sync serve` برسد. {reach}',
  },
  check_webhook_lax: {
    en: '{url} answers {status} to a wrong secret, not 401',
    fa: '{url} به رمز نادرست پاسخ {status} می‌دهد، نه 401',
  },
  check_other_program: {
    en: 'Another program answers there: see where webhook.publicUrl leads.',
    fa: 'برنامه دیگری آنجا پاسخ می‌دهد؛ ببینید webhook.publicUrl به کجا می‌رسد.',
  },
  check_webhook_fine: {
    en: '{url}: reached, a wrong secret refused',
    fa: '{url}: در دسترس است و رمز نادرست را نمی‌پذیرد',
  },
  check_webhook_fine_here: {
    en: '{url}: reached, a wrong secret refused (this command listened in place of `siagh-sync serve`)',
    fa: '{url}: در دسترس است و رمز نادرست را نمی‌پذیرد (این دستور به جای `siagh-sync serve` گوش داد)',
  },
  no_answer: { en: 'no answer', fa: 'پاسخی نیامد' },
  no_connection: { en: 'no connection', fa: 'ارتباط برقرار نشد' },
})

/** What was looked at, by the stable names of the lines. */
export const checkNames = defineMessages({
  'looked_at_crm reached': { en: 'crm reached', fa: 'اتصال پیام‌گستر' },
  'looked_at_crm login': { en: 'crm login', fa: 'ورود پیام‌گستر' },
  'looked_at_crm read': { en: 'crm read', fa: 'خواندن پیام‌گستر' },
  'looked_at_crm find': { en: 'crm find', fa: 'تغییرات پیام‌گستر' },
  'looked_at_crm missing id': { en: 'crm missing id', fa: 'شناسه ناموجود' },
  'looked_at_crm types': { en: 'crm types', fa: 'نوع در پیام‌گستر' },
  'looked_at_crm clock': { en: 'crm clock', fa: 'ساعت پیام‌گستر' },
  'looked_at_siagh reached': { en: 'siagh reached', fa: 'اتصال سیاق' },
  'looked_at_siagh login': { en: 'siagh login', fa: 'ورود سیاق' },
  'looked_at_siagh read': { en: 'siagh read', fa: 'خواندن سیاق' },
  'looked_at_siagh contacts': { en: 'siagh contacts', fa: 'مخاطبان سیاق' },
  'looked_at_siagh types': { en: 'siagh types', fa: 'نوع در سیاق' },
  'looked_at_siagh parties': { en: 'siagh parties', fa: 'طرف‌های حساب' },
  'looked_at_siagh clock': { en: 'siagh clock', fa: 'ساعت سیاق' },
  looked_at_rules: { en: 'rules', fa: 'تنظیم‌های سند' },
  looked_at_store: { en: 'store', fa: 'ذخیره‌گاه' },
  looked_at_queue: { en: 'queue', fa: 'صف' },
  looked_at_webhook: { en: 'webhook', fa: 'وب‌هوک' },
})
