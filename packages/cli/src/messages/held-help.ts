import { defineMessages } from '@siagh-sync/sync-core/messages'

/** What `--help` says of the commands about held writes. */
export const heldHelp = defineMessages({
  help_held: {
    en: 'what waits until you release or refuse it; with show and an id: exactly what will be sent',
    fa: 'آنچه منتظر تأیید شماست؛ با show و شناسه: دقیقاً چه فرستاده می‌شود',
  },
  help_held_exit: { en: 'exit code 3 where anything waits', fa: 'اگر موردی منتظر باشد کد خروج 3 است' },
  help_held_all: { en: 'everything that waits, customers first', fa: 'هر چه منتظر است، نخست مشتری‌ها' },
  help_held_show: { en: 'exactly what will be sent of one record', fa: 'دقیقاً چه از یک مورد فرستاده می‌شود' },
  help_release: { en: 'lets a held write go to Siagh', fa: 'اجازه می‌دهد آنچه منتظر است به سیاق برود' },
  help_release_one: { en: 'one record, once', fa: 'یک مورد، یک بار' },
  help_release_all: { en: 'everything, customers before documents', fa: 'همه، نخست مشتری‌ها و سپس سندها' },
  help_refuse: {
    en: 'ends the wait of a held write without sending it',
    fa: 'موردی را که منتظر تأیید است رد می‌کند و نمی‌فرستد',
  },
  help_refuse_one: { en: 'one record, in its present state', fa: 'یک مورد، با همین محتوا' },
})
