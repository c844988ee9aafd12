import { defineMessages } from '@siagh-sync/sync-core/messages'

/** What the command `user` says. */
export const userMessages = defineMessages({
  help_user: {
    en: 'the people who may sign in to the operator API: add, list, password, remove',
    fa: 'کسانی که می‌توانند وارد API سرویس شوند: افزودن، فهرست، رمز تازه، حذف',
  },
  help_user_add: { en: 'asks for a password', fa: 'رمز را می‌پرسد' },
  help_user_list: { en: 'who may sign in', fa: 'چه کسانی می‌توانند وارد شوند' },
  help_user_notes: {
    en: 'The users stand in USERS of .env, each with a hash of the password. The service reads them when it starts.',
    fa: 'کاربرها در USERS فایل .env هستند، هر کدام با هش رمزش. سرویس هنگام شروع آن‌ها را می‌خواند.',
  },
  opt_user_role: {
    en: 'viewer sees everything; operator also decides and retries',
    fa: 'viewer همه چیز را می‌بیند؛ operator تصمیم هم می‌گیرد و دوباره اجرا می‌کند',
  },
  user_usage: {
    en: 'Write user add NAME, user password NAME, user remove NAME or user list.',
    fa: 'بنویسید user add NAME یا user password NAME یا user remove NAME یا user list.',
  },
  ask_user_password: { en: 'Password of {name}, at least {least} characters', fa: 'رمز {name}، دست‌کم {least} نویسه' },
  ask_password_again: { en: 'The same password again', fa: 'همان رمز، بار دیگر' },
  passwords_differ: { en: 'The two passwords differ. Nothing was written.', fa: 'دو رمز یکی نیست. چیزی نوشته نشد.' },
  password_too_short: {
    en: 'The password must hold at least {least} characters. Nothing was written.',
    fa: 'رمز باید دست‌کم {least} نویسه باشد. چیزی نوشته نشد.',
  },
  user_name_wrong: {
    en: "A name has 1 to 60 characters. It must not hold : ; ' or an invisible character.",
    fa: "نام 1 تا 60 نویسه دارد و نباید : ; ' یا نویسه نامرئی داشته باشد.",
  },
  user_is_there: {
    en: '{name} is a user already. A new password: siagh-sync user password NAME',
    fa: 'کاربر {name} از پیش هست. برای رمز تازه: siagh-sync user password NAME',
  },
  user_is_not_there: { en: 'There is no user {name}.', fa: 'کاربری به نام {name} نیست.' },
  users_elsewhere: {
    en: 'USERS is set in the environment, which wins over .env. Change the users there.',
    fa: 'متغیر محیطی USERS تنظیم شده است و به جای USERS در .env به کار می‌رود. کاربرها را همان‌جا تغییر دهید.',
  },
  env_not_edited: {
    en: 'The users in .env cannot be changed safely by this command. Put this line into .env yourself:',
    fa: 'این دستور نمی‌تواند کاربرها را بی‌خطر در .env تغییر دهد. این خط را خودتان در آن بنویسید:',
  },
  users_written: {
    en: '{file} has the change. Start the service again to use it.',
    fa: 'تغییر در {file} نوشته شد. سرویس را دوباره راه‌اندازی کنید.',
  },
  no_users: { en: 'Nobody may sign in yet.', fa: 'هنوز کسی نمی‌تواند وارد شود.' },
  head_user: { en: 'user', fa: 'کاربر' },
  head_role: { en: 'role', fa: 'نقش' },
})
