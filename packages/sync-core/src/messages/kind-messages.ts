import type { QueueUnavailable, SyncErrorKind } from '../errors'
import { defineMessages } from './define-messages'
import type { MessageText } from './saying'

/**
 * What an error says that has no message of its own: those of the two clients, of the store and of the queue. `reason` is in the client's
 * words.
 */
export const kindMessages = defineMessages({
  unauthorized: {
    en: '{system}: {reason}',
    fa: '{system} اجازه ورود نداد: {reason}. نام کاربری و رمز را بررسی کنید.',
  },
  rejected: { en: '{system}: {reason}', fa: '{system} این درخواست را نپذیرفت: {reason}.' },
  not_found: { en: '{reason}', fa: 'پیدا نشد: {reason}.' },
  unavailable: {
    en: '{system}: {reason}',
    fa: '{system} اکنون در دسترس نیست: {reason}. خودبه‌خود دوباره امتحان می‌شود.',
  },
  rate_limited: {
    en: '{system}: {reason}',
    fa: '{system} می‌خواهد کمتر صدا زده شود: {reason}. خودبه‌خود دوباره امتحان می‌شود.',
  },
  malformed: {
    en: '{system}: {reason}',
    fa: 'پاسخ {system} آن نبود که باید باشد: {reason}.',
  },
  outcome_unknown: {
    en: '{system}: {reason}',
    fa: 'معلوم نیست که {system} آنچه را فرستاده شد ثبت کرده است یا نه: {reason}. خودبه‌خود بررسی می‌شود.',
  },
  defect: { en: '{reason}', fa: 'خطایی در خود برنامه: {reason}. گزارش کار (log) را برای سازنده بفرستید.' },
  store_unavailable: {
    en: '{reason}',
    fa: 'ذخیره‌گاه در دسترس نیست: {reason}. دیسک یا پایگاه داده را بررسی کنید.',
  },
  queue_unavailable: { en: '{reason}', fa: 'صف کار در دسترس نیست: {reason}. تنظیم QUEUE_URL را بررسی کنید.' },
  foreign_store: { en: '{reason}', fa: 'این ذخیره‌گاه از سرورها یا شرکت دیگری است: {reason}' },
  invalid_change: { en: '{reason}', fa: 'آنچه داده شد درست نیست: {reason}' },
  invalid_data: { en: '{reason}', fa: 'این مورد با این وضع به سیاق نمی‌رود: {reason}' },
  ambiguous_match: { en: '{reason}', fa: 'معلوم نیست کدام مخاطب درست است: {reason}' },
  contact_replaced: { en: '{reason}', fa: 'مخاطب در سیاق عوض شده است: {reason}' },
  contact_unreadable: { en: '{reason}', fa: 'مخاطب در فهرست سیاق خوانده نمی‌شود: {reason}' },
  no_account_party: { en: '{reason}', fa: 'مشتری در سیاق طرف حساب نیست: {reason}' },
  in_doubt: { en: '{reason}', fa: 'سند بلاتکلیف است: {reason}' },
  held: { en: '{reason}', fa: 'این نوشته منتظر تأیید است: {reason}' },
  busy: { en: '{reason}', fa: 'این مورد در دست کار است: {reason}' },
} satisfies Readonly<Record<SyncErrorKind | QueueUnavailable['kind'], MessageText>>)
