export { decodeText, UNREADABLE } from './decode-text'
export { passwordDoubt } from './hidden-characters'
export { loadEnvironment } from './load-environment'
export { parseEnv } from './parse-env'
