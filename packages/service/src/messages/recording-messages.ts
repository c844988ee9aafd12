import { defineMessages } from '@siagh-sync/sync-core/messages'

/** What the service says of a recording. */
export const recordingMessages = defineMessages({
  recording: {
    en: 'What is said to Siagh and to the CRM, and what the CRM sends, is recorded in {folder}, with made-up values in place of the real ones. If you send the recording, send this folder alone. Do not send the file {key}: with it, the real values can be found.',
    fa: 'گفت‌وگو با سیاق و پیام‌گستر و آنچه پیام‌گستر می‌فرستد در {folder} ضبط می‌شود و به جای مقدارهای واقعی، مقدارهای ساختگی نوشته می‌شود. اگر ضبط را می‌فرستید، فقط همین پوشه را بفرستید. فایل {key} را برای کسی نفرستید: با آن می‌توان مقدارهای واقعی را پیدا کرد.',
  },
  recording_failed: {
    en: 'An exchange could not be recorded in {folder}: {reason}. The service goes on. Further failures are not reported.',
    fa: 'نوشتن در پوشه ضبط {folder} ناموفق بود: {reason}. کار سرویس ادامه دارد. خطاهای بعدیِ ضبط گزارش نمی‌شود.',
  },
  recording_unusable: {
    en: 'The folder {folder} cannot be used for a recording: {reason}. Give --record a folder in which this user may write.',
    fa: 'پوشه {folder} برای ضبط قابل استفاده نیست: {reason}. برای --record پوشه‌ای بدهید که این کاربر اجازه نوشتن در آن را داشته باشد.',
  },
})
