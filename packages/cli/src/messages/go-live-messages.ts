import { defineMessages } from '@siagh-sync/sync-core/messages'

/** What `go-live` says. */
export const goLiveMessages = defineMessages({
  go_live_done: { en: 'done', fa: 'انجام شد' },
  go_live_next: { en: 'next', fa: 'گام بعد' },
  go_live_later: { en: 'later', fa: 'مانده' },
  go_live_step_of: { en: 'Step {number} of {count}: {step}', fa: 'گام {number} از {count}: {step}' },
  go_live_step_done: { en: 'Step {step} is done.', fa: 'گام {step} انجام شد.' },

  go_live_diff_line: { en: '{line}', fa: '{line}' },
  go_live_ask_step: { en: 'Do this now? (yes or no)', fa: 'همین حالا انجام شود؟ (بله یا خیر)' },
  go_live_ask_write: { en: 'Write this into {file}? (yes or no)', fa: 'همین در {file} نوشته شود؟ (بله یا خیر)' },
  go_live_ask_backups: {
    en: 'Are backups made of Siagh and of the CRM? (yes or no)',
    fa: 'از سیاق و پیام‌گستر پشتیبان گرفته شده است؟ (بله یا خیر)',
  },
  go_live_ask_open_contacts: {
    en: 'Some contacts are open. Go on and leave them out for now? (yes or no)',
    fa: 'چند مخاطب باز مانده است. فعلاً کنار بمانند و ادامه دهیم؟ (بله یا خیر)',
  },
  go_live_ask_runs: {
    en: 'No service answers at {url}. Does it run elsewhere, restarted since the setting was changed? (yes or no)',
    fa: 'در {url} سرویسی پاسخ نمی‌دهد. آیا جای دیگری کار می‌کند و پس از تغییر تنظیم دوباره راه‌اندازی شده است؟ (بله یا خیر)',
  },
  go_live_ask_after_shadow: {
    en: 'Is the comparison good, and shall the next step begin? (yes or no)',
    fa: 'مقایسه خوب است و گام بعد شروع شود؟ (بله یا خیر)',
  },
  go_live_ask_after_held: {
    en: 'Have you seen enough writes, and shall the service write by itself? (yes or no)',
    fa: 'به اندازه کافی دیده‌اید و سرویس از این پس خودش بنویسد؟ (بله یا خیر)',
  },

  go_live_restart: {
    en: 'A service runs at {url} with the old setting. Stop `siagh-sync serve` and start it again.',
    fa: 'سرویسی که در {url} کار می‌کند تنظیم قبلی را دارد. `siagh-sync serve` را متوقف کنید و دوباره اجرا کنید.',
  },
  go_live_start: {
    en: 'Start `siagh-sync serve`. No service answers at {url}. If one runs on another machine, restart it there: from here nobody can see which setting it has.',
    fa: '`siagh-sync serve` را اجرا کنید. در {url} سرویسی پاسخ نمی‌دهد. اگر روی دستگاه دیگری کار می‌کند همان‌جا دوباره اجرا کنید؛ از اینجا دیده نمی‌شود چه تنظیمی دارد.',
  },
  go_live_after_restart: {
    en: 'Then take this step again.',
    fa: 'سپس این گام را دوباره اجرا کنید.',
  },
  go_live_runs_so: {
    en: 'The service at {url} runs with this setting.',
    fa: 'سرویس در {url} با همین تنظیم کار می‌کند.',
  },
  go_live_runs_otherwise: {
    en: 'The service at {url} still runs with mode {mode} and hold {hold}: it reads its configuration only when it starts.',
    fa: 'سرویس در {url} هنوز با mode برابر {mode} و hold برابر {hold} کار می‌کند، چون تنظیمات را فقط هنگام شروع می‌خواند.',
  },
  go_live_unseen: {
    en: 'No service answers at {url}, so nobody can see from here whether it runs with this setting.',
    fa: 'در {url} سرویسی پاسخ نمی‌دهد. از اینجا دیده نمی‌شود با این تنظیم کار می‌کند یا نه.',
  },
  go_live_set_in_file: {
    en: 'The configuration was not changed. Set {lines} in {file} yourself, and take this step again.',
    fa: 'تنظیمات تغییر نکرد. خودتان {lines} را در {file} بگذارید و این گام را دوباره اجرا کنید.',
  },
  go_live_set_somewhere: {
    en: 'There is no single configuration file here. Set {lines} in yours, and take this step again.',
    fa: 'در این پوشه یک فایل تنظیمات مشخص نیست. در فایل خود {lines} را بگذارید و این گام را دوباره اجرا کنید.',
  },
  go_live_set_variable: {
    en: 'The environment variable {variable} decides this setting, and wins over the file. Set {variable}={value} where the service gets its environment, and take this step again.',
    fa: 'این تنظیم را متغیر محیطی {variable} تعیین می‌کند و بر فایل مقدم است. {variable}={value} را همان‌جا بگذارید که محیط سرویس تعیین می‌شود و این گام را دوباره اجرا کنید.',
  },
  go_live_set_in_env_file: {
    en: 'The setting is in {source}, and wins over the configuration file. Write {variable}={value} there, and take this step again.',
    fa: 'این تنظیم در {source} است و بر فایل تنظیمات مقدم است. آنجا {variable}={value} بنویسید و این گام را دوباره اجرا کنید.',
  },

  go_live_all_done: {
    en: 'Every step is done: the company is live.',
    fa: 'همه گام‌ها انجام شد و سرویس خودش کار می‌کند.',
  },
  go_live_next_is: {
    en: 'Next: {next} ({title}). `siagh-sync go-live` takes this step.',
    fa: 'گام بعد: {next} ({title}). با `siagh-sync go-live` انجام می‌شود.',
  },
  go_live_take_next: {
    en: '`siagh-sync go-live` takes this step at a terminal. If you have done it otherwise:\n  siagh-sync go-live --done',
    fa: 'در ترمینال `siagh-sync go-live` این گام را انجام می‌دهد. اگر خودتان انجام داده‌اید:\n  siagh-sync go-live --done',
  },
  go_live_again: {
    en: 'The next `siagh-sync go-live` begins with this step.',
    fa: 'بار بعد `siagh-sync go-live` از همین گام شروع می‌کند.',
  },
  go_live_left: {
    en: 'What is done stays done. `siagh-sync go-live` goes on from here.',
    fa: 'آنچه انجام شده می‌ماند. `siagh-sync go-live` از همین‌جا ادامه می‌دهد.',
  },
  go_live_not_yet: {
    en: 'Step {step} is not done: mode is {mode} and hold is {hold}. `siagh-sync go-live --step {step}` changes that.',
    fa: 'گام {step} هنوز انجام نشده است: mode برابر {mode} و hold برابر {hold} است. با `siagh-sync go-live --step {step}` تغییر دهید.',
  },
  go_live_too_early: {
    en: 'Step {step} comes later. The next step is {next}.',
    fa: 'نوبت گام {step} هنوز نرسیده است. گام بعد {next} است.',
  },
  go_live_one_only: {
    en: 'Say one of --step, --done and --back. --yes goes with --step or alone.',
    fa: 'فقط یکی از --step و --done و --back را بنویسید. --yes تنها یا همراه --step می‌آید.',
  },
})
