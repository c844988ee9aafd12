import type { ImportCandidate, ImportedContact, SkipReason } from '@siagh-sync/first-import'
import type { Suspicion } from '@siagh-sync/sync-core'
import { defineMessages, type MessageText } from '@siagh-sync/sync-core/messages'

type Words<Word extends string> = Readonly<Record<Word, MessageText>>

/** The words that stand in the tables of an import. */
export const importWords = defineMessages({
  action_created: { en: 'created', fa: 'ساختن' },
  action_linked: { en: 'linked', fa: 'وصل کردن' },
  action_unchanged: { en: 'unchanged', fa: 'بی‌تغییر' },
  action_skipped: { en: 'skipped', fa: 'کنار گذاشته' },
  action_undecided: { en: 'undecided', fa: 'نیازمند تصمیم' },
  action_failed: { en: 'failed', fa: 'ناموفق' },
  by_mapping: { en: 'mapping', fa: 'نگاشت پیشین' },
  by_decision: { en: 'decision', fa: 'تصمیم شما' },
  by_tmpid: { en: 'tmpid', fa: 'شناسه ما در tmpid' },
  by_refId: { en: 'refId', fa: 'refId' },
  by_customerNumber: { en: 'customerNumber', fa: 'شماره مشتری' },
  by_nationalCode: { en: 'nationalCode', fa: 'کد ملی' },
  by_mobile: { en: 'mobile', fa: 'موبایل' },
  by_nameAndPhone: { en: 'nameAndPhone', fa: 'نام و تلفن' },
  by_unreadable: { en: 'unreadable', fa: 'خوانده نمی‌شود' },
  skip_admin: { en: 'admin', fa: 'کاربر سیاق است' },
  skip_inactive: { en: 'inactive', fa: 'غیرفعال است' },
  skip_by_decision: { en: 'by_decision', fa: 'به تصمیم شما' },
  skip_no_name: { en: 'no_name', fa: 'نام ندارد' },
  skip_identity_gone: { en: 'identity_gone', fa: 'در پیام‌گستر حذف شده' },
  skip_being_synced: { en: 'being_synced', fa: 'در حال همگام‌سازی' },
  skip_identity_unreadable: { en: 'identity_unreadable', fa: 'شخص در پیام‌گستر خوانده نمی‌شود' },
  suspicion_mobile_twice: { en: 'mobile_twice', fa: 'موبایل تکراری' },
  suspicion_national_code_twice: { en: 'national_code_twice', fa: 'کد ملی تکراری' },
  suspicion_national_code_checksum: { en: 'national_code_checksum', fa: 'رقم کنترل کد ملی نادرست' },
  suspicion_code_lost_digits: { en: 'code_lost_digits', fa: 'رقم‌هایی از کد گم شده' },
  suspicion_person_with_legal_id: { en: 'person_with_legal_id', fa: 'شخص حقیقی با شناسه ملی' },
  suspicion_organization_with_personal_code: {
    en: 'organization_with_personal_code',
    fa: 'شخص حقوقی با کد ملی',
  },
  suspicion_phone_not_understood: { en: 'phone_not_understood', fa: 'شماره تلفن نامفهوم' },
  suspicion_name_of_one_word: { en: 'name_of_one_word', fa: 'نام یک‌کلمه‌ای' },
} satisfies Words<
  | `action_${ImportedContact['action']}`
  | `by_${ImportCandidate['by']}`
  | `skip_${SkipReason}`
  | `suspicion_${Suspicion}`
>)

