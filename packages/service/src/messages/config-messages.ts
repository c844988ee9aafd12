import { defineMessages } from '@siagh-sync/sync-core/messages'

/** Why the configuration cannot be used, and how a setting is named. */
export const configMessages = defineMessages({
  config_wrong: { en: 'The configuration is wrong:', fa: 'تنظیمات درست نیست:' },
  setting_fault: { en: '{setting} {fault}.', fa: '{setting} {fault}.' },
  setting_with_variable: { en: '{path} ({variable})', fa: '{path} ({variable})' },
  setting_of_company: { en: '{setting} of {company}', fa: '{setting} برای {company}' },
  variable_in_line: { en: '{variable} in .env, line {line}', fa: '{variable} در خط {line} فایل .env' },
  the_configuration: { en: 'The configuration', fa: 'تنظیمات' },
  rules_wrong: { en: '{reason}', fa: 'در تنظیمات rules: {reason}' },
  rules_of_company_wrong: { en: '{place}: {reason}', fa: 'در تنظیمات rules از {place}: {reason}' },
  env_file_unusable: { en: 'The file .env cannot be used:', fa: 'فایل .env قابل استفاده نیست:' },
  no_config_file: {
    en: 'There is no siagh-sync.config.ts, .js or .json in this folder: `siagh-sync init` writes one.',
    fa: 'در این پوشه siagh-sync.config.ts یا .js یا .json نیست. با `siagh-sync init` یکی بسازید.',
  },
  config_file_missing: {
    en: 'There is no configuration file {file}.',
    fa: 'فایل تنظیمات {file} پیدا نشد. نشانی فایل را بررسی کنید.',
  },
  config_file_unreadable: {
    en: 'The configuration file cannot be read: {reason}',
    fa: 'فایل تنظیمات خوانده نمی‌شود: {reason}',
  },
  no_company: { en: 'no company', fa: 'هیچ شرکتی در تنظیمات نیست.' },
  cannot_start: { en: '{reason}', fa: 'راه‌اندازی نشد: {reason}' },
  database_unusable: {
    en: 'store.url (DATABASE_URL) cannot be used: {reason}.',
    fa: 'store.url (DATABASE_URL) قابل استفاده نیست: {reason}.',
  },
  store_file_unusable: {
    en: 'store.file (STORE_FILE) cannot be used: {reason}.',
    fa: 'store.file (STORE_FILE) قابل استفاده نیست: {reason}.',
  },
  not_copied: { en: '{reason}.', fa: '{reason}.' },
  tried_for: { en: '{reason} (tried for {seconds} s)', fa: '{reason} ({seconds} ثانیه امتحان شد)' },
  nothing_listens: { en: 'nothing listens there', fa: 'آنجا سروری پاسخ نمی‌دهد' },
  no_such_host: { en: 'there is no host of that name', fa: 'سروری با این نام نیست' },
  user_or_password_refused: {
    en: 'the server refuses the user or the password',
    fa: 'سرور نام کاربری یا رمز را نمی‌پذیرد',
  },
  user_refused: { en: 'the server refuses the user', fa: 'سرور نام کاربری را نمی‌پذیرد' },
  no_such_database: {
    en: 'the server has no database of that name',
    fa: 'سرور پایگاه داده‌ای با این نام ندارد',
  },
  driver_for: { en: '{driver} for {setting}', fa: '{driver} برای {setting}' },
  and_further: { en: '{first}, {further}', fa: '{first}، {further}' },
  cannot_listen: {
    en: 'HOST {host}, PORT {port} cannot be listened on: {reason}.',
    fa: 'روی HOST {host} و PORT {port} نمی‌شود گوش داد: {reason}.',
  },
  port_taken: { en: 'another program listens there', fa: 'برنامه دیگری آن را گرفته است' },
  port_not_permitted: {
    en: 'the system does not permit it; ports below 1024 are for administrators',
    fa: 'سیستم اجازه نمی‌دهد؛ پورت‌های کمتر از 1024 تنها برای مدیر سیستم است',
  },
  no_such_address: { en: 'this machine has no such address', fa: 'این دستگاه چنین نشانی‌ای ندارد' },
  driver_missing: {
    en: 'A package is not installed: {drivers}. Install it as siagh-sync was installed: npm install [--global] {packages}',
    fa: 'بسته‌ای نصب نیست: {drivers}. آن را همان‌طور که siagh-sync نصب شده نصب کنید: npm install [--global] {packages}',
  },
})
