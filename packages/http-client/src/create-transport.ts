import { errAsync } from 'neverthrow'
import { unavailable } from './errors'
import type { LoginOptions, Transport, TransportOptions } from './transport-types'

/** Builds the transport of one server. */
export function createTransport<S>(options: TransportOptions & LoginOptions<S>): Transport<S> {
  const notYet = () => errAsync(unavailable(options.system, 'The transport is not connected yet'))
  return { call: notYet, session: notYet, login: notYet }
}
