import { defineMessages } from '@siagh-sync/sync-core/messages'

/** What `--help` says of the commands and of their examples. */
export const helpMessages = defineMessages({
  help_arguments: { en: 'Arguments:', fa: 'ورودی‌ها:' },
  help_backup: {
    en: 'copies the store into a file, while the service runs',
    fa: 'از ذخیره‌گاه نسخه پشتیبان می‌گیرد؛ سرویس می‌تواند روشن بماند',
  },
  help_backup_file: {
    en: 'a SQLite file, of a store in PostgreSQL too',
    fa: 'در یک فایل SQLite، حتی اگر ذخیره‌گاه در PostgreSQL باشد',
  },
  help_backup_force: {
    en: 'replaces the last backup once the new one is whole',
    fa: 'نسخه تازه وقتی کامل شد جای قبلی را می‌گیرد',
  },
  help_catch_up: {
    en: 'notes what changed in the CRM while its webhooks did not come through',
    fa: 'تغییرهایی را که وب‌هوکشان نرسیده است از پیام‌گستر می‌گیرد و یادداشت می‌کند',
  },
  help_catch_up_last: { en: 'since the last time', fa: 'از آخرین بار تا حالا' },
  help_catch_up_since: { en: 'since 1 Azar, by the clock of the CRM', fa: 'از اول آذر، به وقت پیام‌گستر' },
  help_check: {
    en: 'looks whether everything is in place, and says what to do where it is not',
    fa: 'بررسی می‌کند که همه چیز آماده است، و اگر نیست می‌گوید چه باید کرد',
  },
  help_check_first: {
    en: 'before the first day, and whenever something seems wrong',
    fa: 'پیش از روز نخست، و هر وقت که چیزی درست کار نمی‌کند',
  },
  help_check_monitor: { en: 'for a monitor', fa: 'برای برنامه‌ای که وضعیت را زیر نظر دارد' },
  help_config: {
    en: 'shows every setting that is in force, and where its value comes from',
    fa: 'همه تنظیم‌ها را نشان می‌دهد و می‌گوید هر کدام از کجا آمده است',
  },
  help_config_where: {
    en: 'which file, which line of .env, which default',
    fa: 'از کدام فایل، از کدام خط .env یا از پیش‌فرض',
  },
  help_config_program: { en: 'for a program', fa: 'برای برنامه‌ای دیگر' },
  help_every_command: { en: 'For every command:', fa: 'برای همه دستورها:' },
  help_failures: { en: 'what could not be brought to Siagh, and why', fa: 'موردهایی که به سیاق نرسید، با علت هر کدام' },
  help_failures_exit: { en: 'exit code 3 where there is any', fa: 'اگر موردی باشد کد خروج 3 است' },
  help_failures_all: { en: 'all kinds, the oldest first', fa: 'همه نوع‌ها، از قدیمی به جدید' },
  help_failures_kind: { en: 'invoices that Siagh refused', fa: 'فاکتورهایی که سیاق نپذیرفت' },
  help_hash_password: {
    en: "the MD5 of a password, which is what Siagh's login takes",
    fa: 'از رمز سیاق MD5 می‌سازد، همان که برای ورود به سیاق لازم است',
  },
  help_hash_password_asks: {
    en: 'asks for it, and shows nothing of it',
    fa: 'رمز را می‌پرسد و آن را نشان نمی‌دهد',
  },
  help_hash_password_file: { en: 'the first line of a file', fa: 'رمز در خط نخست فایل است' },
  help_history: {
    en: 'what was done, the newest first: of one record, or of all',
    fa: 'کارهای انجام‌شده، از جدید به قدیم: برای یک رکورد یا برای همه',
  },
  help_history_one: { en: 'what became of one record', fa: 'سرگذشت یک رکورد' },
  help_history_made: { en: 'what was made in Siagh since 1 Azar', fa: 'آنچه از اول آذر در سیاق ساخته شد' },
  help_import: {
    en: 'brings the contacts of Siagh into the CRM; without --apply says what would be done',
    fa: 'مخاطبان سیاق را به پیام‌گستر می‌برد؛ بدون --apply فقط نشان می‌دهد چه می‌شود',
  },
  help_import_dry: { en: 'a dry run: nothing is written anywhere', fa: 'اجرای آزمایشی: هیچ جا چیزی نوشته نمی‌شود' },
  help_import_report: {
    en: 'and every row in a file, for a spreadsheet',
    fa: 'همه مخاطبان را در یک فایل هم می‌نویسد، برای اکسل',
  },
  help_import_apply: {
    en: 'do it, with the decisions that a person wrote into the file',
    fa: 'با تصمیم‌هایی که در آن فایل نوشته‌اید انجام می‌دهد',
  },
  help_in_doubt: {
    en: 'documents of which nobody knows whether Siagh has them',
    fa: 'سندهایی که معلوم نیست در سیاق ثبت شده‌اند یا نه',
  },
  help_in_doubt_which: { en: 'which documents to look for in Siagh', fa: 'کدام سندها را باید در سیاق جستجو کرد' },
  help_init: {
    en: 'writes a siagh-sync.config.ts with comments, by asking',
    fa: 'چند پرسش می‌کند و فایل تنظیمات siagh-sync.config.ts را می‌سازد',
  },
  help_init_asks: { en: 'asks', fa: 'یکی‌یکی می‌پرسد' },
  help_init_rules: { en: 'asks for the rest', fa: 'بقیه را می‌پرسد' },
  help_init_told: { en: 'asks nothing where there is no terminal', fa: 'بدون پرسش، وقتی ترمینالی نیست' },
  help_move_store: {
    en: 'moves the store into PostgreSQL, or back into a SQLite file, and loses nothing',
    fa: 'ذخیره‌گاه را کامل به PostgreSQL می‌برد، یا به فایل SQLite برمی‌گرداند',
  },
  help_move_store_to: { en: 'the password comes from PGPASSWORD', fa: 'رمز از PGPASSWORD خوانده می‌شود' },
  help_move_store_back: { en: 'back into a file', fa: 'به فایل برمی‌گرداند' },
  help_reconcile: {
    en: 'compares both sides and tells where they differ',
    fa: 'دو سو را مقایسه می‌کند و تفاوت‌ها را می‌گوید',
  },
  help_reconcile_exit: { en: 'exit code 3 where they do', fa: 'اگر تفاوتی باشد کد خروج 3 است' },
  help_reconcile_look: { en: 'look, and write nothing anywhere', fa: 'فقط مقایسه می‌کند و هیچ جا چیزی نمی‌نویسد' },
  help_reconcile_repair: { en: 'and note what a sync can mend', fa: 'آنچه را خودکار درست می‌شود یادداشت هم می‌کند' },
  help_probe: {
    en: 'finds out how the two servers answer and what their records hold, and proposes rules',
    fa: 'پیش از آغاز کار، رفتار دو سرور و داده‌های آن‌ها را بررسی می‌کند و تنظیم پیشنهاد می‌دهد',
  },
  help_probe_exit: {
    en: 'exit code 3 where something is otherwise than expected',
    fa: 'اگر چیزی جز انتظار باشد کد خروج 3 است',
  },
  help_probe_look: { en: 'before the first record is written', fa: 'پیش از نوشتن نخستین رکورد' },
  help_probe_write: {
    en: 'puts the proposed rules into the configuration file',
    fa: 'تنظیم‌های پیشنهادی را در فایل تنظیمات می‌نویسد',
  },
  help_probe_trial: { en: 'writes these two, and reads back', fa: 'همین دو را می‌نویسد و بازمی‌خواند' },
  help_probe_bundle: { en: 'for a report, without names and numbers', fa: 'برای گزارش، بدون نام و شماره' },
  help_restore: {
    en: 'makes the store of a backup, and posts no document a second time',
    fa: 'ذخیره‌گاه را از نسخه پشتیبان بازمی‌گرداند، بی‌آنکه سندی دو بار ثبت شود',
  },
  help_restore_empty: { en: 'where there is no store any more', fa: 'وقتی ذخیره‌گاه دیگر نیست' },
  help_restore_replace: { en: 'the old file is kept beside the new one', fa: 'فایل قدیمی کنار فایل تازه می‌ماند' },
  help_restore_otherwise: {
    en: 'after pg_restore: only remembers that the store is an older one',
    fa: 'پس از pg_restore: فقط به یاد می‌سپارد که ذخیره‌گاه بازگردانده شده است',
  },
  help_retry: {
    en: 'has a failure handled afresh, with all its attempts',
    fa: 'یک مورد ناموفق را از نو به جریان می‌اندازد',
  },
  help_retry_one: { en: 'one record', fa: 'یک مورد' },
  help_retry_all: { en: 'all that Siagh refused', fa: 'همه مواردی که سیاق نپذیرفت' },
  help_sandbox: {
    en: 'Siagh and the CRM as simulators on this machine, for trying everything',
    fa: 'سیاق و پیام‌گستر شبیه‌سازی‌شده روی همین دستگاه، برای آزمایش',
  },
  help_sandbox_env: {
    en: 'then run the other commands in this folder, in another terminal',
    fa: 'دستورهای دیگر را در همین پوشه، در ترمینال دیگری اجرا کنید',
  },
  help_sandbox_size: { en: 'as large as a small company', fa: 'به اندازه یک شرکت کوچک' },
  help_sandbox_replay: { en: 'what a recorded site has answered', fa: 'پاسخ‌هایی که در یک شرکت ضبط شده است' },
  help_serve: {
    en: 'takes webhooks and handles what they tell, until it is stopped',
    fa: 'وب‌هوک‌ها را می‌گیرد و به آن‌ها رسیدگی می‌کند، تا متوقف شود',
  },
  help_serve_here: { en: 'in this terminal; Ctrl-C stops it', fa: 'در همین ترمینال؛ با Ctrl-C متوقف می‌شود' },
  help_serve_record: {
    en: 'with a recording that can be sent to the developers',
    fa: 'با ضبطی که می‌توان برای توسعه‌دهندگان فرستاد',
  },
  help_serve_json: {
    en: 'its address as a document, its log as JSON lines',
    fa: 'نشانی‌ها و گزارش کار در دو فایل، هر دو به شکل JSON',
  },
  help_settle: {
    en: 'ends the doubt about a document, with what was found in Siagh',
    fa: 'سند بلاتکلیف را تعیین تکلیف می‌کند، با آنچه در سیاق دیده‌اید',
  },
  help_settle_created: { en: 'Siagh has it as number 2488', fa: 'در سیاق با شماره 2488 هست' },
  help_settle_not_created: { en: 'Siagh does not have it: it is posted afresh', fa: 'در سیاق نیست: دوباره ثبت می‌شود' },
  help_status: { en: 'how the synchronisation stands', fa: 'وضعیت همگام‌سازی' },
  help_status_exit: {
    en: 'exit code 3 where something failed, is in doubt or waits for you',
    fa: 'اگر موردی ناموفق، بلاتکلیف یا منتظر تأیید باشد کد خروج 3 است',
  },
  help_status_person: { en: 'for a person', fa: 'برای خواندن' },
  help_sync: {
    en: 'brings one identity, invoice or quote to Siagh now',
    fa: 'یک شخص، فاکتور یا پیش‌فاکتور را همین حالا به سیاق می‌برد',
  },
  help_sync_identity: { en: 'a person or an organization', fa: 'شخص حقیقی یا حقوقی' },
  help_sync_invoice: { en: 'an invoice, and its customer first', fa: 'یک فاکتور، و پیش از آن مشتری آن' },
  help_program: {
    en: 'Keeps Siagh (سیاق) in step with Payamgostar CRM (پیام‌گستر).',
    fa: 'سیاق را با پیام‌گستر همگام نگه می‌دارد.',
  },
  help_more: {
    en: "siagh-sync COMMAND --help shows a command's options, with examples.",
    fa: 'گزینه‌ها و مثال‌های هر دستور: siagh-sync COMMAND --help (به جای COMMAND نام دستور را بنویسید).',
  },
  help_version: { en: 'the version of siagh-sync', fa: 'نسخه siagh-sync' },
  help_help: { en: 'help for a command', fa: 'راهنمای یک دستور' },
  help_examples: { en: 'Examples:', fa: 'مثال‌ها:' },
  help_usage: { en: 'Usage:', fa: 'شیوه استفاده:' },
  help_options: { en: 'Options:', fa: 'گزینه‌ها:' },
  help_commands: { en: 'Commands:', fa: 'دستورها:' },
  help_exit_codes: {
    en: 'Exit codes:\n  0    done\n  1    failed\n  2    not tried: wrong arguments, configuration or decisions\n  3    done, and the report holds something for a person: failures, undecided contacts, drift, doubts\n  130  stopped by Ctrl-C before it was done (143: by SIGTERM, 129: by the end of its terminal); the same command goes on where it stopped',
    fa: 'کدهای خروج:\n  0    انجام شد\n  1    انجام نشد\n  2    اجرا نشد: خط فرمان، تنظیمات یا تصمیم‌ها نادرست است\n  3    انجام شد و موردی برای بررسی هست: ناموفق، نیازمند تصمیم، متفاوت یا بلاتکلیف\n  130  پیش از پایان با Ctrl-C متوقف شد (143: با SIGTERM، 129: با بسته شدن ترمینال)؛ همان دستور از همان‌جا ادامه می‌دهد',
  },
})

/** Of what its sentences are put together. */
export const helpParts = defineMessages({
  help_and: { en: '{summary}; {exit}', fa: '{summary}؛ {exit}' },
  help_some_options: { en: 'options', fa: 'گزینه‌ها' },
  help_a_command: { en: 'command', fa: 'دستور' },
  help_choices: { en: 'choices: {values}', fa: 'یکی از این‌ها: {values}' },
  help_default: { en: 'default: {value}', fa: 'پیش‌فرض: {value}' },
})
