import { defineMessages } from '@siagh-sync/sync-core/messages'

/** What the operator API answers where it does not do what it was asked for. */
export const apiMessages = defineMessages({
  verdict_not_understood: {
    en: 'the body is "not-created" or {example}',
    fa: 'بدنه درخواست باید "not-created" یا {example} باشد.',
  },
  list_query_not_understood: {
    en: 'kind is identity, invoice or quote; id a GUID; limit 1 to 500',
    fa: 'kind باید identity یا invoice یا quote باشد، id یک GUID و limit از ۱ تا ۵۰۰.',
  },
  record_not_understood: {
    en: 'kind is identity, invoice or quote; id a GUID',
    fa: 'kind باید identity یا invoice یا quote باشد و id یک GUID.',
  },
  seen_not_understood: {
    en: 'the body is empty or {example}, with the fingerprint that was shown',
    fa: 'بدنه درخواست باید خالی یا {example} باشد، با همان fingerprint که نشان داده شد.',
  },
  not_held: {
    en: 'nothing of it waits for an operator',
    fa: 'چیزی از این مورد منتظر تأیید نیست.',
  },
  not_failed: {
    en: 'it is not among the failures',
    fa: 'این مورد در فهرست ناموفق‌ها نیست.',
  },
  not_in_doubt: {
    en: 'it is not among the documents in doubt',
    fa: 'این سند در فهرست بلاتکلیف‌ها نیست.',
  },
})
