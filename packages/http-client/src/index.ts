export type { ApiError, Reason, System } from './api-error'
export { coded } from './api-words'
export { createTransport } from './create-transport'
export {
  defect,
  isApiError,
  malformed,
  notFound,
  outcomeUnknown,
  rateLimited,
  rejected,
  unauthorized,
  unavailable,
} from './errors'
export type {
  BodyReader,
  Call,
  LoginOptions,
  RequestFetch,
  SendKind,
  Sent,
  SignalOption,
  StreamCall,
  Transport,
  TransportEvent,
  TransportOptions,
} from './transport-types'
export { unreadableTexts } from './unreadable-texts'
