import type { ApiError } from '@siagh-sync/siagh-client'
import { defineMessages } from './define-messages'
import type { MessageText } from './saying'

/** What the two clients say, in words that go on after the name of the server. */
export const apiMessages = defineMessages({
  api_connection_failed: { en: 'The connection failed ({reason})', fa: 'ارتباط برقرار نشد ({reason})' },
  api_connection_failed_uncoded: {
    en: 'The connection failed, and the system names no reason',
    fa: 'ارتباط برقرار نشد و سیستم علت آن را نمی‌گوید',
  },
  api_no_answer_in_time: { en: 'No complete answer came in time', fa: 'پاسخ به‌موقع نرسید' },
  api_cancelled: { en: 'The call was cancelled', fa: 'درخواست لغو شد' },
  api_left_alone: {
    en: 'The server failed repeatedly and is left alone for a while',
    fa: 'سرور چند بار خطا داد و مدتی به آن چیزی فرستاده نمی‌شود',
  },
  api_server_failed: { en: 'The server failed (HTTP {status})', fa: 'سرور خطا داد (HTTP {status})' },
  api_redirected: {
    en: 'The server redirects (HTTP {status}): is the base URL right?',
    fa: 'سرور به نشانی دیگری می‌فرستد (HTTP {status})؛ نشانی پایه را بررسی کنید',
  },
  api_answer_too_long: { en: 'The answer is longer than the limit', fa: 'پاسخ بیش از اندازه بلند بود' },
  api_answer_no_json: { en: 'The answer is not JSON', fa: 'پاسخ JSON نبود' },
  api_answer_unexpected: {
    en: 'The answer is not what the contract says',
    fa: 'پاسخ به شکلی نبود که باید باشد',
  },
  api_write_answer_unreadable: {
    en: 'The answer to a write cannot be read',
    fa: 'پاسخ به آنچه نوشته شد خوانده نمی‌شود',
  },
  api_too_many_calls: {
    en: 'The server asks for fewer calls (HTTP 429)',
    fa: 'شمار درخواست‌ها زیاد بود (HTTP 429)',
  },
  api_credentials_refused: {
    en: 'The server refuses the credentials (HTTP 401)',
    fa: 'نام کاربری یا رمز درست نیست (HTTP 401)',
  },
  api_login_refused: {
    en: 'The server refuses the login (HTTP {status})',
    fa: 'سرور ورود را نمی‌پذیرد (HTTP {status})',
  },
  api_session_refused: { en: 'The server refuses the session (HTTP 401)', fa: 'نشست پذیرفته نشد (HTTP 401)' },
  api_session_ended_twice: {
    en: 'The session ended twice during one call',
    fa: 'نشست هنگام یک درخواست دو بار پایان یافت',
  },
  api_not_licensed: { en: 'The API is not licensed (HTTP 402)', fa: 'مجوز API فعال نیست (HTTP 402)' },
  api_account_locked: {
    en: 'The server has locked the account (HTTP 403)',
    fa: 'حساب کاربری قفل شده است (HTTP 403)',
  },
  api_no_login_there: {
    en: 'The server has no login at its address (HTTP 404): is the base URL right?',
    fa: 'در این نشانی ورود نیست (HTTP 404)؛ نشانی پایه را بررسی کنید',
  },
  api_no_saving_there: {
    en: 'Siagh does not answer at the address for saving (HTTP 404)',
    fa: 'نشانی ثبت اطلاعات پاسخ نمی‌دهد (HTTP 404)',
  },
  api_no_such_record: { en: 'There is no such record', fa: 'چنین رکوردی نیست' },
  api_call_refused: { en: 'The server refused the call (HTTP {status})', fa: 'درخواست رد شد (HTTP {status})' },
  api_made_another: {
    en: 'a new contact was made instead of changing the one that was named: delete the new one in Siagh',
    fa: 'به جای تغییر مخاطب، مخاطب تازه‌ای ساخته شد؛ مخاطب تازه را در سیاق حذف کنید',
  },
  api_save_refused: { en: 'The record was not saved', fa: 'اطلاعات ثبت نشد' },
  api_script_broke_off: {
    en: "the form's script broke off while Siagh saved the record",
    fa: 'هنگام ثبت، برنامه فرم در سیاق نیمه‌کاره ماند',
  },
  api_letters_lost: {
    en: 'Nothing was sent: letters of a text were lost',
    fa: 'چیزی فرستاده نشد، چون بعضی حرف‌های یک متن از دست رفته است',
  },
  api_number_impossible: {
    en: 'Nothing was sent: a number cannot be what it is',
    fa: 'چیزی فرستاده نشد، چون عددی نادرست است',
  },
} satisfies Readonly<Record<`api_${NonNullable<ApiError['words']>['code']}`, MessageText>>)
