import { defineMessages } from '@siagh-sync/sync-core/messages'

/** What is wrong with a line of `.env`, or may be meant otherwise. */
export const envFileMessages = defineMessages({
  at_line: { en: '{file}, line {line}: {reason}', fa: '{file}، خط {line}: {reason}' },
  env_set_twice: {
    en: '{name} is set in line {before} already, to another value. Remove one of the two lines.',
    fa: '{name} پیش‌تر در خط {before} مقدار دیگری گرفته است. یکی از دو خط را پاک کنید.',
  },
  env_no_setting: {
    en: '{name} is no setting of siagh-sync. If {meant} is meant, correct the name.',
    fa: '{name} از تنظیمات siagh-sync نیست. اگر منظور {meant} است، نام را درست کنید.',
  },
  env_quote_open: {
    en: 'The quote that begins the value of {name} is not closed. Close it, or put other quotes round it.',
    fa: 'نقل‌قولی که مقدار {name} با آن آغاز می‌شود بسته نشده است. آن را ببندید یا از نقل‌قول دیگری استفاده کنید.',
  },
  env_no_equals: {
    en: 'There is no = in it. Write NAME=value, or # before a comment.',
    fa: 'علامت = ندارد. به شکل NAME=value بنویسید، یا برای توضیح در آغاز خط # بگذارید.',
  },
  env_hidden_in_name: { en: 'The name before = {fault}.', fa: 'نام پیش از = {fault}.' },
  env_no_name: {
    en: 'Before = must stand a name of Latin letters, digits and _, and nothing else. Write NAME=value.',
    fa: 'پیش از = باید تنها نامی از حرف و رقم لاتین و _ باشد. به شکل NAME=value بنویسید.',
  },
  env_not_utf8: {
    en: 'It holds bytes that are no UTF-8. Save the file with the encoding UTF-8.',
    fa: 'نویسه‌هایی دارد که UTF-8 نیست. فایل را با رمزگذاری UTF-8 ذخیره کنید.',
  },
  env_control_character: {
    en: 'It holds a control character ({character}). Type the line anew, and save the file with the encoding UTF-8.',
    fa: 'نویسه‌ای نامرئی ({character}) دارد. خط را دوباره بنویسید و فایل را با رمزگذاری UTF-8 ذخیره کنید.',
  },
  env_behind_quote: {
    en: 'Behind the {quote} that ends the value of {name} stands more. Put other quotes round the whole value.',
    fa: 'بعد از {quote} که مقدار {name} با آن تمام می‌شود چیز دیگری هم هست. کل مقدار را در نقل‌قول دیگری بگذارید.',
  },
  env_typeset_quote: {
    en: "The value of {name} begins with a quote as a word processor or a messenger makes it. Type ' in its place; if it is a part of the value, put ' round the whole value.",
    fa: "مقدار {name} با نقل‌قولی آغاز می‌شود که ورد یا پیام‌رسان می‌سازد. به جای آن ' بنویسید. اگر بخشی از مقدار است، کل مقدار را میان دو ' بگذارید.",
  },
  env_comment_behind: {
    en: '# ends the value of {name}. Put single quotes round the value if # is a part of it; else put the comment on a line of its own.',
    fa: "علامت # مقدار {name} را تمام می‌کند. اگر # بخشی از مقدار است، مقدار را میان دو ' بگذارید؛ وگرنه توضیح را در خطی جدا بنویسید.",
  },
  env_line_break: {
    en: '\\n within double quotes is a line break. Put single quotes round the value of {name}.',
    fa: "\\n درون نقل‌قول دوتایی به معنای رفتن به خط بعد است. مقدار {name} را میان دو ' بگذارید.",
  },
  env_file_unreadable: {
    en: 'The file .env of this folder cannot be read: {reason}',
    fa: 'فایل .env این پوشه خوانده نمی‌شود: {reason}',
  },
  env_file_misnamed: {
    en: 'The file .env.txt of this folder is not read. If it holds the settings, rename it to .env.',
    fa: 'فایل .env.txt این پوشه خوانده نمی‌شود. اگر تنظیمات در آن است، نامش را به .env تغییر دهید.',
  },
})
