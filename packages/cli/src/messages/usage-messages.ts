import { defineMessages } from '@siagh-sync/sync-core/messages'

/** What is wrong with a command line, or with what was typed where the command asked. */
export const usageMessages = defineMessages({
  unknown_command: { en: "unknown command '{name}'", fa: 'دستور «{name}» وجود ندارد.' },
  unknown_option: { en: "unknown option '{name}'", fa: 'گزینه {name} وجود ندارد.' },
  did_you_mean: { en: '(Did you mean {name}?)', fa: 'شاید منظورتان {name} است.' },
  argument_missing: { en: "missing required argument '{name}'", fa: 'مقدار <{name}> را بعد از نام دستور ننوشته‌اید.' },
  option_missing: { en: "required option '{name}' not specified", fa: 'گزینه {name} لازم است و آن را ننوشته‌اید.' },
  option_without_value: { en: "option '{name}' argument missing", fa: 'برای گزینه {name} مقداری ننوشته‌اید.' },
  too_many_arguments: {
    en: "too many arguments for '{command}'. Expected {expected argument/arguments} but got {got}: {given}.",
    fa: 'بعد از {command} بیش از اندازه مقدار نوشته‌اید ({got} به جای {expected}): {given}.',
  },
  value_not_allowed: {
    en: "option '{option}' argument '{given}' is invalid. {demand}",
    fa: 'گزینه {option} مقدار «{given}» را نمی‌پذیرد. {demand}',
  },
  allowed_choices: { en: 'Allowed choices are {values}.', fa: 'یکی از این‌ها را بنویسید: {values}.' },
  must_be_whole_above_0: {
    en: 'It must be a whole number above 0.',
    fa: 'عدد صحیح بزرگ‌تر از 0 بنویسید، با رقم‌های لاتین.',
  },
  must_be_whole: { en: 'It must be a whole number.', fa: 'عدد صحیح بنویسید، با رقم‌های لاتین.' },
  must_be_port: { en: 'It must be a port, at most 65535.', fa: 'شماره پورت بنویسید، حداکثر 65535.' },
  usage_wrong: { en: '{reason}', fa: 'دستور درست نوشته نشده است: {reason}' },
  see_help_of: {
    en: 'siagh-sync {command} --help shows how it is written.',
    fa: 'شیوه استفاده را با siagh-sync {command} --help ببینید.',
  },
  see_help: { en: 'siagh-sync --help lists all of them.', fa: 'همه دستورها را با siagh-sync --help ببینید.' },
  options_stand_behind: {
    en: 'Options stand behind the command: siagh-sync status --json',
    fa: 'گزینه‌ها بعد از دستور نوشته می‌شوند: siagh-sync status --json',
  },
  which_company: {
    en: 'Say which company is meant: --company {companies}.',
    fa: 'بگویید کدام شرکت: --company {companies}.',
  },
  one_or_other: { en: '{first} or {further}', fa: '{first} یا {further}' },
  id_wrong: {
    en: '"{given}" is no id of the CRM: it must be a GUID, as in {example}.',
    fa: '«{given}» شناسه پیام‌گستر نیست. شناسه باید GUID باشد، مانند {example}.',
  },
  time_wrong: {
    en: '"{given}" is no time: 1404/09/04, 2025-11-25 and 2025-11-25T17:33 are.',
    fa: '«{given}» زمان درستی نیست. به شکل 1404/09/04 یا 2025-11-25 یا 2025-11-25T17:33 بنویسید.',
  },
  kind_wrong: {
    en: '"{given}" is none of identity, invoice, quote.',
    fa: '«{given}» هیچ‌کدام از identity، invoice یا quote نیست.',
  },
  retry_needs: {
    en: 'retry needs the id of a failure, or --all.',
    fa: 'برای retry شناسه یک مورد ناموفق را بنویسید، یا --all.',
  },
  error_is_for_all: { en: '--error is for --all.', fa: 'گزینه --error تنها همراه --all به کار می‌رود.' },
  settle_needs: {
    en: 'settle needs either --created NUMBER or --not-created.',
    fa: 'برای settle یا --created و شماره پیش‌فاکتور را بنویسید، یا --not-created.',
  },
  code_is_for_created: { en: '--code is for --created.', fa: 'گزینه --code تنها همراه --created به کار می‌رود.' },
  number_wrong: {
    en: '--created must be the number of the pre-invoice, not "{given}".',
    fa: 'بعد از --created باید شماره پیش‌فاکتور بیاید، نه «{given}».',
  },
  restore_needs: {
    en: 'restore needs either the file of a backup or --done-otherwise.',
    fa: 'برای restore یا فایل پشتیبان را بنویسید، یا --done-otherwise.',
  },
  replace_is_for_file: {
    en: '--replace is for a SQLite file: rename the schema in the database, or set DATABASE_SCHEMA to a new name.',
    fa: 'گزینه --replace برای فایل SQLite است. نام schema را در پایگاه داده عوض کنید، یا در DATABASE_SCHEMA نام تازه‌ای بگذارید.',
  },
  file_is_there: {
    en: '{file} is there already. To replace it, add --force.',
    fa: 'فایل {file} از پیش هست. برای جایگزین کردنش --force را اضافه کنید.',
  },
  target_address_wrong: {
    en: '--to must be an address as in postgresql://user@host:5432/database.',
    fa: 'بعد از --to باید نشانی بیاید، مانند postgresql://user@host:5432/database.',
  },
  target_without_database: {
    en: '--to names no database: write it behind the host, as in postgresql://user@host:5432/database.',
    fa: 'در --to نام پایگاه داده نیامده است. آن را بعد از نام سرور بنویسید، مانند postgresql://user@host:5432/database.',
  },
  target_wrong: {
    en: '--to must be postgresql://… or the path of a file.',
    fa: 'بعد از --to باید postgresql://… یا نشانی یک فایل بیاید.',
  },
  schema_is_for_database: { en: '--schema is for a database.', fa: 'گزینه --schema تنها برای پایگاه داده است.' },
  already_in_postgres: {
    en: 'The store is in PostgreSQL already: pg_dump and pg_restore move it to another server while the service is stopped.',
    fa: 'ذخیره‌گاه از پیش در PostgreSQL است. سرویس را متوقف کنید و با pg_dump و pg_restore به سرور دیگر ببرید.',
  },
  already_a_file: {
    en: 'The store is a SQLite file already: move the file itself while nothing runs.',
    fa: 'ذخیره‌گاه از پیش یک فایل SQLite است. وقتی چیزی اجرا نمی‌شود خودِ فایل را جابه‌جا کنید.',
  },
  addresses_wrong: { en: 'Addresses are wrong:', fa: 'این نشانی‌ها درست نیست:' },
  no_terminal_to_ask: {
    en: 'There is no terminal to ask on: give {options}.',
    fa: 'ترمینالی نیست که از آن پرسیده شود. این گزینه‌ها را بنویسید: {options}.',
  },
  webhook_wants_address: {
    en: '--webhook wants an address, not "{given}".',
    fa: 'بعد از --webhook باید نشانی بیاید، نه «{given}».',
  },
  twins_wrong: { en: '--twins {given}: {reason}.', fa: '--twins {given}: {reason}.' },
  no_password: { en: 'No password was given.', fa: 'رمزی داده نشد.' },
  first_line_empty: {
    en: 'No password was given. The first line of the input is empty.',
    fa: 'رمزی داده نشد. خط نخست ورودی خالی است.',
  },
  first_line_not_utf8: {
    en: 'The first line of the input is no UTF-8: save the file as UTF-8.',
    fa: 'خط نخست ورودی UTF-8 نیست. فایل را با رمزگذاری UTF-8 ذخیره کنید.',
  },
  input_ended: {
    en: 'The input ended before there was an answer. {without}',
    fa: 'پیش از آنکه پاسخی بیاید ورودی تمام شد. {without}',
  },
  stopped_at_question: { en: 'Stopped. {without}', fa: 'متوقف شد. {without}' },
  nothing_written: { en: 'Nothing was written.', fa: 'چیزی نوشته نشد.' },
  report_is_decisions: {
    en: '--report would replace the decisions: give it another name.',
    fa: 'گزارش (--report) روی فایل تصمیم‌ها نوشته می‌شود. نام دیگری بدهید.',
  },
  apply_needs_yes: {
    en: 'import --apply writes into the CRM and into the store, and there is no terminal to ask on: look at it by `siagh-sync import` first, then add --yes.',
    fa: 'دستور import --apply در پیام‌گستر و ذخیره‌گاه می‌نویسد و ترمینالی نیست که از آن پرسیده شود. نخست با `siagh-sync import` ببینید چه می‌شود و بعد --yes را اضافه کنید.',
  },
})
