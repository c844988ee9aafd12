import { defineMessages } from './define-messages'

/** What is wrong with one field of a record. It is said behind the name of the field. */
export const fieldMessages = defineMessages({
  issue: { en: '{path}: {reason}', fa: '{path}: {reason}' },
  field_reason: { en: '{field}: {reason}', fa: '{field}: {reason}' },
  answer_at: { en: 'at {path}', fa: 'در {path}' },
  no_name: { en: 'there is no name', fa: 'نام خالی است. نام را در پیام‌گستر وارد کنید.' },
  contact_without_name: { en: 'there is no name', fa: 'نام خالی است. نام را در سیاق وارد کنید.' },
  field_is_no_text: {
    en: '{name} must be a text, empty where there is none',
    fa: '{name} باید متن باشد و اگر چیزی نیست خالی بماند.',
  },
  field_too_long: {
    en: '{name} is {length} characters long, and {most} are allowed',
    fa: '{name} {length} نویسه است و بیش از {most} نویسه پذیرفته نیست. آن را کوتاه کنید.',
  },
  no_text: { en: 'must be a text', fa: 'باید متن باشد.' },
  no_list: { en: 'must be a list, [] for none', fa: 'باید فهرست باشد و اگر چیزی نیست [] باشد.' },
  no_taraftype: { en: 'must be 0, a person, or 1', fa: 'باید 0 (شخص حقیقی) یا 1 (شخص حقوقی) باشد.' },
  letters_lost: {
    en: 'letters of this text were lost (it holds U+FFFD); type it anew',
    fa: 'بعضی حرف‌های این متن از دست رفته است (U+FFFD). آن را دوباره بنویسید.',
  },
  control_characters: {
    en: 'holds control characters, such as a line break',
    fa: 'نویسه نامرئی دارد، مثلاً رفتن به خط بعد. آن را پاک کنید.',
  },
  record_id_twice: {
    en: 'another contact has the same',
    fa: 'مخاطب دیگری هم همین را دارد.',
  },
  must_be_filled: { en: 'must be text that is not empty', fa: 'باید متن باشد و خالی نباشد.' },
})
