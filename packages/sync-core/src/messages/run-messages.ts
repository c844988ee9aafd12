import { defineMessages } from './define-messages'

/** Why a run had to wait, or the store could not be worked with. */
export const runMessages = defineMessages({
  busy_worker: {
    en: 'another worker has {kind}/{id}',
    fa: 'پردازشگر دیگری همین {kind} ({id}) را در دست دارد. چند لحظه دیگر دوباره امتحان کنید.',
  },
  busy_taken_over: {
    en: 'another worker took the record over',
    fa: 'پردازشگر دیگری این مورد را در دست گرفت. چند لحظه دیگر دوباره امتحان کنید.',
  },
  busy_after_lost_answer: {
    en: 'the server has just lost an answer and is left alone for now; nothing was written',
    fa: 'همین حالا یک پاسخ سرور گم شد و فعلاً به آن چیزی نمی‌فرستیم. چیزی نوشته نشد.',
  },
  busy_lease_too_short: {
    en: 'the write has waited too long, or the lease may run out before it arrives; nothing was written',
    fa: 'این نوشته زیاد منتظر ماند، یا مهلت کار روی این رکورد رو به پایان است و نوشته شاید دیر برسد. چیزی نوشته نشد و خودبه‌خود دوباره انجام می‌شود.',
  },
  busy_first_update: {
    en: 'the first update of a contact is under way, and the others wait for its end',
    fa: 'نخستین تغییر یک مخاطب در سیاق در جریان است. بقیه تا پایان آن صبر می‌کنند و خودبه‌خود انجام می‌شوند.',
  },
  busy_catch_up: {
    en: 'another catch-up of this company is under way',
    fa: 'هم‌اکنون پیگیری دیگری (catch-up) برای این شرکت در جریان است. صبر کنید تا تمام شود.',
  },
  busy_shadow: {
    en: 'another process is beginning or ending the shadow of this company',
    fa: 'پردازشگر دیگری حالت سایه این شرکت را آغاز می‌کند یا پایان می‌دهد. چند لحظه دیگر دوباره امتحان کنید.',
  },
  busy_import_taken_over: {
    en: 'another import of this company has taken over',
    fa: 'ورود اولیه دیگری برای این شرکت کار را در دست گرفت. صبر کنید تا تمام شود.',
  },
  store_of_other_branch: {
    en: 'the store belongs to branch {branch} of Siagh {siagh} (user {user}), and the user of the settings, {newUser}, works in branch {newBranch}: set SIAGH_USERNAME to a user of branch {branch}, or, if the books are the same ones, start once with --accept-new-servers (ACCEPT_NEW_SERVERS=yes)',
    fa: 'این ذخیره‌گاه از شعبه {branch} سیاق {siagh} است (کاربر {user})، ولی کاربر {newUser} که در تنظیمات آمده در شعبه {newBranch} کار می‌کند. SIAGH_USERNAME را کاربری از شعبه {branch} بگذارید. اگر دفترها همان است، یک بار با --accept-new-servers اجرا کنید (ACCEPT_NEW_SERVERS=yes).',
  },
  store_of_other_servers: {
    en: 'the store belongs to Siagh {siagh} and CRM {crm} (company {company}), and the settings name Siagh {newSiagh} and CRM {newCrm}: set the store that belongs to these, or, if they are the same servers under new addresses, start once with --accept-new-servers (ACCEPT_NEW_SERVERS=yes)',
    fa: 'این ذخیره‌گاه از سیاق {siagh} و پیام‌گستر {crm} است (شرکت {company})، ولی در تنظیمات سیاق {newSiagh} و پیام‌گستر {newCrm} آمده است. ذخیره‌گاه مربوط به این دو را تنظیم کنید. اگر همان سرورها با نشانی تازه‌اند، یک بار با --accept-new-servers اجرا کنید (ACCEPT_NEW_SERVERS=yes).',
  },
  store_of_other_company: {
    en: 'the store holds company {owner}, and nothing of company {company}, for which the settings name Siagh {siagh} and CRM {crm}: set COMPANY to {owner}, or, if {company} is another company, start once with --accept-new-servers (ACCEPT_NEW_SERVERS=yes)',
    fa: 'این ذخیره‌گاه از شرکت {owner} است و از شرکت {company}، که تنظیماتش سیاق {siagh} و پیام‌گستر {crm} است، چیزی در آن نیست. COMPANY را {owner} بگذارید. اگر {company} شرکت دیگری است، یک بار با --accept-new-servers اجرا کنید (ACCEPT_NEW_SERVERS=yes).',
  },
  store_contended: {
    en: 'other processes record other servers in the store all the time: stop them first',
    fa: 'برنامه‌های دیگری پیوسته سرورهای دیگری را در این ذخیره‌گاه ثبت می‌کنند. نخست آن‌ها را متوقف کنید.',
  },
  bug: {
    en: 'a bug: {what}',
    fa: 'خطایی در خود برنامه: {what}. گزارش کار (log) را برای سازنده بفرستید.',
  },
  rule_failed: {
    en: 'the rule {rule} has thrown: {what}',
    fa: 'تنظیم {rule} خطا داد: {what}. فایل تنظیمات را درست کنید.',
  },
  rule_answer_no_yes_or_no: {
    en: 'the rule {rule} must answer true or false',
    fa: 'تنظیم {rule} باید true یا false برگرداند. فایل تنظیمات را درست کنید.',
  },
  rule_answer_no_result: {
    en: 'the rule {rule} must answer ok(…) or err(…) of neverthrow, and no promise',
    fa: 'تنظیم {rule} باید ok(…) یا err(…) از neverthrow برگرداند و Promise پذیرفته نیست. فایل تنظیمات را درست کنید.',
  },
  record_not_in_crm: {
    en: 'the CRM has no {kind}/{id}',
    fa: '{kind} {id} در پیام‌گستر نیست. شناسه را بررسی کنید.',
  },
})
