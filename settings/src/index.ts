export { decodeText, UNREADABLE } from './decode-text'
export * from './forms'
export { loadEnvironment } from './load-environment'
export { givenSettings, settingNames } from './setting-names'
