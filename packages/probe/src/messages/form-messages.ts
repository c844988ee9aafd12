import { defineMessages } from '@siagh-sync/sync-core/messages'

/** In which forms the servers write their answers, and what follows. */
export const formMessages = defineMessages({
  probe_form_not_shown: { en: 'no answer has shown it', fa: 'در پاسخ‌ها دیده نشد' },
  probe_two_forms: { en: '{first}, {second}', fa: '{first} و {second}' },
  probe_form_number: { en: '{count} as numbers', fa: '{count} مورد به صورت عدد' },
  probe_form_number_text: { en: '{count} as texts', fa: '{count} مورد به صورت متن' },
  probe_form_flag: { en: '{count} as true or false', fa: '{count} مورد true یا false' },
  probe_form_flag_number: { en: '{count} as 1 or 0', fa: '{count} مورد 1 یا 0' },
  probe_form_flag_text: { en: '{count} as the texts "true" or "false"', fa: '{count} مورد متن "true" یا "false"' },
  probe_form_guid: { en: '{count} in small letters', fa: '{count} مورد با حروف کوچک' },
  probe_form_guid_capitals: { en: '{count} in capitals', fa: '{count} مورد با حروف بزرگ' },
  probe_form_guid_braces: { en: '{count} in braces', fa: '{count} مورد در آکولاد' },
  probe_form_time: { en: '{count} without an offset', fa: '{count} مورد بدون اختلاف ساعت' },
  probe_form_time_offset: { en: '{count} with an offset', fa: '{count} مورد با اختلاف ساعت' },
  probe_form_time_utc: { en: '{count} in UTC', fa: '{count} مورد به وقت UTC' },
  probe_form_null: { en: '{count} as null', fa: '{count} مورد null' },
  probe_form_empty: { en: '{count} as an empty text', fa: '{count} مورد متن خالی' },
  probe_form_zero: { en: '{count} as 0', fa: '{count} مورد 0' },
  probe_form_missing: { en: '{count} left out', fa: '{count} مورد نیامده است' },
  probe_encoding_declared: { en: 'UTF-8, and the header says so', fa: 'UTF-8 است و سرآیند همین را می‌گوید' },
  probe_encoding_bom: { en: 'UTF-8 with a byte order mark', fa: 'UTF-8 با نشانه BOM' },
  probe_encoding_undeclared: { en: 'UTF-8, and the header does not say it', fa: 'UTF-8 است و سرآیند آن را نمی‌گوید' },
  probe_encoding_declared_otherwise: {
    en: 'UTF-8, and the header says something else',
    fa: 'UTF-8 است و سرآیند چیز دیگری می‌گوید',
  },
  probe_encoding_other: { en: 'not UTF-8', fa: 'UTF-8 نیست' },
  probe_any_encoding_is_read: {
    en: 'Nothing to do: siagh-sync looks at the bytes. Windows-1256 is understood too.',
    fa: 'کاری لازم نیست؛ برنامه به خود بایت‌ها نگاه می‌کند و Windows-1256 را هم می‌خواند.',
  },
  probe_server_not_read: {
    en: 'not asked, because an earlier call to the server failed',
    fa: 'پرسیده نشد، چون درخواست پیش از آن ناموفق بود',
  },
})
