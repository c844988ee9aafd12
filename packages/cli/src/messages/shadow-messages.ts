import { defineMessages } from '@siagh-sync/sync-core/messages'

/** What `shadow report` says. */
export const shadowMessages = defineMessages({
  shadow_usage: { en: 'Say: siagh-sync shadow report', fa: 'بنویسید: siagh-sync shadow report' },
  nothing_in_shadow: {
    en: "Nothing was noted in shadow. Set mode: 'shadow' (MODE=shadow) and start `siagh-sync serve`.",
    fa: "در حالت سایه چیزی یادداشت نشده است. تنظیم mode: 'shadow' (MODE=shadow) را بگذارید و `siagh-sync serve` را اجرا کنید.",
  },
  shadow_contacts: { en: 'Contacts', fa: 'مخاطبان' },
  shadow_documents: {
    en: 'Documents. Siagh cannot be asked for them: compare number, date and sum with what stands in Siagh.',
    fa: 'سندها. از سیاق نمی‌توان آن‌ها را پرسید: شماره، تاریخ و مبلغ را با آنچه در سیاق ثبت شده مقایسه کنید.',
  },
  shadow_same: { en: 'the same in Siagh', fa: 'در سیاق همان است' },
  shadow_differs: { en: 'in Siagh with other fields', fa: 'در سیاق هست ولی فیلدهایی فرق دارد' },
  shadow_typed: { en: 'typed by somebody, not linked', fa: 'کسی آن را ثبت کرده، وصل نیست' },
  shadow_nobody_typed: { en: 'nobody has typed it', fa: 'کسی آن را ثبت نکرده است' },
  shadow_failed: { en: 'cannot be brought to Siagh', fa: 'به سیاق نمی‌رود' },
  shadow_would_post: { en: 'would be posted', fa: 'ثبت می‌شد' },
  shadow_count: { en: '{state}: {count}', fa: '{state}: {count}' },
  shadow_next: {
    en: 'Contacts that somebody has typed are linked by another `siagh-sync import` before the first live day.',
    fa: 'مخاطبانی که کسی ثبت کرده است با یک `siagh-sync import` دیگر پیش از روز نخست وصل می‌شوند.',
  },
  head_number: { en: 'number', fa: 'شماره' },
  head_date: { en: 'date', fa: 'تاریخ' },
  head_sum: { en: 'to be paid', fa: 'قابل پرداخت' },
  head_state: { en: 'result', fa: 'نتیجه' },
})

/** What `--help` says of it. */
export const shadowHelp = defineMessages({
  help_shadow: {
    en: 'compares what was noted in shadow with what people typed into Siagh meanwhile',
    fa: 'آنچه را در حالت سایه یادداشت شده با آنچه در این مدت در سیاق ثبت شده مقایسه می‌کند',
  },
  help_shadow_report: { en: 'reads both servers and writes nothing', fa: 'هر دو سرور را می‌خواند و چیزی نمی‌نویسد' },
})
