import { defineMessages } from './define-messages'

/** Why a person or an organization does not come to Siagh. */
export const contactMessages = defineMessages({
  custom_field_no_text: {
    en: 'is neither text nor a number',
    fa: 'متن یا عدد نیست. نوع این فیلد دلخواه را در پیام‌گستر ببینید، یا آن را از تنظیم‌ها بردارید.',
  },
  identity_without_category: {
    en: '{refusal}; it was sent without a category: if your CRM demands one, the rule import.categories names its key',
    fa: '{refusal} این شخص بدون دسته فرستاده شد. اگر پیام‌گستر شما دسته می‌خواهد، کلید آن را در تنظیم import.categories بنویسید.',
  },
  contact_deleted: {
    en: "contact {code} is no longer in Siagh; put the RecordId of the right contact into the identity's refId",
    fa: 'مخاطب {code} دیگر در سیاق نیست. RecordId مخاطب درست را در فیلد refId همین شخص در پیام‌گستر بگذارید.',
  },
  contact_not_listed: {
    en: 'the identity\'s {field} names a contact that Siagh\'s list does not have ({value}); correct {field} in the CRM, or leave "{field}" out of the rule matchOrder if it means something else here',
    fa: 'فیلد {field} در پیام‌گستر به مخاطبی اشاره می‌کند که در فهرست سیاق نیست ({value}). مقدار {field} را در پیام‌گستر درست کنید. اگر این فیلد در شرکت شما معنای دیگری دارد، "{field}" را از تنظیم matchOrder بردارید.',
  },
  contact_code_reused: {
    en: "the contact was replaced in Siagh: code {code} belongs to another contact now; put the RecordId of the right contact into the identity's refId",
    fa: 'سیاق کد {code} را به مخاطب دیگری داده است. RecordId مخاطب درست را در فیلد refId این شخص در پیام‌گستر بگذارید.',
  },
  contact_row_unreadable: {
    en: "the contact is, or may be, a row of Siagh's contact list that cannot be read ({place}); correct that contact in Siagh, and the record is handled again within five minutes",
    fa: 'این مخاطب در فهرست سیاق خوانده نمی‌شود، یا شاید همان ردیفی باشد که خوانده نمی‌شود ({place}). آن مخاطب را در سیاق درست کنید؛ تا پنج دقیقه بعد این مورد خودبه‌خود دوباره انجام می‌شود.',
  },
  row_at: { en: 'row {row}', fa: 'ردیف {row}' },
  row_and_field_at: { en: 'row {row}, field {field}', fa: 'ردیف {row}، فیلد {field}' },
  several_contacts_fit: {
    en: 'several contacts of Siagh fit this identity; delete those that are double in Siagh, and retry the record',
    fa: 'چند مخاطب سیاق با این شخص جور درمی‌آیند. تکراری‌ها را در سیاق حذف کنید و سپس این مورد را دوباره امتحان کنید.',
  },
  several_contacts_made: {
    en: 'a contact was being made and its answer was lost, and several contacts of Siagh may be it; delete those that are double in Siagh, and retry the record',
    fa: 'هنگام ساختن مخاطب، پاسخ سیاق به ما نرسید و اکنون چند مخاطب سیاق ممکن است همان باشند. تکراری‌ها را در سیاق حذف کنید و سپس این مورد را دوباره امتحان کنید.',
  },
  contact_is_siagh_user: {
    en: "the contact that fits is one of Siagh's own users, whom the CRM must not change; correct the refId of the identity",
    fa: 'مخاطبی که جور درمی‌آید از کاربران خود سیاق است و نباید از پیام‌گستر تغییر کند. مقدار refId این شخص را در پیام‌گستر درست کنید.',
  },
  code_of_lost_contact: {
    en: 'contact {code} has the code of a contact that identity {id} was linked to and that is gone from Siagh; put the RecordId of the right contact into the refId of identity {id}, and retry both',
    fa: 'مخاطب {code} کدِ مخاطبی را دارد که پیش‌تر به شخص {id} وصل بود و دیگر در سیاق نیست. RecordId مخاطب درست را در refId شخص {id} بگذارید و هر دو را دوباره امتحان کنید.',
  },
  contact_already_linked: {
    en: 'the contact that fits is already linked to identity {id}; correct the refId or customerNumber of one of the two, and retry it',
    fa: 'مخاطبی که جور درمی‌آید از پیش به شخص {id} وصل است. refId یا شماره مشتری یکی از این دو را در پیام‌گستر درست کنید و سپس آن را دوباره امتحان کنید.',
  },
  counterpart_already_linked: {
    en: '{kind} {id} is already linked to the same record of Siagh',
    fa: '{kind} {id} از پیش به همین رکورد سیاق وصل است.',
  },
  contact_list_is_cut: {
    en: "a contact was being made and the answer was lost; Siagh's list lacks contacts that were there before, so it cannot tell yet whether the contact was made; retry the record in an hour",
    fa: 'هنگام ساختن مخاطب، پاسخ سیاق به ما نرسید. فهرست سیاق مخاطبانی را که پیش‌تر داشت نشان نمی‌دهد، پس هنوز معلوم نیست که مخاطب ساخته شده است یا نه. یک ساعت دیگر این مورد را دوباره امتحان کنید.',
  },
  updates_are_stopped: {
    en: 'Siagh made a new contact when contact {code} was to be changed, so no contact is changed now; let Siagh be mended, and retry the identity of contact {code}: if Siagh changes that contact, all others follow by themselves',
    fa: 'سیاق به جای تغییر مخاطب {code}، مخاطب تازه‌ای ساخت؛ پس فعلاً هیچ مخاطبی تغییر داده نمی‌شود. پس از رفع اشکال در سیاق، شخصِ مخاطب {code} را با siagh-sync retry دوباره امتحان کنید. اگر سیاق آن مخاطب را تغییر دهد، بقیه خودبه‌خود انجام می‌شوند.',
  },
  contact_list_may_lag: {
    en: "a contact was being made and its answer was lost; Siagh's list does not show it, and may show it later",
    fa: 'هنگام ساختن مخاطب، پاسخ سیاق به ما نرسید. فهرست سیاق آن را نشان نمی‌دهد، ولی شاید دیرتر نشان بدهد؛ خودبه‌خود دوباره بررسی می‌شود.',
  },
  contact_not_listed_yet: {
    en: "contact {code} was made a short time ago, and Siagh's list does not show it yet",
    fa: 'مخاطب {code} تازه ساخته شده است و فهرست سیاق هنوز آن را نشان نمی‌دهد؛ خودبه‌خود دوباره بررسی می‌شود.',
  },
  contact_may_still_arrive: {
    en: 'a contact was being made and its answer was lost; it may still arrive',
    fa: 'هنگام ساختن مخاطب، پاسخ سیاق به ما نرسید. شاید هنوز برسد؛ کمی دیگر خودبه‌خود بررسی می‌شود.',
  },
  contact_is_no_account_party: {
    en: 'contact {code} is no account party (طرف حساب) in Siagh, so no document can be posted to it; make the contact an account party in Siagh, and the document is posted by itself within five minutes',
    fa: 'مخاطب {code} در سیاق طرف حساب نیست، پس نمی‌شود برایش سند ثبت کرد. او را در سیاق طرف حساب کنید؛ تا پنج دقیقه بعد این سند خودبه‌خود ثبت می‌شود.',
  },
  contact_list_empty: { en: "Siagh's contact list is empty", fa: 'فهرست مخاطبان سیاق خالی است.' },
  contact_list_lacks: {
    en: "Siagh's contact list lacks {lost} of {known} contacts that are known",
    fa: 'از {known} مخاطبی که می‌شناسیم، {lost} تا در فهرست سیاق نیست. تا فهرست کامل نشود چیزی در سیاق نوشته نمی‌شود.',
  },
  contact_list_shrank: {
    en: "Siagh's contact list has {now} contacts, and had {before} a short time ago",
    fa: 'فهرست سیاق اکنون {now} مخاطب دارد و اندکی پیش {before} مخاطب داشت. تا فهرست کامل نشود چیزی در سیاق نوشته نمی‌شود.',
  },
  code_given_to_linked: {
    en: 'Siagh has given the new contact a code that another identity is linked to; it is looked at again',
    fa: 'سیاق به مخاطب تازه کدی داده است که به شخص دیگری وصل است. این مورد خودبه‌خود دوباره بررسی می‌شود.',
  },
  some_contact: { en: 'contact', fa: 'مخاطب' },
  contact_line: { en: 'contact {ids}', fa: 'مخاطب {ids}' },
})
