import { defineMessages } from '@siagh-sync/sync-core/messages'

/** What `go-live` says of each step: its title, what it does, how to go back, what it found, and what a person has to mend. */
export const goLiveSteps = defineMessages({
  go_live_title_check: { en: 'whether everything is in place', fa: 'آماده بودن همه‌چیز' },
  go_live_title_probe: { en: 'how the two servers answer', fa: 'شناختن دو سرور' },
  go_live_title_backup: { en: 'backups before anything is written', fa: 'پشتیبان‌گیری، پیش از هر نوشتن' },
  'go_live_title_import-dry': { en: 'what an import would do', fa: 'ورود اولیه، فقط برای دیدن' },
  go_live_title_import: { en: 'the contacts of Siagh come into the CRM', fa: 'مخاطبان سیاق به پیام‌گستر می‌آیند' },
  go_live_title_shadow: { en: 'the service runs and writes nothing', fa: 'سرویس کار می‌کند و چیزی نمی‌نویسد' },
  go_live_title_held: { en: 'each write waits for your yes', fa: 'هر نوشتن منتظر تأیید شماست' },
  go_live_title_live: { en: 'the service writes by itself', fa: 'سرویس خودش می‌نویسد' },

  go_live_about_check: {
    en: 'This step looks whether both servers, the store and the webhook address can be reached. It writes nothing to Siagh and nothing to the CRM.',
    fa: 'در این گام می‌بینیم دو سرور، ذخیره‌گاه و نشانی وب‌هوک در دسترس است یا نه. چیزی در سیاق و پیام‌گستر نوشته نمی‌شود.',
  },
  go_live_about_probe: {
    en: 'This step learns how the two servers answer, and proposes rules for your configuration. It reads samples and writes nothing to either server. It may take some minutes.',
    fa: 'در این گام سرویس یاد می‌گیرد دو سرور چگونه پاسخ می‌دهند و برای تنظیمات پیشنهاد می‌دهد. فقط نمونه‌هایی می‌خواند و در هیچ سروری نمی‌نویسد. شاید چند دقیقه طول بکشد.',
  },
  go_live_about_backup: {
    en: 'The import writes into the CRM. Only a backup of the CRM undoes that. So both servers need a backup first. This step backs up the store of siagh-sync too.',
    fa: 'ورود اولیه در پیام‌گستر می‌نویسد و فقط نسخه پشتیبان پیام‌گستر آن را برمی‌گرداند. پس نخست باید از هر دو سرور پشتیبان گرفته باشید. در این گام از ذخیره‌گاه siagh-sync هم پشتیبان گرفته می‌شود.',
  },
  'go_live_about_import-dry': {
    en: 'This step says what an import would do, and writes nothing to either server. Every contact goes into the file import.csv. There you decide about the contacts that are not sure.',
    fa: 'در این گام می‌بینید ورود اولیه چه می‌کند. در هیچ سروری چیزی نوشته نمی‌شود. همه مخاطبان در فایل import.csv می‌آید و درباره آن‌ها که روشن نیست همان‌جا تصمیم می‌گیرید.',
  },
  go_live_about_import: {
    en: 'This step creates the missing contacts of Siagh in the CRM, and links the others. If it is stopped, take it again: nothing is made twice.',
    fa: 'در این گام مخاطبانی از سیاق که در پیام‌گستر نیستند آنجا ساخته می‌شوند و بقیه وصل می‌شوند. اگر نیمه‌کاره ماند دوباره اجرا کنید؛ چیزی دو بار ساخته نمی‌شود.',
  },
  go_live_about_shadow: {
    en: 'In shadow the service reads as usual and writes nothing to Siagh or the CRM. Your people go on typing. After some days you compare what the service would have written with what they typed.',
    fa: 'در حالت سایه سرویس مانند همیشه می‌خواند ولی در سیاق و پیام‌گستر چیزی نمی‌نویسد. همکاران مثل قبل دستی ثبت می‌کنند. پس از چند روز آنچه را سرویس می‌خواست بنویسد با آنچه آن‌ها ثبت کرده‌اند مقایسه می‌کنید.',
  },
  go_live_about_held: {
    en: 'From this step on, nobody types into Siagh by hand. Every write waits until you have seen it and released it. Refuse a document that is in Siagh already.',
    fa: 'از این گام به بعد کسی در سیاق دستی ثبت نمی‌کند. هر نوشتن می‌ماند تا آن را ببینید و آزاد کنید. سندی را که از پیش در سیاق هست رد کنید.',
  },
  go_live_about_live: {
    en: 'From this step on, the service writes to Siagh by itself. What still waits for you goes on waiting until you release it or refuse it.',
    fa: 'از این گام به بعد سرویس خودش در سیاق می‌نویسد. آنچه هنوز منتظر شماست منتظر می‌ماند تا آن را آزاد یا رد کنید.',
  },

  go_live_back_check: {
    en: 'To go back: nothing was changed, so there is nothing to undo.',
    fa: 'برگشت: چیزی تغییر نکرده و کاری لازم نیست.',
  },
  go_live_back_probe: {
    en: 'To go back: if rules were written, the old configuration is beside it in the file that ends with .before-probe. Put it back.',
    fa: 'برگشت: اگر تنظیمی نوشته شد، فایل قدیمی با پایان .before-probe کنار آن است. همان را برگردانید.',
  },
  go_live_back_backup: {
    en: 'To go back: nothing was changed, so there is nothing to undo.',
    fa: 'برگشت: چیزی تغییر نکرده و کاری لازم نیست.',
  },
  'go_live_back_import-dry': {
    en: 'To go back: nothing was written to either server. To begin the decisions again, delete import.csv.',
    fa: 'برگشت: در هیچ سروری چیزی نوشته نشده است. برای شروع دوباره تصمیم‌ها import.csv را پاک کنید.',
  },
  go_live_back_import: {
    en: 'To go back: restore the backup of the CRM, and with it the store:\n  siagh-sync restore siagh-sync-before-import.db --replace',
    fa: 'برگشت: نسخه پشتیبان پیام‌گستر را برگردانید و همراه آن ذخیره‌گاه را:\n  siagh-sync restore siagh-sync-before-import.db --replace',
  },
  go_live_back_shadow: {
    en: 'To go back: stop `siagh-sync serve`. In shadow nothing is written to Siagh or the CRM.',
    fa: 'برگشت: `siagh-sync serve` را متوقف کنید. در حالت سایه چیزی در سیاق و پیام‌گستر نوشته نمی‌شود.',
  },
  go_live_back_held: {
    en: 'To go back (what you have released stays in Siagh):\n  siagh-sync go-live --step shadow',
    fa: 'برگشت (آنچه آزاد کرده‌اید در سیاق می‌ماند):\n  siagh-sync go-live --step shadow',
  },
  go_live_back_live: {
    en: 'To go back (what was written stays in Siagh):\n  siagh-sync go-live --step held',
    fa: 'برگشت (آنچه نوشته شده در سیاق می‌ماند):\n  siagh-sync go-live --step held',
  },

  go_live_found_check: {
    en: '{ok} in order, {warning warning/warnings}, {failed} failed.',
    fa: '{ok} مورد درست است، {warning} هشدار و {failed} ایراد.',
  },
  go_live_mend_check: {
    en: 'Mend what failed. The line below each failure says how.',
    fa: 'ایرادها را برطرف کنید. خط زیر هر ایراد می‌گوید چگونه.',
  },
  go_live_found_probe: { en: 'Proposed rules: {count}.', fa: 'تنظیم‌های پیشنهادی: {count}.' },
  go_live_mend_probe: {
    en: 'A server could not be asked. See what `siagh-sync check` says.',
    fa: 'از یکی از سرورها پاسخ نیامد. ببینید `siagh-sync check` چه می‌گوید.',
  },
  go_live_mend_rules: {
    en: 'The proposed rules are not in the configuration yet. Let this step write them, or put them there by hand. If you want other rules, say that the step is done:\n  siagh-sync go-live --done',
    fa: 'تنظیم‌های پیشنهادی هنوز در فایل تنظیمات نیست. بگذارید این گام آن‌ها را بنویسد یا خودتان بنویسید. اگر تنظیم دیگری می‌خواهید، گام را انجام‌شده اعلام کنید:\n  siagh-sync go-live --done',
  },
  go_live_mend_backup: {
    en: 'Have backups made of Siagh and of the CRM. Without a terminal, --yes says that they are made.',
    fa: 'از سیاق و پیام‌گستر پشتیبان بگیرید. اگر ترمینال نیست، --yes یعنی هر دو گرفته شده است.',
  },
  go_live_found_backup: { en: 'The store is backed up in {file}.', fa: 'پشتیبان ذخیره‌گاه در {file} است.' },
  'go_live_found_import-dry': {
    en: '{created contact/contacts} would be created in the CRM, {linked} linked, {undecided} not decided.',
    fa: '{created} مخاطب در پیام‌گستر ساخته می‌شود، {linked} مورد وصل می‌شود و درباره {undecided} مورد تصمیمی گرفته نشده است.',
  },
  'go_live_mend_import-dry': {
    en: 'Decide in the column `decision` of {file}, and take this step again. To leave the open contacts out for now:\n  siagh-sync go-live --done',
    fa: 'در ستون `decision` فایل {file} تصمیم بگیرید و این گام را دوباره اجرا کنید. برای آنکه موارد باز فعلاً کنار بمانند:\n  siagh-sync go-live --done',
  },
  go_live_found_import: {
    en: '{created contact/contacts} created in the CRM, {linked} linked, {unchanged} in order before, {failed} failed.',
    fa: '{created} مخاطب در پیام‌گستر ساخته شد، {linked} مورد وصل شد، {unchanged} مورد از پیش درست بود و {failed} مورد انجام نشد.',
  },
  go_live_mend_import: {
    en: 'Look at what is open, decide in {file}, and take this step again. To leave the open contacts out for now:\n  siagh-sync go-live --done',
    fa: 'موارد باز را ببینید، در {file} تصمیم بگیرید و این گام را دوباره اجرا کنید. برای آنکه فعلاً کنار بمانند:\n  siagh-sync go-live --done',
  },
  go_live_found_shadow: {
    en: 'Noted in shadow so far: {contacts contact/contacts}, {documents document/documents}.',
    fa: 'تا اکنون در حالت سایه یادداشت شده است: {contacts} مخاطب و {documents} سند.',
  },
  go_live_wait_shadow: {
    en: 'Let the service run in shadow for some days, and take this step again to compare. When you are content:\n  siagh-sync go-live --done',
    fa: 'بگذارید سرویس چند روز در حالت سایه کار کند و برای مقایسه این گام را دوباره اجرا کنید. وقتی راضی بودید:\n  siagh-sync go-live --done',
  },
  go_live_found_held: { en: '{count write/writes} waiting for you.', fa: '{count} مورد منتظر تأیید شماست.' },
  go_live_wait_held: {
    en: 'Look at each with `siagh-sync held`, and release it or refuse it. When you are content:\n  siagh-sync go-live --done',
    fa: 'هر کدام را با `siagh-sync held` ببینید و آزاد یا رد کنید. وقتی راضی بودید:\n  siagh-sync go-live --done',
  },
})