/** What else an import tells. */
export const importMessages = defineMessages({
  section_undecided: { en: 'Undecided', fa: 'نیازمند تصمیم' },
  section_failed: { en: 'Failed', fa: 'ناموفق' },
  section_skipped: { en: 'Skipped', fa: 'کنار گذاشته' },
  section_linked: { en: 'Linked', fa: 'وصل شد' },
  section_created: { en: 'Created', fa: 'ساخته شد' },
  section_to_link: { en: 'To be linked', fa: 'وصل می‌شود' },
  section_to_create: { en: 'To be created', fa: 'ساخته می‌شود' },
  section_suspicious: { en: 'To be looked at', fa: 'بررسی کنید' },
  titled_count: { en: '{title}: {count}', fa: '{title}: {count}' },
  titled_first: { en: '{title}, the first {count}', fa: '{title}، {count} مورد نخست' },
  dry_run: { en: 'Dry run: nothing was written.', fa: 'اجرای آزمایشی: چیزی نوشته نشد.' },
  would_change_nothing: { en: 'An import would change nothing.', fa: 'ورود اولیه چیزی را تغییر نمی‌دهد.' },
  changed_nothing: {
    en: 'Nothing was left to do, and nothing has changed.',
    fa: 'کاری نمانده بود و چیزی تغییر نکرد.',
  },
  sizes: {
    en: '{contacts} contacts in Siagh, {identities} identities in the CRM.',
    fa: '{contacts} مخاطب در سیاق، {identities} شخص در پیام‌گستر.',
  },
  import_stopped: {
    en: 'Stopped before it was done: this is how far it came.',
    fa: 'پیش از پایان کار متوقف شد. تا اینجا پیش رفت:',
  },
  looked_at_before: {
    en: '{count} of these contacts were looked at before the interruption.',
    fa: 'پیش از توقف {count} مخاطب بررسی شد.',
  },
  dealt_with_before: {
    en: '{count} of these contacts were dealt with before the interruption.',
    fa: 'پیش از توقف کار {count} مخاطب انجام شد.',
  },
  crm_read: { en: 'The CRM: {state}.', fa: 'پیام‌گستر: {state}.' },
  siagh_read: { en: 'Siagh: {state}.', fa: 'سیاق: {state}.' },
  nothing_imported_yet: {
    en: 'No contact was imported yet: that begins when both sides are read.',
    fa: 'هنوز مخاطبی وارد نشده است: وقتی هر دو سو خوانده شد آغاز می‌شود.',
  },
  identities_read: { en: 'all {count} identities were read', fa: 'هر {count} شخص خوانده شد' },
  contacts_read: { en: 'all {count} contacts were read', fa: 'هر {count} مخاطب خوانده شد' },
  identities_read_so_far: {
    en: '{count} identities were read so far; how many there are is not known',
    fa: 'تاکنون {count} شخص خوانده شد؛ شمار همه معلوم نیست',
  },
  contacts_read_so_far: {
    en: '{count} contacts were read so far; how many there are is not known',
    fa: 'تاکنون {count} مخاطب خوانده شد؛ شمار همه معلوم نیست',
  },
  nothing_read: { en: 'nothing was read yet', fa: 'هنوز چیزی خوانده نشده' },
  section_unreadable: { en: 'Listed by the CRM, and cannot be read', fa: 'در فهرست پیام‌گستر هست ولی خوانده نمی‌شود' },
  unreadable_advice: {
    en: 'A contact that may be one of these is left undecided (identity_unreadable), so that no second identity is made of it. Open them in the CRM and mend or delete them; the next import then decides by itself.',
    fa: 'مخاطبی که شاید یکی از این‌ها باشد بی‌تصمیم می‌ماند تا شخص تکراری ساخته نشود. این‌ها را در پیام‌گستر باز کنید و درست یا حذف کنید؛ ورود بعدی خودش تصمیم می‌گیرد.',
  },
  in_siagh: { en: 'In Siagh', fa: 'در سیاق' },
  with_code: { en: 'code {code}', fa: 'کد {code}' },
  with_customer_number: { en: 'customer number {number}', fa: 'شماره مشتری {number}' },
  and_more_candidates: { en: '… and {count} more', fa: '… و {count} مورد دیگر' },
  suspicious: { en: 'To be looked at: {list}', fa: 'بررسی کنید: {list}' },
  word_and_count: { en: '{word} {count}', fa: '{word} {count}' },
  decide_by_report: {
    en: 'Undecided contacts want a person. `siagh-sync import --report contacts.csv` writes every row into a file. Write into the column `decision`: 1 or 2 for the candidate of that number, yes for the only one, no (or create) for a new identity, skip to leave the contact out. Then `siagh-sync import --apply --decisions contacts.csv`.',
    fa: 'این مخاطبان تصمیم شما را می‌خواهند. `siagh-sync import --report contacts.csv` همه ردیف‌ها را در فایل می‌نویسد. در ستون decision بنویسید: 1 یا 2 یعنی شخصِ همان شماره، بله یعنی تنها گزینه، خیر (یا create) یعنی شخص تازه ساخته شود، skip یعنی وارد نشود. سپس `siagh-sync import --apply --decisions contacts.csv`.',
  },
  apply_does_it: { en: '`siagh-sync import --apply` does it.', fa: 'برای انجام آن: `siagh-sync import --apply`.' },
  apply_does_the_rest: {
    en: '`siagh-sync import --apply` does the rest.',
    fa: 'برای انجام بقیه: `siagh-sync import --apply`.',
  },
  every_row_is_in: { en: 'Every row is in {file}.', fa: 'همه ردیف‌ها در {file} است.' },
  no_such_contacts: {
    en: 'Siagh has no contact {codes}, about which there is a decision.',
    fa: 'مخاطب {codes} که برایش تصمیم نوشته‌اید در سیاق نیست.',
  },
  report_broken: {
    en: '{reason}. The import went on all the same; rows are missing in the file.',
    fa: '{reason}. ورود اولیه ادامه یافت، ولی بعضی ردیف‌ها در فایل نیست.',
  },
  report_holds_so_far: {
    en: '{file} holds the rows so far: --force lets the next import replace it.',
    fa: 'ردیف‌های تا اینجا در {file} است. در ورود بعدی با --force جایگزین می‌شود.',
  },
  report_is_there: {
    en: '{file} is there already, and may hold decisions: give another name, or --force to replace it.',
    fa: 'فایل {file} از پیش هست و شاید تصمیم‌های شما در آن باشد. نام دیگری بدهید، یا با --force جایگزینش کنید.',
  },
  decisions_missing: {
    en: '{file} is not there: `siagh-sync import --report {file}` writes it.',
    fa: 'فایل {file} پیدا نشد. نام آن را بررسی کنید، یا با `siagh-sync import --report {file}` بسازید.',
  },
  decisions_unreadable: { en: '{file} cannot be read: {reason}', fa: 'فایل {file} خوانده نمی‌شود: {reason}' },
  decisions_no_csv_sheet: {
    en: '{file} is no CSV file: save the sheet as CSV.',
    fa: 'فایل {file} از نوع CSV نیست. در اکسل آن را با نوع CSV ذخیره کنید.',
  },
  decisions_no_csv: { en: '{file} is no CSV file: {reason}', fa: 'فایل {file} از نوع CSV نیست: {reason}' },
  decisions_broken_from: {
    en: '{file} cannot be read from line {line} on: save the sheet anew, as CSV UTF-8.',
    fa: 'فایل {file} از خط {line} به بعد خوانده نمی‌شود. آن را دوباره با نوع CSV UTF-8 ذخیره کنید.',
  },
  decisions_without_column: {
    en: '{file} has no column {columns} in its first line.',
    fa: 'در خط نخست فایل {file} ستون {columns} نیست.',
  },
  decisions_column_twice: {
    en: '{file} has two columns {columns}: remove one of them.',
    fa: 'فایل {file} دو ستون {columns} دارد. یکی را پاک کنید.',
  },
  decisions_more_cells: {
    en: 'line {line} has more cells than the {width} of the first line, so that the decision may be in another column.',
    fa: 'خط {line} بیش از {width} خانه خط نخست دارد و شاید تصمیم در ستون دیگری باشد.',
  },
  decisions_wrong: { en: 'Decisions in {file} are wrong:', fa: 'این تصمیم‌ها در {file} درست نیست:' },
  decision_at_line: { en: 'line {line}: {fault}', fa: 'خط {line}: {fault}' },
  decision_without_code: { en: '"{given}" is no code of a contact', fa: '«{given}» کد مخاطب نیست' },
  decision_unknown: {
    en: '"{given}" is none of create, skip, 1, 2, yes, no, or the id of an identity',
    fa: '«{given}» پذیرفته نیست. بنویسید 1 یا 2، بله، خیر، create، skip یا شناسه شخص',
  },
  decision_twice: {
    en: 'contact {code} has been decided about above',
    fa: 'درباره مخاطب {code} بالاتر تصمیم گرفته شده است',
  },
  decision_no_candidate: {
    en: 'contact {code} has no candidate {number}',
    fa: 'مخاطب {code} گزینه شماره {number} ندارد',
  },
  decision_yes_of_none: {
    en: 'contact {code} has no candidate: write the id of an identity in place of yes, no for a new one, or skip',
    fa: 'مخاطب {code} هیچ گزینه‌ای ندارد. به جای بله بنویسید خیر تا شخص تازه ساخته شود، skip یا شناسه شخص',
  },
  decision_yes_of_several: {
    en: 'contact {code} has {count candidate/candidates}: write 1 or 2 in place of yes',
    fa: 'مخاطب {code} {count} گزینه دارد. به جای بله شماره گزینه را بنویسید',
  },
  about_to_import: {
    en: 'The import makes {created} new identities in the CRM and links {linked} contacts with identities that are there.',
    fa: 'ورود اولیه {created} شخص تازه در پیام‌گستر می‌سازد و {linked} مخاطب را به اشخاص موجود وصل می‌کند.',
  },
  import_is_not_held: {
    en: 'The setting hold keeps no write of the import back: what the import makes is in the CRM at once.',
    fa: 'تنظیم hold جلوی نوشته‌های ورود اولیه را نمی‌گیرد: هر چه ورود اولیه بسازد فوراً در پیام‌گستر است.',
  },
  about_to_leave: {
    en: 'It leaves {undecided} undecided, {skipped} out, and {unchanged} as they are.',
    fa: '{undecided} مخاطب بی‌تصمیم می‌ماند، {skipped} مخاطب کنار گذاشته می‌شود و {unchanged} مخاطب تغییر نمی‌کند.',
  },
  ask_go_on: { en: 'Go on? (yes or no)', fa: 'انجام شود؟ (بله یا خیر)' },
  answer_yes_or_no: { en: 'Write yes or no', fa: 'بنویسید بله یا خیر' },
})
