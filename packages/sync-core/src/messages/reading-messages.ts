import { defineMessages } from './define-messages'

/** Why one of the two servers cannot be read as a whole, and what keeps one contact from being imported. */
export const readingMessages = defineMessages({
  list_end_unknown: {
    en: 'The CRM gave a page that is shorter than requested, and more identities after it: nobody knows where its list ends',
    fa: 'پیام‌گستر صفحه‌ای کوتاه‌تر از آنچه خواسته شد داد و بعد از آن باز هم شخص نشان داد. معلوم نیست فهرستش کجا تمام می‌شود.',
  },
  listed_not_shown: {
    en: 'the CRM lists this id, but shows neither a person nor an organization for it',
    fa: 'پیام‌گستر آن را در فهرست دارد ولی نه شخص حقیقی و نه شخص حقوقی با این شناسه نشان می‌دهد. آن را در پیام‌گستر باز کنید و درست یا حذف کنید.',
  },
  crm_tells_more: {
    en: 'The CRM says that it has more records than it shows',
    fa: 'پیام‌گستر می‌گوید بیش از آنچه نشان می‌دهد رکورد دارد. کمی دیگر دوباره امتحان کنید.',
  },
  nobody_by_find: {
    en: 'The CRM shows nobody by find, and somebody by search',
    fa: 'پیام‌گستر با find کسی را نشان نمی‌دهد ولی با search نشان می‌دهد. تنظیم find.typeKeys را بررسی کنید.',
  },
  find_not_heeded: {
    en: 'The CRM does not answer a find as it was asked: by ModifyDate, in that order, and whole',
    fa: 'پیام‌گستر به جستجو (find) آن‌طور که خواسته شد پاسخ نمی‌دهد: بر پایه ModifyDate، به همان ترتیب و کامل.',
  },
  ref_id_not_kept: {
    en: 'the CRM did not keep the refId of identity {id}, by which an interrupted import is known again',
    fa: 'پیام‌گستر refId شخص {id} را نگه نداشت. بدون آن، ادامه ورودِ نیمه‌کاره ممکن نیست. دسترسی کاربر به فیلد refId را بررسی کنید.',
  },
  deleted_meanwhile: {
    en: 'identity {id} was deleted in the CRM during the import',
    fa: 'شخص {id} هنگام ورود اولیه در پیام‌گستر حذف شد.',
  },
  identity_not_there: {
    en: 'the CRM has no identity {id}',
    fa: 'شخص {id} در پیام‌گستر نیست. شناسه را در ستون decision بررسی کنید.',
  },
  identity_not_shown: {
    en: 'the CRM lists identity {id} and does not show it, so it cannot be linked before it is mended there',
    fa: 'پیام‌گستر شخص {id} را در فهرست دارد ولی نشان نمی‌دهد. نخست آن را در پیام‌گستر درست کنید، بعد وصل کنید.',
  },
  identity_already_linked: {
    en: 'the identity is already linked to contact {code}',
    fa: 'این شخص از پیش به مخاطب {code} سیاق وصل است.',
  },
  identity_not_listed: {
    en: 'the CRM has identity {id} and did not list it: its list is not whole, and an import by it would make identities twice',
    fa: 'شخص {id} در پیام‌گستر هست ولی در فهرستش نیامد. فهرست کامل نیست و ورود اولیه با آن شخص‌های تکراری می‌سازد. کمی دیگر دوباره امتحان کنید.',
  },
})
