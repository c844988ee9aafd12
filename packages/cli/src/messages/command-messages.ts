import { defineMessages } from '@siagh-sync/sync-core/messages'

/** What the commands tell of their work. */
export const commandMessages = defineMessages({
  error_word: { en: 'error', fa: 'خطا:' },
  warning_word: { en: 'warning', fa: 'هشدار:' },
  stopping: {
    en: 'Stopping when what is under way has ended. Press Ctrl-C again to end at once.',
    fa: 'کار در جریان که تمام شود، متوقف می‌شود. برای پایان فوری دوباره Ctrl-C بزنید.',
  },
  stopped_half_way: {
    en: 'Stopped before it was done. Run the same command again: it goes on from there.',
    fa: 'پیش از پایان کار متوقف شد. همین دستور را دوباره اجرا کنید تا از همان‌جا ادامه دهد.',
  },
  closed_badly: {
    en: '{reason}',
    fa: 'کار انجام شد، ولی بستن آن خطا داد: {reason}. گزارش کار (log) را برای سازنده بفرستید.',
  },
  bug_of_program: { en: 'a bug of siagh-sync: {reason}', fa: 'خطایی در خود siagh-sync: {reason}' },
  node_too_old: {
    en: 'siagh-sync needs Node {oldest} or newer. This is Node {version}.',
    fa: 'برای siagh-sync نسخه {oldest} یا تازه‌تر از Node لازم است. نسخه این دستگاه {version} است؛ Node را به‌روز کنید.',
  },
  output_unwritten: {
    en: 'The output could not be written: {reason}',
    fa: 'خروجی نوشته نشد: {reason}',
  },
  server_silent: {
    en: '{system} does not answer ({reason}); it is tried again.',
    fa: '{system} پاسخ نمی‌دهد ({reason})؛ دوباره امتحان می‌شود.',
  },
  reason_unnamed: { en: 'the system names no reason', fa: 'سیستم علت را نمی‌گوید' },
  reason_timeout: { en: 'no complete answer in time', fa: 'پاسخ به‌موقع نرسید' },
  reason_too_long: { en: 'the answer is too long', fa: 'پاسخ بیش از اندازه بلند است' },
  reason_unreadable: { en: 'the answer cannot be read', fa: 'پاسخ خوانده نمی‌شود' },
  check_says: {
    en: '`siagh-sync check` says what to look at.',
    fa: 'با `siagh-sync check` ببینید چه چیز را باید بررسی کنید.',
  },
  nothing_failed: { en: 'Nothing has failed.', fa: 'هیچ موردی ناموفق نیست.' },
  not_among_failures: { en: '{id} is not among the failures.', fa: '{id} در فهرست ناموفق‌ها نیست.' },
  records_retried: {
    en: '{count record is/records are} to be handled afresh.',
    fa: '{count} مورد از نو انجام می‌شود.',
  },
  more_of_them: { en: 'There are more: --limit shows them.', fa: 'باز هم هست؛ با --limit ببینید.' },
  more_of_it: { en: 'There is more: --limit shows it.', fa: 'باز هم هست؛ با --limit ببینید.' },
  nothing_in_doubt: { en: 'No document is in doubt.', fa: 'هیچ سندی بلاتکلیف نیست.' },
  not_among_doubts: {
    en: '{id} is not among the documents in doubt.',
    fa: '{id} در فهرست سندهای بلاتکلیف نیست.',
  },
  look_in_siagh: {
    en: 'Look in Siagh for a pre-invoice whose remarks (توضیحات) hold the id. If there is one (NUMBER is the number of the pre-invoice):',
    fa: 'در سیاق پیش‌فاکتوری را جستجو کنید که این شناسه در توضیحاتش آمده است. اگر هست (به جای NUMBER شماره پیش‌فاکتور را بنویسید):',
  },
  where_there_is_none: { en: 'If there is none:', fa: 'اگر نیست:' },
  posted_afresh: { en: '{kind} {id} is to be posted afresh.', fa: '{kind} {id} از نو ثبت می‌شود.' },
  taken_over_as: {
    en: '{kind} {id} is taken over as number {number}.',
    fa: '{kind} {id} با شماره {number} ثبت‌شده شمرده شد.',
  },
  nothing_done: { en: 'Nothing was done.', fa: 'هنوز کاری انجام نشده است.' },
  status_company: { en: 'company', fa: 'شرکت' },
  status_store: { en: 'store', fa: 'ذخیره‌گاه' },
  status_pending: { en: 'pending', fa: 'در انتظار' },
  status_failed: { en: 'failed', fa: 'ناموفق' },
  status_in_doubt: { en: 'in doubt', fa: 'بلاتکلیف' },
  oldest_waits: { en: '{pending}, the oldest for {duration}', fa: '{pending}؛ قدیمی‌ترین از {duration} پیش' },
  rows_unreadable: {
    en: "{count row/rows} of Siagh's contact list cannot be read: `siagh-sync check` names them.",
    fa: '{count} ردیف از فهرست مخاطبان سیاق خوانده نمی‌شود؛ با `siagh-sync check` ببینید کدام‌ها.',
  },
  failures_say_why: { en: '`siagh-sync failures` says why.', fa: 'علت را با `siagh-sync failures` ببینید.' },
  doubts_say_which: {
    en: '`siagh-sync in-doubt` says which documents to look for in Siagh.',
    fa: 'با `siagh-sync in-doubt` ببینید کدام سندها را در سیاق جستجو کنید.',
  },
  sync_came_to: { en: '{kind} {id} {outcome}', fa: '{kind} {id} {outcome}' },
  as_contact: { en: '{done}: contact code {code}', fa: '{done}: مخاطب با کد {code}' },
  as_pre_invoice: { en: '{done}: pre-invoice code {code}', fa: '{done}: پیش‌فاکتور با کد {code}' },
  as_pre_invoice_number: {
    en: '{done}: pre-invoice number {number}, code {code}',
    fa: '{done}: پیش‌فاکتور شماره {number} با کد {code}',
  },
  looking_for_changes: { en: 'looking for changes: {entity}', fa: 'جستجوی تغییرات: {entity}' },
  caught_up: {
    en: 'noted  identities {identities}, invoices {invoices}, quotes {quotes}',
    fa: 'یادداشت شد: {identities} شخص، {invoices} فاکتور، {quotes} پیش‌فاکتور',
  },
  next_from: { en: "next   from {time} by the CRM's clock", fa: 'بار بعد: از {time} به ساعت پیام‌گستر' },
  crm_refuses_find: {
    en: 'The CRM refuses to be asked for changes: every identity was noted, and no document could be.',
    fa: 'پیام‌گستر تغییرات را نشان نمی‌دهد: همه اشخاص یادداشت شد ولی هیچ سندی یادداشت نشد.',
  },
  crm_refuses_find_of: {
    en: 'The CRM refuses to be asked for changes of: {entities}.',
    fa: 'پیام‌گستر تغییرات این‌ها را نشان نمی‌دهد: {entities}.',
  },
  config_written: {
    en: '{file} is written. Now put into the environment, or into a file .env that nobody else can read:',
    fa: 'فایل {file} نوشته شد. اکنون این‌ها را در متغیرهای محیطی بگذارید، یا در فایل .env که کس دیگری نتواند بخواند:',
  },
  made_by_hash_password: { en: '(siagh-sync hash-password makes it)', fa: '(با siagh-sync hash-password بسازید)' },
  a_long_secret: {
    en: '(16 characters or more, which nobody guesses)',
    fa: '(16 نویسه یا بیشتر که کسی حدس نزند)',
  },
  then_check: { en: 'Then: siagh-sync check', fa: 'سپس: siagh-sync check' },
  file_unwritable: { en: '{file} cannot be written: {reason}', fa: 'فایل {file} نوشته نمی‌شود: {reason}' },
  password_doubt: { en: 'The password {doubt}.', fa: 'رمز {doubt}.' },
  keep_md5_secret: {
    en: 'For SIAGH_PASSWORD_MD5. Anybody who has it can log in with it. Keep it as secret as the password.',
    fa: 'برای SIAGH_PASSWORD_MD5. هر کس آن را داشته باشد می‌تواند وارد شود؛ مانند خود رمز پنهانش کنید.',
  },
  ask_siagh_password: { en: 'Password of the Siagh user', fa: 'رمز کاربر سیاق' },
  listens_on: { en: 'siagh-sync listens on {url}', fa: 'siagh-sync روی {url} آماده است' },
  role_is_worker: { en: 'role      worker: it takes no webhooks', fa: 'نقش: worker؛ وب‌هوک نمی‌گیرد' },
  crm_is_to_call: {
    en: 'The CRM is to call, each with ?secret=… behind it:',
    fa: 'پیام‌گستر باید این نشانی‌ها را صدا بزند، هر کدام با ?secret=… در پایان:',
  },
  store_is_at: { en: 'store     {place}', fa: 'ذخیره‌گاه: {place}' },
  stop_was_late: {
    en: 'The service did not stop in good order: the time for it (STOP_SECONDS) was up. Nothing that was accepted is lost.',
    fa: 'سرویس منظم متوقف نشد: مهلتش (STOP_SECONDS) تمام شد. از آنچه پذیرفته شده چیزی گم نشده است.',
  },
  stop_failed: {
    en: 'The service did not stop in good order: the log says what could not be closed. Nothing that was accepted is lost.',
    fa: 'سرویس منظم متوقف نشد: گزارش کار (log) می‌گوید چه چیز بسته نشد. از آنچه پذیرفته شده چیزی گم نشده است.',
  },
  name_number: { en: 'number {number}', fa: 'شماره {number}' },
  name_customer: { en: 'customer {name}', fa: 'مشتری {name}' },
  name_empty: { en: 'without a name', fa: 'بی‌نام' },
  name_not_shown: { en: 'the CRM does not show it', fa: 'پیام‌گستر آن را نشان نمی‌دهد' },
  name_not_asked: { en: 'not asked for: there are too many', fa: 'پرسیده نشد: شمارشان زیاد است' },
  name_crm_away: {
    en: 'no name, since the CRM did not answer ({reason})',
    fa: 'بدون نام، چون پیام‌گستر پاسخ نداد ({reason})',
  },
  setting_function: { en: '(a function)', fa: '(تابع)' },
})
