import type { QueueUnavailable, SyncErrorKind } from '../errors'
import type { EntityKind, IdentityType, OutcomeKind, Trigger, Warning } from '../types'
import { defineMessages } from './define-messages'
import type { MessageText } from './saying'

type Words<Word extends string> = Readonly<Record<Word, MessageText>>

/** The two servers, at the beginning of a sentence. */
export const systemWords = defineMessages({
  system_siagh: { en: 'Siagh', fa: 'سیاق' },
  system_crm: { en: 'The CRM', fa: 'پیام‌گستر' },
} satisfies Words<'system_siagh' | 'system_crm'>)

/** What is synchronised, and what a message calls it. */
export const recordWords = defineMessages({
  record_identity: { en: 'identity', fa: 'شخص' },
  record_invoice: { en: 'invoice', fa: 'فاکتور' },
  record_quote: { en: 'quote', fa: 'پیش‌فاکتور' },
  record_person: { en: 'person', fa: 'شخص حقیقی' },
  record_organization: { en: 'organization', fa: 'شخص حقوقی' },
  record_contact: { en: 'contact', fa: 'مخاطب' },
  record_customer: { en: 'customer', fa: 'مشتری' },
} satisfies Words<`record_${EntityKind | IdentityType | 'contact' | 'customer'}`>)

/** The words of another program within a sentence of ours. The isolates keep their direction in a Persian line. */
export const programWords = defineMessages({
  words_of_program: { en: '{words}', fa: 'پیام سیستم «\u2068{words}\u2069»' },
})

/** What a run came to. */
export const outcomeWords = defineMessages({
  outcome_created: { en: 'created', fa: 'ساخته شد' },
  outcome_updated: { en: 'updated', fa: 'به‌روز شد' },
  outcome_linked: { en: 'linked', fa: 'وصل شد' },
  outcome_unchanged: { en: 'unchanged', fa: 'بی‌تغییر' },
  outcome_gone: { en: 'gone', fa: 'حذف شده' },
  outcome_skipped: { en: 'skipped', fa: 'کنار گذاشته شد' },
  'outcome_changed-after-posting': { en: 'changed-after-posting', fa: 'بعد از ثبت تغییر کرد' },
  outcome_shadowed: { en: 'shadowed', fa: 'حالت سایه، نوشته نشد' },
  outcome_released: { en: 'released', fa: 'آزاد شد' },
  outcome_refused: { en: 'refused', fa: 'رد شد' },
  outcome_retried: { en: 'retried', fa: 'تلاش دوباره خواسته شد' },
} satisfies Words<`outcome_${OutcomeKind}`>)

/** What set a run off. */
export const triggerWords = defineMessages({
  trigger_webhook: { en: 'webhook', fa: 'وب‌هوک' },
  'trigger_catch-up': { en: 'catch-up', fa: 'پیگیری' },
  trigger_import: { en: 'import', fa: 'ورود اولیه' },
  trigger_operator: { en: 'operator', fa: 'کاربر' },
  trigger_direct: { en: 'direct', fa: 'دستی' },
  trigger_revisit: { en: 'revisit', fa: 'بازبینی' },
} satisfies Words<`trigger_${Trigger}`>)

/** Why a run failed, in a word or two. */
export const errorWords = defineMessages({
  error_unauthorized: { en: 'unauthorized', fa: 'ورود ناموفق' },
  error_rejected: { en: 'rejected', fa: 'پذیرفته نشد' },
  error_not_found: { en: 'not_found', fa: 'پیدا نشد' },
  error_unavailable: { en: 'unavailable', fa: 'در دسترس نیست' },
  error_rate_limited: { en: 'rate_limited', fa: 'درخواست بیش از حد' },
  error_malformed: { en: 'malformed', fa: 'پاسخ نادرست' },
  error_outcome_unknown: { en: 'outcome_unknown', fa: 'نتیجه نامعلوم' },
  error_defect: { en: 'defect', fa: 'خطای برنامه' },
  error_store_unavailable: { en: 'store_unavailable', fa: 'ذخیره‌گاه در دسترس نیست' },
  error_queue_unavailable: { en: 'queue_unavailable', fa: 'صف در دسترس نیست' },
  error_foreign_store: { en: 'foreign_store', fa: 'ذخیره‌گاه دیگری' },
  error_invalid_change: { en: 'invalid_change', fa: 'درخواست نادرست' },
  error_invalid_data: { en: 'invalid_data', fa: 'اطلاعات نادرست' },
  error_ambiguous_match: { en: 'ambiguous_match', fa: 'چند مخاطب ممکن' },
  error_contact_replaced: { en: 'contact_replaced', fa: 'مخاطب عوض شده' },
  error_contact_unreadable: { en: 'contact_unreadable', fa: 'مخاطب خوانده نمی‌شود' },
  error_no_account_party: { en: 'no_account_party', fa: 'طرف حساب نیست' },
  error_in_doubt: { en: 'in_doubt', fa: 'بلاتکلیف' },
  error_held: { en: 'held', fa: 'منتظر تأیید' },
  error_busy: { en: 'busy', fa: 'در دست کار' },
} satisfies Words<`error_${SyncErrorKind | QueueUnavailable['kind']}`>)

/** What a person should look at although the record went through. */
export const warningWords = defineMessages({
  warning_national_code_checksum: { en: 'national_code_checksum', fa: 'رقم کنترل کد ملی نادرست است' },
  warning_code_lost_digits: { en: 'code_lost_digits', fa: 'اکسل رقم‌هایی از کد را حذف کرده است و کد فرستاده نشد' },
  warning_phone_not_understood: { en: 'phone_not_understood', fa: 'شماره تلفن نامفهوم است' },
  warning_phone_left_out: { en: 'phone_left_out', fa: 'برای یک شماره تلفن جا نبود' },
  warning_contact_deactivated: { en: 'contact_deactivated', fa: 'مخاطب در سیاق غیرفعال شد' },
  warning_record_id_not_written_back: { en: 'record_id_not_written_back', fa: 'refId در پیام‌گستر نوشته نشد' },
  warning_toll_in_remarks: { en: 'toll_in_remarks', fa: 'عوارض در توضیحات نوشته شد' },
  warning_additional_costs_in_remarks: {
    en: 'additional_costs_in_remarks',
    fa: 'هزینه‌های جانبی در توضیحات نوشته شد',
  },
  warning_remarks_shortened: { en: 'remarks_shortened', fa: 'توضیحات کوتاه شد' },
} satisfies Words<`warning_${Warning}`>)
