import { defineMessages } from '@siagh-sync/sync-core/messages'

/** What `go-live` says. */
export const goLiveMessages = defineMessages({
  go_live_done: { en: 'done', fa: 'انجام شد' },
  go_live_next: { en: 'next', fa: 'گام بعد' },
  go_live_later: { en: 'later', fa: 'بعداً' },
  go_live_all_done: {
    en: 'Every step is done: the company is live.',
    fa: 'همه گام‌ها انجام شد و شرکت به‌صورت واقعی کار می‌کند.',
  },
  go_live_then: {
    en: 'When you have done that: siagh-sync go-live --done',
    fa: 'وقتی انجام شد: siagh-sync go-live --done',
  },
  go_live_go_back: {
    en: 'To go back one step: siagh-sync go-live --back',
    fa: 'برای برگشتن به گام قبل: siagh-sync go-live --back',
  },
  go_live_not_yet: {
    en: 'This step is not done: mode is {mode} and hold is {hold}. {what}',
    fa: 'این گام هنوز انجام نشده است: mode برابر {mode} و hold برابر {hold} است. {what}',
  },
  go_live_one_only: { en: 'Say --done or --back, not both.', fa: 'یا --done بنویسید یا --back، نه هر دو.' },
  go_live_check: {
    en: 'Check that everything is in place: siagh-sync check',
    fa: 'بررسی کنید که همه چیز آماده است: siagh-sync check',
  },
  go_live_probe: {
    en: 'Learn how the two servers answer, and take over the proposed rules: siagh-sync probe',
    fa: 'ببینید دو سرور چگونه پاسخ می‌دهند و تنظیم‌های پیشنهادی را بپذیرید: siagh-sync probe',
  },
  go_live_backup: {
    en: 'Make backups of Siagh and of the CRM. The import writes into the CRM, and only a backup undoes that.',
    fa: 'از سیاق و پیام‌گستر نسخه پشتیبان بگیرید. ورود اولیه در پیام‌گستر می‌نویسد و فقط نسخه پشتیبان آن را برمی‌گرداند.',
  },
  'go_live_import-dry': {
    en: 'See what an import would do, and decide what it asks: siagh-sync import --report import.csv',
    fa: 'ببینید ورود اولیه چه می‌کند و درباره آنچه می‌پرسد تصمیم بگیرید: siagh-sync import --report import.csv',
  },
  go_live_import: {
    en: 'Import: siagh-sync import --apply',
    fa: 'ورود اولیه را انجام دهید: siagh-sync import --apply',
  },
  go_live_shadow: {
    en: "Set mode: 'shadow' in the configuration (MODE=shadow), start `siagh-sync serve` beside your people for some days, and compare: siagh-sync shadow report",
    fa: "در تنظیمات mode: 'shadow' (MODE=shadow) بگذارید، `siagh-sync serve` را چند روز در کنار همکاران اجرا کنید و مقایسه کنید: siagh-sync shadow report",
  },
  go_live_held: {
    en: "Set mode: 'live' and hold: 'all' (MODE=live, HOLD=all) and start `siagh-sync serve` again. From now on nobody types by hand. Look at what waits, and release or refuse it: siagh-sync held",
    fa: "در تنظیمات mode: 'live' و hold: 'all' (MODE=live، HOLD=all) بگذارید و `siagh-sync serve` را دوباره اجرا کنید. از این پس کسی دستی ثبت نکند. آنچه منتظر است را ببینید و آزاد یا رد کنید: siagh-sync held",
  },
  go_live_live: {
    en: "Set hold: 'none' (HOLD=none) and start `siagh-sync serve` again. What still waits stays held until you release it. To go back, set hold: 'all' again.",
    fa: "در تنظیمات hold: 'none' (HOLD=none) بگذارید و `siagh-sync serve` را دوباره اجرا کنید. آنچه هنوز منتظر است تا تأیید شما منتظر می‌ماند. برای برگشتن دوباره hold: 'all' بگذارید.",
  },
})

/** What `--help` says of it. */
export const goLiveHelp = defineMessages({
  help_go_live: {
    en: 'the steps of the first day, in order: which are done and what comes next',
    fa: 'گام‌های روز نخست به ترتیب: کدام انجام شده و گام بعد چیست',
  },
  help_go_live_where: { en: 'where you are, and what comes next', fa: 'اکنون کجا هستید و گام بعد چیست' },
  help_go_live_done: { en: 'the step is done', fa: 'این گام انجام شد' },
  opt_go_live_done: {
    en: 'the next step is done; the last three are checked against the configuration',
    fa: 'گام بعد انجام شد؛ سه گام آخر با تنظیمات سنجیده می‌شود',
  },
  opt_go_live_back: { en: 'the last step is to be done again', fa: 'گام آخر باید دوباره انجام شود' },
})
