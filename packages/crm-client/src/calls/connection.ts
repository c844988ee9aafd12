import type { Client } from 'openapi-fetch'
import type { Transport } from '@siagh-sync/http-client'
import type { paths } from '../generated/payamgostar'
import type { Session } from './session'

/** What every call needs. */
export interface Connection {
  readonly api: Client<paths>
  readonly transport: Transport<Session>
}
