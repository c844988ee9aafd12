import { defineMessages } from '@siagh-sync/sync-core/messages'

/** What `--help` says below the options of a command. Each line is a paragraph, broken where the screen ends. */
export const helpNotes = defineMessages({
  help_backup_notes: {
    en: 'The copy is complete and consistent. It is on disk when the command ends. It holds every company of the store.\nNo service works with the file itself: `siagh-sync restore` makes a store of it.',
    fa: 'نسخه کامل است و وقتی دستور تمام شد روی دیسک است. همه شرکت‌های ذخیره‌گاه در آن است.\nسرویس با خود این فایل کار نمی‌کند؛ با `siagh-sync restore` از آن ذخیره‌گاه بسازید.',
  },
  help_catch_up_notes: {
    en: '`siagh-sync serve` does so by itself, and handles what is noted.',
    fa: 'دستور `siagh-sync serve` این کار را خودش انجام می‌دهد و به تغییرها رسیدگی می‌کند.',
  },
  help_check_notes: {
    en: 'Connects to both servers, logs in, reads one record and compares clocks. Opens the store, sends a wake-up through the queue, and calls the webhook address with the right secret and with a wrong one.\nWrites nothing to either server. Exit code 1 if a line failed.',
    fa: 'به هر دو سرور وصل می‌شود، با نام کاربری وارد می‌شود، یک رکورد می‌خواند و ساعت‌ها را مقایسه می‌کند. ذخیره‌گاه و صف را می‌آزماید و نشانی وب‌هوک را یک بار با رمز درست و یک بار با رمز نادرست صدا می‌زند.\nدر هیچ سروری چیزی نمی‌نویسد. اگر موردی خطا داشته باشد کد خروج 1 است.',
  },
  help_config_notes: {
    en: 'Where a setting stands in several places, the first of these counts: the command line, the environment, .env, the configuration file, the defaults.\nPasswords and secrets are not shown, in addresses neither. Nothing is opened or called.',
    fa: 'اگر تنظیمی در چند جا آمده باشد، نخستین جا از این فهرست به کار می‌رود: خط فرمان، متغیرهای محیطی، فایل .env، فایل تنظیمات، پیش‌فرض.\nهیچ رمزی نشان داده نمی‌شود، رمزِ درون نشانی‌ها هم. این دستور به هیچ سروری وصل نمی‌شود.',
  },
  help_failures_notes: {
    en: 'Correct what is wrong in the CRM or in Siagh, then: siagh-sync retry ID. Times are those of Tehran.',
    fa: 'اشکال را در پیام‌گستر یا سیاق برطرف کنید و سپس siagh-sync retry را با شناسه آن مورد اجرا کنید. زمان‌ها به وقت تهران است.',
  },
  help_hash_password_notes: {
    en: 'Put it into SIAGH_PASSWORD_MD5. It does not protect the password: anybody who has it can log in to Siagh with it. Keep it as secret as the password itself.\nThe password is never taken from the command line, where others could read it.',
    fa: 'آن را در SIAGH_PASSWORD_MD5 بگذارید. این کار از رمز محافظت نمی‌کند: هر کس آن را داشته باشد می‌تواند وارد سیاق شود. مانند خود رمز پنهانش کنید.\nرمز هرگز از خط فرمان گرفته نمی‌شود، چون دیگران می‌توانند خط فرمان را ببینند.',
  },
  help_history_notes: { en: 'Times are those of Tehran.', fa: 'زمان‌ها به وقت تهران است.' },
  help_import_notes: {
    en: 'A contact that is in the CRM already is linked, and no second identity is made of it. The program never decides between two candidates.\nIf the import is stopped anywhere, start it again: it makes no identity twice. Exit code 3 if contacts failed or are undecided, or if the CRM lists identities that it does not show.\nIn the column `decision`: 1 or 2 for the candidate of that number, yes (بله) for the only one, no (خیر) or create for a new identity, skip to leave the contact out, or the id of an identity.',
    fa: 'مخاطبی که در پیام‌گستر هست فقط وصل می‌شود و دوباره ساخته نمی‌شود. برنامه هرگز خودش میان دو گزینه انتخاب نمی‌کند.\nاگر کار در هر جا متوقف شد، دوباره اجرا کنید: هیچ شخصی دو بار ساخته نمی‌شود. کد خروج 3 یعنی موردی ناموفق ماند یا تصمیم شما را می‌خواهد، یا شخصی در فهرست پیام‌گستر هست که خوانده نمی‌شود.\nدر ستون `decision` بنویسید: 1 یا 2 یعنی شخصِ همان شماره، بله یعنی تنها گزینه، خیر (یا create) یعنی شخص تازه ساخته شود، skip یعنی وارد نشود. شناسه یک شخص را هم می‌توانید بنویسید.',
  },
  help_held_notes: {
    en: 'The setting `hold` says what waits: all, the first ones of each kind, or what a function picks.\nshow reads the record from the CRM again and writes nothing.',
    fa: 'تنظیم `hold` می‌گوید چه منتظر بماند: همه، چند مورد نخست از هر نوع، یا آنچه تابعی برمی‌گزیند.\nدستور show آن مورد را دوباره از پیام‌گستر می‌خواند و چیزی نمی‌نویسد.',
  },
  help_release_notes: {
    en: 'Only what is held is sent. If the record changes before it is sent, the new state waits again.',
    fa: 'فقط همان که منتظر است فرستاده می‌شود. اگر آن مورد پیش از فرستادن عوض شود، وضع تازه دوباره منتظر می‌ماند.',
  },
  help_refuse_notes: {
    en: 'Use it for a document that somebody has typed into Siagh already. `siagh-sync release` takes the refusal back.',
    fa: 'برای سندی است که کسی پیش‌تر آن را در سیاق ثبت کرده است. با `siagh-sync release` می‌توان این رد را پس گرفت.',
  },
  help_in_doubt_notes: {
    en: 'The connection broke while the document was posted, and it is not sent again by itself. Look in Siagh for a pre-invoice whose remarks (توضیحات) hold the id, then say what you found with siagh-sync settle.',
    fa: 'هنگام ثبت سند ارتباط قطع شد و سند خودبه‌خود دوباره فرستاده نمی‌شود. در سیاق پیش‌فاکتوری را جستجو کنید که شناسه در توضیحات آن آمده است، و نتیجه را با siagh-sync settle بگویید.',
  },
  help_init_notes: {
    en: 'No password is asked for or written: the file names the environment variables that they come from.',
    fa: 'رمزی پرسیده یا نوشته نمی‌شود: در فایل فقط نام متغیرهایی می‌آید که رمزها از آن‌ها خوانده می‌شود.',
  },
  help_move_store_notes: {
    en: 'Stop the service first. Everything is copied in one transaction and compared on both sides. Then the old store is closed for good: a service that still runs on it can write nothing any more.\nThe new place has to be empty. If the move was interrupted, the same command goes on. Afterwards set DATABASE_URL or STORE_FILE to the new place.\nOthers on this machine can see a password in the address while the command runs.',
    fa: 'نخست سرویس را متوقف کنید. همه چیز یک‌جا کپی و در هر دو سو مقایسه می‌شود. سپس ذخیره‌گاه قدیمی برای همیشه بسته می‌شود و سرویسی که هنوز با آن کار کند دیگر چیزی در آن نمی‌نویسد.\nجای تازه باید خالی باشد. اگر کار نیمه‌کاره ماند، همین دستور را دوباره اجرا کنید تا ادامه دهد. در پایان، نشانی جای تازه را در DATABASE_URL یا STORE_FILE بگذارید.\nتا دستور تمام شود، کاربران دیگر این دستگاه می‌توانند رمزِ درون نشانی را ببینند.',
  },
  help_probe_notes: {
    en: 'Only reads, and asks one question at a time. Reads the contact list of Siagh once, and some records of the CRM.\nEach line says whether something that siagh-sync takes for likely holds here, does not, or cannot be seen from here, and what follows.\n--write changes the configuration file only where that can be done surely, and keeps the old file. Otherwise the lines are shown to be put in by hand.\n--write-trial is the only part that writes to Siagh. It shows what it will send and asks twice. It goes the way of every other change, so that nothing is made twice.',
    fa: 'فقط می‌خواند و هر بار یک چیز می‌پرسد. فهرست مخاطبان سیاق را یک بار و چند رکورد پیام‌گستر را می‌خواند.\nهر خط می‌گوید آنچه برنامه محتمل می‌داند اینجا برقرار است، نیست یا از اینجا دیده نمی‌شود، و نتیجه‌اش چیست.\nبا --write فایل تنظیمات تنها وقتی تغییر می‌کند که با اطمینان بشود، و فایل قدیمی می‌ماند. وگرنه خط‌ها نشان داده می‌شود تا خودتان بگذارید.\nتنها --write-trial در سیاق می‌نویسد. آنچه را می‌فرستد نشان می‌دهد و دو بار می‌پرسد. از همان راه تغییرهای دیگر می‌رود و چیزی دو بار ساخته نمی‌شود.',
  },
  help_reconcile_notes: {
    en: 'It names the fields that differ, and does not show what is in them. `siagh-sync serve` mends what is noted.',
    fa: 'نام فیلدهای متفاوت را می‌گوید، نه محتوای آن‌ها را. آنچه یادداشت شود با `siagh-sync serve` درست می‌شود.',
  },
  help_restore_notes: {
    en: 'Stop the service first. The backup is checked before anything is touched, and stays as it is.\nAfterwards the store does not know some documents that may be in Siagh. Those are set apart in doubt, and are not posted a second time. The clock of the machine has to be right for that.',
    fa: 'نخست سرویس را متوقف کنید. پیش از هر کاری نسخه پشتیبان بررسی می‌شود و خودش تغییر نمی‌کند.\nپس از آن، ذخیره‌گاه سندهایی را که شاید در سیاق ثبت شده باشند نمی‌شناسد. این سندها بلاتکلیف می‌مانند تا دو بار ثبت نشوند. برای این کار ساعت دستگاه باید درست باشد.',
  },
  help_retry_notes: {
    en: 'It is noted, and a running `siagh-sync serve` takes it up: within a minute where the queue is in its own process.',
    fa: 'آن مورد یادداشت می‌شود و اگر `siagh-sync serve` روشن باشد، حداکثر تا یک دقیقه بعد به آن رسیدگی می‌کند.',
  },
  help_sandbox_notes: {
    en: 'What it prints is a configuration for the environment. Ctrl-C stops it, and what it held is gone.',
    fa: 'خروجی آن تنظیماتی است که در فایل .env گذاشته می‌شود. با Ctrl-C متوقف می‌شود و هر چه در آن است پاک می‌شود.',
  },
  help_serve_notes: {
    en: 'Catches up at its start and every ten minutes. On SIGTERM or Ctrl-C it takes no more webhooks, finishes what is under way and ends with 0, or with 1 after STOP_SECONDS. What was accepted and not handled is in the store, for the next start.\nROLE says whether it takes webhooks (web), handles them (worker) or does both.\nThe log goes to stderr, one line for each event, as JSON where stderr is no terminal. With --json the document comes once the service listens.',
    fa: 'در آغاز و هر ده دقیقه تغییرهای جامانده را می‌گیرد. با Ctrl-C یا SIGTERM دیگر وب‌هوکی نمی‌گیرد، کارهای در جریان را تمام می‌کند و با کد 0 پایان می‌یابد؛ اگر تا STOP_SECONDS ثانیه تمام نشود، با کد 1. آنچه گرفته و هنوز انجام نداده است برای بار بعد در ذخیره‌گاه می‌ماند.\nتنظیم ROLE می‌گوید این برنامه وب‌هوک بگیرد (web)، به وب‌هوک‌ها رسیدگی کند (worker) یا هر دو (both).\nگزارش کار (log) در stderr نوشته می‌شود، هر رویداد در یک خط؛ اگر stderr ترمینال نباشد به شکل JSON. با --json نشانی‌ها وقتی نوشته می‌شود که برنامه آماده دریافت باشد.',
  },
  help_sync_notes: {
    en: 'Nothing is noted: if it fails here, run the command again yourself.',
    fa: 'چیزی یادداشت نمی‌شود: اگر ناموفق بود، خودتان دوباره اجرا کنید.',
  },
})
