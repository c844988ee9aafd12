/** What a README takes for granted: a block that makes its own `sync` has its own, any other means this one. */
export const surroundings = `
import type { CrmClient } from '@siagh-sync/crm-client'
import type { SiaghClient } from '@siagh-sync/siagh-client'
import type { Logger, Queue, Store, Sync } from '@siagh-sync/sync-core'
declare global {
  const crm: CrmClient
  const siagh: SiaghClient
  const store: Store
  const queue: Queue
  const sync: Sync
  const logger: Logger
  const baseUrl: string
  const credentials: { UserName: string; Password: string }
  const body: { formId: string }
  interface Session { readonly sessionId: string }
  interface Post { post: { requestBody: { content: { 'application/json': object } }; responses: { 200: { content: { 'application/json': unknown } } } } }
  interface paths { '/GeneralApi/LoginUser': Post; '/save': Post }
  const readSession: (answer: unknown) => import('neverthrow').Result<Session, import('@siagh-sync/http-client').ApiError>
  const readSaved: (answer: unknown) => import('neverthrow').Result<string, import('@siagh-sync/http-client').ApiError>
}
`

/** Modules of the reader's own, as some READMEs import them. */
export const modulesOfReader: Readonly<Record<string, string>> = {
  './my-store': `
import type { Store } from '@siagh-sync/sync-core'
export declare function openMyStore(schema: string): Promise<Store>
export declare function stopMyServer(): Promise<void>
export declare function dropMySchema(): Promise<void>
`,
  './sync': `export declare const sync: import('@siagh-sync/sync-core').Sync`,
  './app.module': `export declare class AppModule {}`,
}

/** What the blocks of one README take for granted beyond that. */
export const surroundingsOf: Readonly<Record<string, string>> = {
  'packages/sandbox': `
declare const siagh: import('@siagh-sync/sandbox').SimulatedSiagh
declare const crm: import('@siagh-sync/sandbox').SimulatedCrm
`,
}
