import { defineMessages } from '@siagh-sync/sync-core/messages'

/** What `--help` says of `go-live`. */
export const goLiveHelp = defineMessages({
  help_go_live: {
    en: 'walks through the first days, one step after the other, and goes on where it was left',
    fa: 'روزهای نخست را گام‌به‌گام پیش می‌برد و هر بار از همان‌جا که مانده ادامه می‌دهد',
  },
  help_go_live_exit: {
    en: 'exit code 3 while a step is left',
    fa: 'تا وقتی گامی مانده باشد کد خروج 3 است',
  },
  help_go_live_walk: {
    en: 'explains the next step, asks, and takes it',
    fa: 'گام بعد را توضیح می‌دهد، می‌پرسد و انجام می‌دهد',
  },
  help_go_live_step: { en: 'one step, also one that was done before', fa: 'یک گام، حتی اگر پیش‌تر انجام شده' },
  help_go_live_done: { en: 'you have done the next step otherwise', fa: 'گام بعد را خودتان انجام داده‌اید' },
  opt_go_live_step: {
    en: 'take this one step: the next one, or one that was done before',
    fa: 'فقط این گام: گام بعد یا گامی که پیش‌تر انجام شده',
  },
  opt_go_live_yes: {
    en: 'ask nothing: write what is proposed, and assume that backups of both servers are made',
    fa: 'نمی‌پرسد: پیشنهادها را می‌نویسد و فرض می‌کند از هر دو سرور پشتیبان هست',
  },
  opt_go_live_done: {
    en: 'the next step is done; the last three are compared with the configuration',
    fa: 'گام بعد انجام شد؛ سه گام آخر با تنظیمات سنجیده می‌شود',
  },
  opt_go_live_back: { en: 'the last step is to be done again', fa: 'گام آخر باید دوباره انجام شود' },
})
