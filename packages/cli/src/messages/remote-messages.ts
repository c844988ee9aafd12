import { defineMessages } from '@siagh-sync/sync-core/messages'

/** What is said of a service that runs elsewhere. */
export const remoteMessages = defineMessages({
  opt_remote: {
    en: 'ask the service at this address, with OPERATOR_TOKEN, in place of the store of this folder',
    fa: 'به جای ذخیره‌گاه این پوشه، از سرویسی در این نشانی می‌پرسد (با OPERATOR_TOKEN)',
  },
  remote_address_wrong: {
    en: '--remote must be an address such as {example}',
    fa: 'مقدار --remote باید نشانی باشد، مانند {example}.',
  },
  remote_token_missing: {
    en: '--remote needs the token of that service: set OPERATOR_TOKEN, in the environment or in .env',
    fa: 'برای --remote توکن همان سرویس لازم است: OPERATOR_TOKEN را در متغیرهای محیطی یا در .env بنویسید.',
  },
  remote_token_wrong: {
    en: '{url} does not accept OPERATOR_TOKEN',
    fa: '{url} این OPERATOR_TOKEN را نمی‌پذیرد.',
  },
  remote_token_unusable: {
    en: 'OPERATOR_TOKEN holds a character that no token can have. Copy the token of the service again.',
    fa: 'در OPERATOR_TOKEN نویسه‌ای هست که در هیچ توکنی نمی‌آید. توکن سرویس را دوباره کپی کنید.',
  },
  remote_not_ours: {
    en: '{url} answers, but it is not a siagh-sync service. Check the address.',
    fa: '{url} پاسخ می‌دهد، ولی سرویس siagh-sync نیست. نشانی را بررسی کنید.',
  },
  remote_away: {
    en: '{url} does not answer: {reason}',
    fa: '{url} پاسخ نمی‌دهد: {reason}',
  },
  remote_refused: {
    en: '{url} says: {reason}',
    fa: '{url} می‌گوید: {reason}',
  },
  remote_which_company: {
    en: 'Say which company is meant: --company with one of {names}.',
    fa: 'بگویید کدام شرکت: --company با یکی از {names}.',
  },
  remote_without_names: {
    en: '--names reads the CRM of this folder, so it cannot stand beside --remote.',
    fa: 'گزینه --names از پیام‌گستر همین پوشه می‌خواند و با --remote به کار نمی‌رود.',
  },
})
