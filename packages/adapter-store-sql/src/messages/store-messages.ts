import { defineMessages } from '@siagh-sync/sync-core/messages'

/** Why a store is not opened, is given up, or is not copied. `{place}` is a file or a schema. None ends with a full stop: it may be the reason of another one. */
export const storeMessages = defineMessages({
  store_damaged: {
    en: '{place} is damaged: {fault}; {advice}',
    fa: '{place} آسیب دیده است: {fault}؛ {advice}',
  },
  file_unsound: {
    en: '{place} is damaged ({fault}); nothing is read from it or written to it: {advice}',
    fa: '{place} آسیب دیده است ({fault})؛ چیزی از آن خوانده و در آن نوشته نمی‌شود: {advice}',
  },
  schema_named: { en: 'the schema {schema}', fa: 'schema به نام {schema}' },
  restore_file: {
    en: 'keep it, put a backup in its place with `siagh-sync restore`, and start again. An empty file would make documents a second time',
    fa: 'آن را نگه دارید، با `siagh-sync restore` نسخه پشتیبان را به جای آن بگذارید و دوباره راه بیندازید. با فایل خالی، سندها دوباره ساخته می‌شوند',
  },
  restore_schema: {
    en: 'restore it from a backup. An empty one would make documents a second time',
    fa: 'آن را از نسخه پشتیبان بازگردانید. با schema خالی، سندها دوباره ساخته می‌شوند',
  },
  version_table_missing: { en: 'its version table is missing', fa: 'جدول نسخه آن نیست' },
  version_column_missing: {
    en: 'its version table has no column `version`',
    fa: 'جدول نسخه آن ستون `version` ندارد',
  },
  version_is_nonsense: {
    en: 'its version table holds {rows} where it should hold one number from 1 to {newest}',
    fa: 'در جدول نسخه آن {rows} نوشته شده است و باید یک عدد از 1 تا {newest} باشد',
  },
  tables_missing: {
    en: 'it says that it has version {version}, but {names} is missing',
    fa: 'نسخه آن {version} است، ولی {names} را ندارد',
  },
  file_of_another_program: {
    en: '{place} is the database of another program; set another path',
    fa: '{place} پایگاه داده برنامه دیگری است؛ نشانی دیگری بگذارید',
  },
  written_by_newer_version: {
    en: '{place} was written by a newer version of siagh-sync (schema {found}, this one knows {known}); install that version, or use another place',
    fa: '{place} را نسخه تازه‌تری از siagh-sync نوشته است (ساختار {found}، این نسخه تا {known} را می‌شناسد)؛ آن نسخه را نصب کنید یا جای دیگری بگذارید',
  },
  file_not_set: {
    en: 'set `file` to the path of the database file, as in ./data/siagh-sync.db',
    fa: 'در `file` نشانی فایل پایگاه داده را بگذارید، مانند ./data/siagh-sync.db',
  },
  folder_missing: {
    en: '{folder} is not there: create this folder, or name a file in another one',
    fa: 'پوشه {folder} نیست: آن را بسازید یا فایلی در پوشه دیگر بنویسید',
  },
  file_not_openable: {
    en: '{place} cannot be opened; see that it is a file and may be read and written',
    fa: '{place} باز نمی‌شود؛ ببینید که فایل است و اجازه خواندن و نوشتن دارد',
  },
  place_unusable: { en: '{place} cannot be used: {reason}', fa: '{place} قابل استفاده نیست: {reason}' },
  file_written_by_another: {
    en: '{place} cannot be used: {reason}; another process is writing to it and does not end: see which one, and end it',
    fa: '{place} قابل استفاده نیست: {reason}؛ برنامه دیگری در آن می‌نویسد و تمام نمی‌شود: ببینید کدام است و آن را ببندید',
  },
  moved_away: {
    en: '{place} was moved to {to}; use the store there',
    fa: '{place} به {to} منتقل شده است؛ از ذخیره‌گاه آنجا استفاده کنید',
  },
  file_is_backup: {
    en: '{place} is a backup; make a store of it with `siagh-sync restore`',
    fa: '{place} نسخه پشتیبان است؛ با `siagh-sync restore` از آن ذخیره‌گاه بسازید',
  },
  file_changed_in_use: {
    en: '{file} {change}. Stop every siagh-sync process, put the right file or a backup in its place, and start again: an empty file would make documents a second time',
    fa: '{file} {change}. همه برنامه‌های siagh-sync را متوقف کنید، فایل درست یا نسخه پشتیبان را به جای آن بگذارید و دوباره راه بیندازید: با فایل خالی، سندها دوباره ساخته می‌شوند',
  },
  was_deleted: { en: 'was deleted while it was in use', fa: 'هنگام استفاده پاک شد' },
  was_replaced: { en: 'was replaced by another file while it was in use', fa: 'هنگام استفاده با فایل دیگری عوض شد' },
  was_cut: { en: 'was cut to {size} bytes while it was in use', fa: 'هنگام استفاده به {size} بایت کوتاه شد' },
  log_was_cut: {
    en: 'was cut while it was in use, and what stood there is lost',
    fa: 'هنگام استفاده کوتاه شد و آنچه در آن بود از دست رفت',
  },
  schema_name_wrong: {
    en: 'set `schema` to a name of at most 63 bytes that does not begin with pg_, as in siagh_sync',
    fa: 'در `schema` نامی با حداکثر 63 بایت بگذارید که با pg_ آغاز نشود، مانند siagh_sync',
  },
  postgres_wants_rights: {
    en: 'PostgreSQL cannot be used: {reason}; let a role that may do so create the schema, and grant this one CREATE and USAGE on it',
    fa: 'PostgreSQL قابل استفاده نیست: {reason}؛ از مدیر پایگاه داده بخواهید schema را بسازد و به این کاربر روی آن اجازه CREATE و USAGE بدهد',
  },
  postgres_unusable: {
    en: 'PostgreSQL cannot be used: {reason}; see that the server runs and that the settings of the pool lead to it',
    fa: 'PostgreSQL قابل استفاده نیست: {reason}؛ ببینید که سرور روشن است و تنظیم‌ها به آن می‌رسد',
  },
  place_not_empty: {
    en: '{place} is not empty: move to a place that holds no store',
    fa: '{place} خالی نیست: به جایی منتقل کنید که ذخیره‌گاهی ندارد',
  },
  place_cannot_take: {
    en: '{place} cannot take the store: {reason}. Or move to a place that holds no store, such as a new file',
    fa: 'ذخیره‌گاه به {place} منتقل نمی‌شود: {reason}. یا به جایی منتقل کنید که ذخیره‌گاهی ندارد، مانند یک فایل تازه',
  },
  store_emptied: {
    en: 'The store {place} holds nothing of company {company}, although it did at {time}: if its file was deleted or replaced, stop and put the last backup in place with `siagh-sync restore`, or every document is posted again',
    fa: 'ذخیره‌گاه {place} از شرکت {company} چیزی ندارد، ولی در {time} داشت. اگر فایل آن پاک یا عوض شده است، سرویس را متوقف کنید و با `siagh-sync restore` آخرین نسخه پشتیبان را به جای آن بگذارید؛ وگرنه همه سندها دوباره ثبت می‌شود',
  },
  store_of_before: {
    en: 'The store {place} holds nothing of company {company}, although {before} was in use in this folder at {time}: if that is the right one, stop and set STORE_FILE or DATABASE_URL to it, or every document is posted again',
    fa: 'ذخیره‌گاه {place} از شرکت {company} چیزی ندارد، ولی در {time} از {before} در این پوشه استفاده می‌شد. اگر آن یکی درست است، سرویس را متوقف کنید و STORE_FILE یا DATABASE_URL را نشانی آن بگذارید؛ وگرنه همه سندها دوباره ثبت می‌شود',
  },
  no_such_file: { en: '{file} is not there', fa: 'فایل {file} نیست' },
  holds_no_store: { en: '{place} holds no store of siagh-sync', fa: 'در {place} ذخیره‌گاه siagh-sync نیست' },
  file_holds_store: {
    en: '{place} holds a store already. To set it aside, add --replace',
    fa: 'در {place} ذخیره‌گاهی هست. برای کنار گذاشتن آن --replace را اضافه کنید',
  },
  schema_holds_store: {
    en: '{place} holds a store already. Name another schema',
    fa: 'در {place} ذخیره‌گاهی هست. نام schema دیگری بنویسید',
  },
  file_in_use_until: {
    en: '{place} was in use just now: a record is still being handled until {time}; wait until then',
    fa: '{place} همین حالا در حال استفاده بود: رسیدگی به یک رکورد تا {time} ادامه دارد؛ تا آن زمان صبر کنید',
  },
  schema_in_use_until: {
    en: '{place} is in use: a record is being handled until {time}; stop the service, or wait until then if it has died',
    fa: '{place} در حال استفاده است: رسیدگی به یک رکورد تا {time} ادامه دارد؛ سرویس را متوقف کنید، و اگر از کار افتاده است تا آن زمان صبر کنید',
  },
  file_open_elsewhere: {
    en: '{place} is open in another process: stop it first',
    fa: '{place} در برنامه دیگری باز است: نخست آن را متوقف کنید',
  },
  schema_locked: {
    en: '{place} cannot be locked: a process is at work on it; stop it first',
    fa: '{place} قفل نمی‌شود: برنامه‌ای با آن کار می‌کند؛ نخست آن را متوقف کنید',
  },
  schema_not_lockable: { en: '{place} cannot be locked: {reason}', fa: '{place} قفل نمی‌شود: {reason}' },
  clock_is_behind: {
    en: 'Set the clock of this machine right: it says {now}, but the store holds something of {latest}',
    fa: 'ساعت این دستگاه را درست کنید: اکنون {now} را نشان می‌دهد، ولی در ذخیره‌گاه چیزی از {latest} هست',
  },
  file_is_store_itself: {
    en: '{file} is the store itself, or a part of it: name another file',
    fa: '{file} خودِ ذخیره‌گاه یا بخشی از آن است: نام فایل دیگری بنویسید',
  },
  file_is_place_of_store: {
    en: '{file} is the place of the store itself: name the file of the backup',
    fa: '{file} جای خودِ ذخیره‌گاه است: نام فایل پشتیبان را بنویسید',
  },
  backup_is_there: {
    en: '{file} is there already: name another file, or replace an older backup with --force',
    fa: 'فایل {file} هست: نام دیگری بنویسید، یا پشتیبان قدیمی را با --force جایگزین کنید',
  },
  file_is_no_backup: {
    en: '{file} is no backup of siagh-sync, and nothing else is replaced: name another file',
    fa: '{file} نسخه پشتیبان siagh-sync نیست و چیز دیگری جایگزین نمی‌شود: نام فایل دیگری بنویسید',
  },
  backup_damaged: {
    en: '{file} is damaged ({fault}), and nothing was restored: take an older backup',
    fa: '{file} آسیب دیده است ({fault}) و چیزی بازگردانده نشد: نسخه پشتیبان قدیمی‌تری را امتحان کنید',
  },
  file_is_folder: { en: '{file} is a folder: name a file', fa: '{file} پوشه است: نام فایل بنویسید' },
  file_without_room: {
    en: '{file} cannot be written: {reason}; make room',
    fa: 'فایل {file} نوشته نمی‌شود: {reason}؛ جا باز کنید',
  },
  arrived_otherwise: {
    en: 'What has arrived is not what was sent, so nothing was kept of it',
    fa: 'آنچه رسید با آنچه فرستاده شد یکی نیست، پس چیزی از آن نگه داشته نشد',
  },
})
