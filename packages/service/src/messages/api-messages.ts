import { defineMessages } from '@siagh-sync/sync-core/messages'

/** What the operator API answers where it does not do what it was asked for. */
export const apiMessages = defineMessages({
  request_not_understood: {
    en: 'not understood: {fields}; /api/openapi.json describes each call',
    fa: 'این بخش‌های درخواست درست نیست: {fields}. شرح هر درخواست در /api/openapi.json است.',
  },
  body_not_understood: {
    en: 'the body is no JSON, or it is too long',
    fa: 'بدنه درخواست JSON نیست یا بیش از اندازه بلند است.',
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
  no_such_run: {
    en: 'there is no such run; a restart of the service forgets them',
    fa: 'چنین اجرایی نیست. سرویس پس از راه‌اندازی دوباره اجراهای پیشین را به یاد ندارد.',
  },
  too_many_streams: {
    en: 'too many pages are open: this one asks again in a few seconds',
    fa: 'صفحه‌های باز بیش از اندازه است. این صفحه چند ثانیه دیگر دوباره می‌پرسد.',
  },
  call_of_foreign_page: {
    en: 'the header {header} is missing or wrong, so the call may come from another page',
    fa: 'سرآیند {header} نیست یا درست نیست. شاید این درخواست از صفحه دیگری آمده باشد.',
  },
  not_held: {
    en: 'nothing of it waits for an operator',
    fa: 'چیزی از این مورد منتظر تأیید نیست.',
  },
  not_failed: {
    en: 'it is not among the failures',
    fa: 'این مورد در فهرست ناموفق‌ها نیست.',
  },
  not_in_doubt: {
    en: 'it is not among the documents in doubt',
    fa: 'این سند در فهرست بلاتکلیف‌ها نیست.',
  },
})
