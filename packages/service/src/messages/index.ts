export { inEnglish, saidInEnglish, serviceMessages, serviceSaying } from './service-messages'
