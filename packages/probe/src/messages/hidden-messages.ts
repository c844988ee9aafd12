import { defineMessages, type MessageText } from '@siagh-sync/sync-core/messages'
import type { HIDDEN_QUESTIONS } from '../questions'

type Hidden = (typeof HIDDEN_QUESTIONS)[number]

/** Why reading does not show something. */
export const hiddenReasons = defineMessages({
  probe_hidden_save_contact: { en: 'only a write shows it', fa: 'تنها با نوشتن معلوم می‌شود' },
  probe_hidden_save_pre_invoice: { en: 'only a write shows it', fa: 'تنها با نوشتن معلوم می‌شود' },
  probe_hidden_customer_codes: { en: 'pre-invoices cannot be read', fa: 'پیش‌فاکتور را نمی‌شود خواند' },
  probe_hidden_new_account_party: { en: 'only a new contact shows it', fa: 'تنها با مخاطب تازه معلوم می‌شود' },
  probe_hidden_province: {
    en: 'only a contact before and after a write shows it',
    fa: 'تنها پیش و پس از نوشتن معلوم می‌شود',
  },
  probe_hidden_list_delay: { en: 'only a new contact shows it', fa: 'تنها با مخاطب تازه معلوم می‌شود' },
  probe_hidden_repeated_suid: { en: 'only a repeated write would show it', fa: 'تنها با نوشتن دوباره معلوم می‌شود' },
  probe_hidden_siagh_money: { en: 'pre-invoices cannot be read', fa: 'پیش‌فاکتور را نمی‌شود خواند' },
  probe_hidden_session_end: { en: 'no session ended meanwhile', fa: 'در این میان نشستی پایان نیافت' },
  probe_hidden_crm_create: { en: 'only a write shows it', fa: 'تنها با نوشتن معلوم می‌شود' },
  probe_hidden_webhook_repeats: { en: 'no webhook comes to the probe', fa: 'وب‌هوک به این دستور نمی‌رسد' },
} satisfies Readonly<Record<`probe_hidden_${Hidden}`, MessageText>>)

/** What siagh-sync does although nobody knows it. */
export const hiddenRemedies = defineMessages({
  probe_despite_save_contact: {
    en: 'Try one contact: siagh-sync probe --write-trial --contact ID.',
    fa: 'با یک مخاطب بیازمایید: siagh-sync probe --write-trial --contact ID.',
  },
  probe_despite_save_pre_invoice: {
    en: 'Try one document: siagh-sync probe --write-trial --document ID.',
    fa: 'با یک سند بیازمایید: siagh-sync probe --write-trial --document ID.',
  },
  probe_despite_customer_codes: {
    en: 'Look at the document of the trial in Siagh: does it bill the right customer?',
    fa: 'سندِ آزمایش را در سیاق ببینید: آیا به نام مشتری درست است؟',
  },
  probe_despite_new_account_party: {
    en: 'The trial shows it. Until a contact is an account party its documents wait.',
    fa: 'با آزمایش معلوم می‌شود. تا مخاطب طرف حساب نشود سندهایش می‌ماند.',
  },
  probe_despite_province: {
    en: 'The trial shows it. If the province is lost, set contact.provinceField to none.',
    fa: 'با آزمایش معلوم می‌شود. اگر استان پاک شد contact.provinceField را none بگذارید.',
  },
  probe_despite_list_delay: {
    en: 'siagh-sync remembers what it has written, and makes no contact twice.',
    fa: 'برنامه آنچه نوشته است به یاد دارد و مخاطبی را دو بار نمی‌سازد.',
  },
  probe_despite_repeated_suid: {
    en: 'siagh-sync never sends a document again by itself after a lost answer.',
    fa: 'اگر پاسخ گم شود، برنامه سند را خودبه‌خود دوباره نمی‌فرستد.',
  },
  probe_despite_siagh_money: {
    en: 'Ask the accountant. If it is Toman, set money.',
    fa: 'از حسابدار بپرسید. اگر تومان است، money را بگذارید.',
  },
  probe_despite_session_end: {
    en: 'siagh-sync logs in again after every known form of it.',
    fa: 'برنامه پس از هر شکل شناخته‌شده آن دوباره وارد می‌شود.',
  },
  probe_despite_crm_create: {
    en: 'Only the import creates identities. If the CRM wants a category, set import.categories.',
    fa: 'تنها ورود اولیه شخص تازه می‌سازد. اگر دسته لازم است import.categories را بگذارید.',
  },
  probe_despite_webhook_repeats: {
    en: 'Nothing is done twice, and catch-up recovers what was lost.',
    fa: 'هیچ کاری دو بار انجام نمی‌شود و پیگیری گمشده‌ها را جبران می‌کند.',
  },
} satisfies Readonly<Record<`probe_despite_${Hidden}`, MessageText>>)
