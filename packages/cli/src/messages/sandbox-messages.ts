import { defineMessages } from '@siagh-sync/sync-core/messages'

/** What `siagh-sync sandbox` and `siagh-sync init` say. */
export const sandboxMessages = defineMessages({
  sandbox_runs: {
    en: 'The sandbox runs: Siagh at {siagh}, the CRM at {crm}. Leave it open, and use another terminal. Ctrl-C ends it, and what it holds is gone.',
    fa: 'محیط آزمایشی آماده است: سیاق در {siagh} و پیام‌گستر در {crm}. این پنجره را باز بگذارید و در ترمینال دیگری کار کنید. با Ctrl-C تمام می‌شود و هر چه در آن است پاک می‌شود.',
  },
  sandbox_cannot_listen: {
    en: 'The sandbox cannot listen: {reason}',
    fa: 'محیط آزمایشی راه نیفتاد: {reason}',
  },
  sandbox_port_taken: {
    en: 'another program uses port {port}. If that is a sandbox, it can be used as it is; else choose with --siagh-port, --crm-port and --control-port, where 0 takes any that is free.',
    fa: 'برنامه دیگری پورت {port} را گرفته است. اگر آن هم محیط آزمایشی است، از همان استفاده کنید؛ وگرنه با --siagh-port و --crm-port و --control-port پورت دیگری بدهید (0 یعنی هر پورت آزاد).',
  },
  replay_runs: {
    en: 'The recording in {folder} answers: Siagh at {siagh}, the CRM at {crm}. A call that is not recorded gets HTTP 501. Leave this open, and use another terminal. Ctrl-C ends it.',
    fa: 'ضبطِ پوشه {folder} پاسخ می‌دهد: سیاق در {siagh} و پیام‌گستر در {crm}. درخواستی که ضبط نشده باشد HTTP 501 می‌گیرد. این پنجره را باز بگذارید و در ترمینال دیگری کار کنید. با Ctrl-C تمام می‌شود.',
  },
  replay_cannot_start: {
    en: 'The recording cannot answer: {reason}',
    fa: 'ضبط نمی‌تواند پاسخ دهد: {reason}',
  },
  dialect_wrong: {
    en: '--dialect takes NAME=VALUE. {reason} The list of settings is in docs/dialects.md.',
    fa: 'برای --dialect باید NAME=VALUE بنویسید. {reason} فهرست تنظیم‌ها در docs/dialects.md است.',
  },
  ask_siagh_url: { en: 'Address of Siagh', fa: 'نشانی سیاق' },
  ask_siagh_user: { en: 'User of Siagh', fa: 'نام کاربری سیاق' },
  ask_crm_url: { en: 'Address of the CRM', fa: 'نشانی پیام‌گستر' },
  ask_crm_user: { en: 'User of the CRM', fa: 'نام کاربری پیام‌گستر' },
  ask_public_url: {
    en: 'Address that the CRM calls (empty: not known yet)',
    fa: 'نشانی‌ای که پیام‌گستر صدا می‌زند (خالی: هنوز معلوم نیست)',
  },
  ask_store: { en: 'Where the store is kept', fa: 'ذخیره‌گاه کجا باشد' },
  store_sqlite: { en: 'a SQLite file', fa: 'فایل SQLite' },
  store_sqlite_hint: { en: 'for one process; needs nothing else', fa: 'برای یک برنامه؛ چیز دیگری لازم نیست' },
  store_postgres_hint: { en: 'for several machines', fa: 'برای چند دستگاه' },
  answer_address: { en: 'An address such as http://10.0.0.5', fa: 'نشانی بنویسید، مانند http://10.0.0.5' },
  answer_without_user: {
    en: 'Without user and password: those come from the environment',
    fa: 'بدون نام کاربری و رمز: آن‌ها از متغیرهای محیطی می‌آید',
  },
  answer_without_query: {
    en: 'Without ? or #, and without the text after them',
    fa: 'بدون ? و # و آنچه بعدشان می‌آید',
  },
  answer_not_empty: { en: 'It must not be empty', fa: 'نباید خالی باشد' },
  option_fault: { en: '{option}: {fault}', fa: '{option}: {fault}' },
})
