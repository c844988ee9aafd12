export { inEnglish, reasonOf, saidInEnglish, serviceMessages, serviceSaying } from './service-messages'
