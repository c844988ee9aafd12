import { defineMessages } from '@siagh-sync/sync-core/messages'

/** What is wrong with a setting. Each is said behind the setting's name. No value is repeated: it may be a password. */
export const settingMessages = defineMessages({
  must_be_set: { en: 'must be set', fa: 'باید تنظیم شود' },
  must_be_of_type: { en: 'must be of type {type}', fa: 'باید از نوع {type} باشد' },
  has_no_setting: { en: 'has no setting {names}', fa: 'تنظیمی به نام {names} ندارد؛ املای نام را بررسی کنید' },
  must_not_be_empty: { en: 'must not be empty', fa: 'نباید خالی باشد' },
  password_twice: {
    en: 'must not be set beside the password',
    fa: 'نباید همراه با رمز تنظیم شود؛ یکی از آن دو را بردارید',
  },
  password_missing: {
    en: 'must be set, or siagh.passwordMd5 (SIAGH_PASSWORD_MD5)',
    fa: 'باید تنظیم شود، یا به جای آن siagh.passwordMd5 (SIAGH_PASSWORD_MD5)',
  },
  no_queue_prefix: { en: 'must be of Latin letters, digits, _ and -', fa: 'باید از حرف و رقم لاتین و _ و - باشد' },
  no_object: { en: 'must be an object', fa: 'باید یک شیء باشد' },
  no_role: { en: 'must be web, worker or both', fa: 'باید web یا worker یا both باشد' },
  no_mode: { en: 'must be live or shadow', fa: 'باید live یا shadow باشد' },
  no_hold_rule: {
    en: 'must be none, all, a function, or whole numbers as in {example}; in the environment none, all or a number',
    fa: 'باید none یا all یا تابع باشد، یا عددهایی مانند {example}؛ در متغیر محیطی none یا all یا یک عدد',
  },
  no_log_level: {
    en: 'must be debug, info, warn, error or silent',
    fa: 'باید debug یا info یا warn یا error یا silent باشد',
  },
  store_twice: { en: 'must be a file or a url, not both', fa: 'باید یا فایل باشد یا نشانی، نه هر دو' },
  url_for_role: {
    en: 'must be set for the roles web and worker: a store in a file is for one process on one machine',
    fa: 'برای نقش‌های web و worker باید تنظیم شود: ذخیره‌گاهِ فایلی تنها برای یک برنامه روی یک دستگاه است',
  },
  url_for_queue: {
    en: 'must be set where queue.url (QUEUE_URL) is',
    fa: 'باید تنظیم شود، چون queue.url (QUEUE_URL) تنظیم شده است',
  },
  drain_too_long: {
    en: 'must be less than stopSeconds (STOP_SECONDS), which it is a part of',
    fa: 'باید از stopSeconds (STOP_SECONDS) کمتر باشد، چون بخشی از آن است',
  },
  user_name_too_long: {
    en: 'must hold at most {most} characters',
    fa: 'باید حداکثر {most} نویسه باشد',
  },
  no_user_role: { en: 'must be viewer or operator', fa: 'باید viewer یا operator باشد' },
  no_password_hash: {
    en: 'must be a hash that `siagh-sync user add` has made',
    fa: 'باید همان متنی باشد که `siagh-sync user add` ساخته است',
  },
  user_twice: { en: 'must not be the name of another user', fa: 'نباید نام کاربر دیگری باشد' },
  users_beside_auth: {
    en: 'must not be set beside auth, which says who a person is',
    fa: 'نباید همراه با auth تنظیم شود، چون auth می‌گوید هر کس کیست',
  },
  no_function: { en: 'must be a function', fa: 'باید تابع باشد' },
  no_yes_or_no: {
    en: 'must be yes or no in the environment, true or false in the file',
    fa: 'در متغیرهای محیطی باید yes یا no باشد و در فایل true یا false',
  },
  secret_too_short: {
    en: 'must hold at least 16 characters',
    fa: 'باید دست‌کم 16 نویسه باشد',
  },
  no_md5: {
    en: 'must be 32 hexadecimal digits: `siagh-sync hash-password` makes them',
    fa: 'باید 32 رقم هگزادسیمال باشد (0 تا 9 و a تا f)؛ `siagh-sync hash-password` آن را می‌سازد',
  },
  no_address: { en: 'must be an address such as {example}', fa: 'باید نشانی باشد، مانند {example}' },
  no_plain_address: {
    en: 'must be an address without user, query and fragment',
    fa: 'باید نشانیِ ساده باشد، بدون نام کاربری و ? و #',
  },
  no_address_with_password: {
    en: 'must be an address such as {example}, with %XX for what is neither letter nor digit in the password',
    fa: 'باید نشانی باشد، مانند {example}. در رمز، هر چه حرف و رقم نیست به شکل %XX نوشته شود',
  },
  no_queue_address: {
    en: 'must be an address such as {example} or {other}, with %XX for what is neither letter nor digit in the password',
    fa: 'باید نشانی باشد، مانند {example} یا {other}. در رمز، هر چه حرف و رقم نیست به شکل %XX نوشته شود',
  },
  no_schema_name: {
    en: 'must be of small Latin letters, digits and _, with a letter first',
    fa: 'باید از حرف‌های کوچک لاتین و رقم و _ باشد و با حرف آغاز شود',
  },
  schema_name_taken: {
    en: 'must not begin with pg_, which PostgreSQL keeps for itself',
    fa: 'نباید با pg_ آغاز شود، چون PostgreSQL آن را برای خود نگه داشته است',
  },
  no_number: { en: 'must be a number', fa: 'باید عدد باشد' },
  no_whole_setting: { en: 'must be a whole number', fa: 'باید عدد صحیح باشد' },
  number_below: { en: 'must be {least} or more', fa: 'باید {least} یا بیشتر باشد' },
  number_above: { en: 'must be {most} or less', fa: 'باید {most} یا کمتر باشد' },
  other_digits: { en: 'must be written with the digits 0 to 9', fa: 'باید با رقم‌های لاتین 0 تا 9 نوشته شود' },
  line_break_within: {
    en: 'holds a line break: put the value on one line',
    fa: 'در میانش رفتن به خط بعد دارد؛ مقدار را در یک خط بنویسید',
  },
  unreadable_character: {
    en: 'holds a character that could not be read, at place {place}: type the value anew',
    fa: 'در جایگاه {place} نویسه‌ای دارد که خوانده نمی‌شود؛ مقدار را دوباره بنویسید',
  },
  invisible_character: {
    en: 'holds an invisible character ({character}) at place {place}: type the value anew, without it',
    fa: 'در جایگاه {place} نویسه‌ای نامرئی ({character}) دارد؛ مقدار را بدون آن دوباره بنویسید',
  },
  spaces_around: {
    en: 'begins or ends with white space, which is taken as a part of it',
    fa: 'در آغاز یا پایانش فاصله دارد و آن فاصله بخشی از رمز شمرده می‌شود',
  },
  unreadable_in_password: {
    en: 'holds a character that could not be read, at place {place}. If it is no part of it, type it anew',
    fa: 'در جایگاه {place} نویسه‌ای دارد که خوانده نمی‌شود. اگر بخشی از رمز نیست، رمز را دوباره بنویسید',
  },
  invisible_in_password: {
    en: 'holds an invisible character ({character}) at place {place}. If it is no part of it, type it anew',
    fa: 'در جایگاه {place} نویسه‌ای نامرئی ({character}) دارد. اگر بخشی از رمز نیست، رمز را دوباره بنویسید',
  },
  no_company_name: {
    en: 'must be of small Latin letters, digits and -, with a letter first',
    fa: 'باید از حرف‌های کوچک لاتین و رقم و - باشد و با حرف آغاز شود',
  },
  company_name_taken: {
    en: 'must not be {names}: a path is called so',
    fa: 'نباید {names} باشد، چون نشانی‌هایی با این نام هست',
  },
  company_name_twice: { en: 'must not be the name of another company', fa: 'نباید نام شرکت دیگری باشد' },
  secret_of_other: {
    en: 'must not hold a secret of another company',
    fa: 'نباید رمزِ شرکت دیگری در آن باشد',
  },
  company_unknown: { en: 'must be one of the companies: {names}', fa: 'باید یکی از این شرکت‌ها باشد: {names}' },
  set_for_each: {
    en: 'must be set for each of the companies, not for all of them',
    fa: 'باید برای هر شرکت جداگانه تنظیم شود، نه برای همه با هم',
  },
  no_companies: { en: 'must be a list of objects', fa: 'باید فهرستی از شیء‌ها باشد' },
  books_shared: {
    en: 'must not have the Siagh, the user of Siagh and the CRM of {owner}: both would write the same books',
    fa: 'نباید سیاق و کاربر سیاق و پیام‌گسترش همان‌های {owner} باشد: هر دو در یک دفتر می‌نویسند',
  },
  secret_for_serve: {
    en: 'must be set for serve: 16 characters or more',
    fa: 'برای serve باید تنظیم شود: 16 نویسه یا بیشتر',
  },
})
