import { defineMessages } from '@siagh-sync/sync-core/messages'

/** What the operator API answers where it does not do what it was asked for. */
export const apiMessages = defineMessages({
  request_not_understood: {
    en: 'not understood: {fields}; /api/openapi.json describes each call',
    fa: 'این بخش‌های درخواست درست نیست: {fields}. شرح هر درخواست در /api/openapi.json است.',
  },
  body_not_understood: {
    en: 'the body is not JSON, or its content-type is not application/json, or it is longer than 1 MiB',
    fa: 'بدنه درخواست JSON نیست، یا content-type آن application/json نیست، یا بیش از 1 مگابایت است.',
  },
  no_such_company: { en: 'there is no company of this name', fa: 'شرکتی با این نام نیست.' },
  not_signed_in: { en: 'sign in first', fa: 'نخست وارد شوید.' },
  wrong_sign_in: { en: 'the name or the password is wrong', fa: 'نام یا رمز درست نیست.' },
  too_many_tries: {
    en: 'too many tries: wait {minutes minute/minutes}',
    fa: 'بیش از اندازه تلاش کرده‌اید. {minutes} دقیقه صبر کنید.',
  },
  viewer_only_looks: {
    en: 'you may look, but only an operator may do this',
    fa: 'شما تنها می‌توانید ببینید. این کار را کاربری با نقش operator انجام می‌دهد.',
  },
  already_running: {
    en: 'the same work is running already',
    fa: 'همین کار هم‌اکنون در حال انجام است.',
  },
  service_is_ending: {
    en: 'the service is about to stop, so it starts nothing new; try again when it runs again',
    fa: 'سرویس در حال توقف است و کار تازه‌ای شروع نمی‌کند. پس از راه‌اندازی دوباره سرویس تلاش کنید.',
  },
  no_such_run: {
    en: 'there is no such run; a restart of the service forgets them',
    fa: 'چنین اجرایی نیست. سرویس پس از راه‌اندازی دوباره اجراهای پیشین را به یاد ندارد.',
  },
  too_many_streams: {
    en: 'too many pages are open; this page tries again in a few seconds',
    fa: 'صفحه‌های باز بیش از اندازه‌اند. این صفحه چند ثانیه دیگر دوباره تلاش می‌کند.',
  },
  call_of_foreign_page: {
    en: 'the header {header} is missing or wrong, so the call may come from another page',
    fa: 'سرآیند {header} فرستاده نشده یا درست نیست. شاید این درخواست از صفحه دیگری آمده باشد.',
  },
  not_held: {
    en: 'nothing of this record waits for an operator',
    fa: 'هیچ تغییری از این مورد منتظر تأیید نیست.',
  },
  not_failed: {
    en: 'this record is not among the failures',
    fa: 'این مورد در فهرست ناموفق‌ها نیست.',
  },
  not_in_doubt: {
    en: 'this document is not among the documents in doubt',
    fa: 'این سند در فهرست بلاتکلیف‌ها نیست.',
  },
})
