import { defineMessages } from '@siagh-sync/sync-core/messages'

/** What `--help` says below the options of a command. A line is as long as a screen is wide. */
export const helpNotes = defineMessages({
  help_backup_notes: {
    en: 'The copy is consistent and complete, and on disk when the command ends. It holds every company of the store.\n`siagh-sync restore` makes a store of it: no service works with the file itself.',
    fa: 'نسخه کامل است و وقتی دستور تمام شد روی دیسک است. همه شرکت‌های ذخیره‌گاه در آن است.\nبا `siagh-sync restore` از آن ذخیره‌گاه ساخته می‌شود. سرویس با خود این فایل کار نمی‌کند.',
  },
  help_catch_up_notes: {
    en: '`siagh-sync serve` does so by itself, and handles what is noted.',
    fa: 'دستور `siagh-sync serve` این کار را خودش انجام می‌دهد و به تغییرها رسیدگی می‌کند.',
  },
  help_check_notes: {
    en: 'Reaches both servers, logs in, reads one record, compares clocks; opens the store, rings the queue, and calls the\nwebhook address with the right secret and a wrong one. Writes nothing to either server. Exit code 1 where a line failed.',
    fa: 'به هر دو سرور وصل می‌شود، وارد می‌شود، یک رکورد می‌خواند و ساعت‌ها را مقایسه می‌کند؛ ذخیره‌گاه و صف کار را باز می‌کند\nو نشانی وب‌هوک را یک بار با رمز درست و یک بار با رمز نادرست صدا می‌زند. در هیچ سروری نمی‌نویسد. اگر موردی نادرست باشد کد خروج 1 است.',
  },
  help_config_notes: {
    en: 'The command line goes before the environment, the environment before .env, .env before the configuration file, and the file\nbefore the defaults. Passwords, secrets and the passwords in addresses are not shown. Nothing is opened or called.',
    fa: 'ترتیب اولویت: خط فرمان، متغیرهای محیط، فایل .env، فایل تنظیمات، پیش‌فرض‌ها.\nگذرواژه‌ها و رمزها نشان داده نمی‌شود. چیزی باز یا فراخوانده نمی‌شود.',
  },
  help_failures_notes: {
    en: 'Mend what is wrong in the CRM or in Siagh, then: siagh-sync retry ID. Times are those of Tehran.',
    fa: 'اشکال را در پیام‌گستر یا سیاق برطرف کنید و سپس: siagh-sync retry ID. زمان‌ها به وقت تهران است.',
  },
  help_hash_password_notes: {
    en: 'It goes into SIAGH_PASSWORD_MD5. It is no protection: whoever has it can log in to Siagh with it, so keep it as\nsecret as the password itself. The password is never taken from the command line, where others could read it.',
    fa: 'آن را در SIAGH_PASSWORD_MD5 بگذارید. این کار محافظت نیست: هر کس آن را داشته باشد می‌تواند وارد سیاق شود، پس مانند خود گذرواژه\nپنهان نگه دارید. گذرواژه هرگز از خط فرمان گرفته نمی‌شود، چون دیگران می‌توانند آن را ببینند.',
  },
  help_history_notes: { en: 'Times are those of Tehran.', fa: 'زمان‌ها به وقت تهران است.' },
  help_import_notes: {
    en: 'Contacts that are in the CRM already are linked, not created; two candidates are never decided by the program.\nStopped or killed anywhere and started again, it makes no second identity. Exit code 3 where contacts failed or are\nundecided, or the CRM lists identities that it does not show. In the column `decision`: 1 or 2 for the candidate of that\nnumber, yes (بله) for the only one, no (خیر) or create for a new identity, skip, or the id of an identity.',
    fa: 'مخاطبی که در پیام‌گستر هست فقط مرتبط می‌شود و دوباره ساخته نمی‌شود. بین دو گزینه، برنامه هرگز خودش انتخاب نمی‌کند.\nاگر در هر نقطه‌ای متوقف شود و دوباره اجرا شود، مخاطب دومی نمی‌سازد. کد خروج 3 یعنی موردی ناموفق یا نامشخص ماند،\nیا پیام‌گستر هویت‌هایی را فهرست می‌کند که نشان نمی‌دهد. در ستون `decision`: عدد 1 یا 2 برای گزینه با آن شماره،\nبله برای تنها گزینه، خیر یا create برای هویت تازه، skip، یا شناسه یک هویت.',
  },
  help_in_doubt_notes: {
    en: 'The connection broke while the document was posted, and it is not sent again by itself. Look in Siagh for a\npre-invoice whose remarks (توضیحات) hold the id, then say what you found with siagh-sync settle.',
    fa: 'هنگام ثبت سند ارتباط قطع شد و سند خودبه‌خود دوباره فرستاده نمی‌شود. در سیاق دنبال پیش‌فاکتوری بگردید که شناسه در توضیحات آن باشد،\nو نتیجه را با siagh-sync settle بگویید.',
  },
  help_init_notes: {
    en: 'No password is asked for or written: the file names the environment variables that they come from.',
    fa: 'گذرواژه‌ای پرسیده یا نوشته نمی‌شود: فایل نام متغیرهایی را می‌گوید که گذرواژه‌ها از آن‌ها خوانده می‌شود.',
  },
  help_move_store_notes: {
    en: 'Stop the service first. Everything is copied in one transaction and compared on both sides; then the old store is closed\nfor good, and a service that still runs on it writes nothing any more. The new place has to be empty. Broken off, the same\ncommand goes on. Afterwards set DATABASE_URL or STORE_FILE to the new place. A password in the address can be seen by others\non this machine while the command runs.',
    fa: 'نخست سرویس را متوقف کنید. همه چیز در یک تراکنش کپی و در هر دو سو مقایسه می‌شود؛ سپس ذخیره‌گاه قدیمی برای همیشه بسته می‌شود\nو سرویسی که هنوز با آن کار کند دیگر چیزی نمی‌نویسد. جای تازه باید خالی باشد. اگر نیمه‌کاره ماند، همین دستور ادامه می‌دهد.\nدر پایان DATABASE_URL یا STORE_FILE را جای تازه بگذارید. گذرواژه درون نشانی را دیگران\nروی همین دستگاه تا پایان دستور می‌توانند ببینند.',
  },
  help_reconcile_notes: {
    en: 'Of fields that differ it tells which, not what is in them. What is noted is mended by `siagh-sync serve`.',
    fa: 'نام فیلدهای متفاوت را می‌گوید، نه محتوای آن‌ها را. آنچه در صف گذاشته شود با `siagh-sync serve` درست می‌شود.',
  },
  help_restore_notes: {
    en: 'Stop the service first. The file is looked through before anything is touched, and stays as it is. Afterwards documents\nof the time that the store does not know are set apart in doubt instead of being posted a second time. The clock of the machine has to be right for that.',
    fa: 'نخست سرویس را متوقف کنید. فایل پیش از هر کاری بررسی می‌شود و خودش تغییر نمی‌کند. سپس سندهای\nزمانی که ذخیره‌گاه از آن خبر ندارد بلاتکلیف می‌مانند تا دوباره ثبت نشوند. برای این کار ساعت دستگاه باید درست باشد.',
  },
  help_retry_notes: {
    en: 'It is noted, and a running `siagh-sync serve` takes it up, within a minute where the queue is in its own process.',
    fa: 'در صف گذاشته می‌شود و `siagh-sync serve` که روشن است، حداکثر تا یک دقیقه، به آن رسیدگی می‌کند.',
  },
  help_sandbox_notes: {
    en: 'What it prints is a configuration for the environment. Ctrl-C stops it, and what it held is gone.',
    fa: 'خروجی آن تنظیمات محیط است. با Ctrl-C متوقف می‌شود و هر چه داشت از بین می‌رود.',
  },
  help_serve_notes: {
    en: 'Catches up at its start and every ten minutes. On SIGTERM or Ctrl-C it takes no more webhooks, finishes what is under\nway and ends with 0, or with 1 after STOP_SECONDS; what was accepted and not handled is in the store, for the next start.\nROLE says whether it takes webhooks (web), handles them (worker) or does both. The log goes to stderr, a line an event, as\nJSON where that is no terminal. With --json the document comes once it listens.',
    fa: 'در آغاز و هر ده دقیقه تغییرهای جامانده را می‌گیرد. با SIGTERM یا Ctrl-C دیگر وب‌هوکی نمی‌گیرد، کارهای در جریان را تمام می‌کند\nو با 0 پایان می‌یابد، یا پس از STOP_SECONDS با 1؛ آنچه پذیرفته شده و رسیدگی نشده است در ذخیره‌گاه برای بار بعد می‌ماند.\nتنظیم ROLE می‌گوید وب‌هوک بگیرد (web)، به آن‌ها رسیدگی کند (worker) یا هر دو. گزارش کار در stderr است، هر رویداد یک خط،\nو اگر ترمینال نباشد به صورت JSON. با --json سند وقتی می‌آید که برنامه آماده شنیدن باشد.',
  },
  help_sync_notes: {
    en: 'Nothing is noted: what fails here is yours to try again.',
    fa: 'در صف گذاشته نمی‌شود: اگر ناموفق شد، خودتان دوباره اجرا کنید.',
  },
})
