import type { components, paths } from '@siagh-sync/service/api'
import type { EntityRef, PlannedWrite } from '@siagh-sync/sync-core'
import type { Language, Saying } from '@siagh-sync/sync-core/messages'
import { err, errAsync, ok, okAsync, ResultAsync, type Result } from 'neverthrow'
import createClient, { type Client } from 'openapi-fetch'
import { z } from 'zod'
import { misuse, refusedBy, type Failure } from '../failure'
import { cliSaying } from '../messages/cli-messages'
import type { Operator, ShownWrite } from './operator'

/** How to reach a service that runs elsewhere. */
export interface RemoteService {
  /** Its address, without `/api`. */
  readonly url: string
  readonly token: string
  /** Absent: the only company of the service. */
  readonly company?: string | undefined
  /** The language of its messages. */
  readonly language: Language
}

const TIMEOUT_MS = 30_000

const sessionSchema = z.object({ companies: z.array(z.string()) })

/** Works over the API of a service. Asks it first which companies it has. */
export function openRemote({ url, token, company, language }: RemoteService): ResultAsync<Operator, Failure> {
  const api = createClient<paths>({
    baseUrl: url,
    headers: { authorization: `Bearer ${token}`, 'accept-language': language },
    // The token belongs to this address alone.
    fetch: (request) => fetch(request, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' }),
  })
  const ask = asker(url)
  return ask(() => api.GET('/api/session')).andThen((answer) => {
    // Anything may listen at this address.
    const session = sessionSchema.safeParse(answer)
    if (!session.success) return errAsync(refusedBy(cliSaying('remote_not_ours', { url })))
    const { companies } = session.data
    const [only, ...others] = company === undefined ? companies : [company]
    return only === undefined || others.length > 0
      ? errAsync(misuse(cliSaying('remote_which_company', { names: companies.join(', ') })))
      : okAsync(operatorOf(url, api, only, ask))
  })
}

function operatorOf(url: string, api: Client<paths>, company: string, ask: Ask): Operator {
  const path = { company }
  const of = ({ kind, id }: EntityRef) => ({ params: { path: { company, kind, id } } })
  const failures = '/api/companies/{company}/failures'
  const held = '/api/companies/{company}/held'
  return {
    place: url,
    status: () => ask(() => api.GET('/api/companies/{company}/status', { params: { path } })),
    failures: (filter, page) => ask(() => api.GET(failures, { params: { path, query: { ...filter, ...page } } })),
    retry: (record) =>
      ask(() => api.POST(`${failures}/{kind}/{id}/retry`, of(record)), 'not_failed').map(resultOr('not_failed')),
    retryAll: (query) => ask(() => api.POST(`${failures}/retry`, { params: { path, query } })),
    inDoubt: (page) => ask(() => api.GET('/api/companies/{company}/in-doubt', { params: { path, query: page } })),
    settleInDoubt: (record, verdict) =>
      ask(
        () => api.POST('/api/companies/{company}/in-doubt/{kind}/{id}/settle', { ...of(record), body: verdict }),
        'not_in_doubt',
      ).map(resultOr('not_in_doubt')),
    held: (page) => ask(() => api.GET(held, { params: { path, query: page } })),
    heldChange: (record) =>
      ask(() => api.GET('/api/companies/{company}/records/{kind}/{id}', of(record))).map((found) => found.held),
    showHeld: (record) => ask(() => api.GET(`${held}/{kind}/{id}`, of(record))).map(shownWrite),
    release: (record, fingerprint) =>
      ask(() => api.POST(`${held}/{kind}/{id}/release`, { ...of(record), body: { fingerprint } }), 'not_held').map(
        resultOr('not_held'),
      ),
    releaseAll: (query) => ask(() => api.POST(`${held}/release`, { params: { path, query } })),
    refuse: (record, fingerprint) =>
      ask(() => api.POST(`${held}/{kind}/{id}/refuse`, { ...of(record), body: { fingerprint } }), 'not_held').map(
        resultOr('not_held'),
      ),
    history: (filter, page) =>
      ask(() => api.GET('/api/companies/{company}/history', { params: { path, query: { ...filter, ...page } } })),
  }
}

interface Reply<T> {
  readonly data?: T
  readonly error?: components['schemas']['Problem']
  readonly response: Response
}

/** Makes a call. `nothing`: the problem that says that there is nothing to correct; it is `undefined`, not a failure. */
type Ask = {
  <T>(call: () => Promise<Reply<T>>): ResultAsync<T, Failure>
  <T>(call: () => Promise<Reply<T>>, nothing: string): ResultAsync<T | undefined, Failure>
}

function asker(url: string): Ask {
  return <T>(call: () => Promise<Reply<T>>, nothing?: string) =>
    ResultAsync.fromPromise(call(), (error) =>
      refusedBy(cliSaying('remote_away', { url, reason: reasonOf(error) })),
    ).andThen(({ data, error, response }): Result<T, Failure> => {
      if (data !== undefined) return ok(data)
      if (nothing !== undefined && error?.error === nothing) return ok(undefined as T)
      return err(refusedBy(sayingOf(url, error, response)))
    })
}

function sayingOf(url: string, problem: components['schemas']['Problem'] | undefined, response: Response): Saying {
  if (response.status === 401) return cliSaying('remote_token_wrong', { url })
  const reason = problem?.message ?? problem?.error ?? `HTTP ${response.status}`
  return cliSaying('remote_refused', { url, reason })
}

/** `fetch failed` says nothing; its cause does. */
function reasonOf(error: unknown): string {
  const cause: unknown = error instanceof Error ? (error.cause ?? error) : error
  return cause instanceof Error ? cause.message : String(cause)
}

const resultOr =
  <Nothing extends string>(nothing: Nothing) =>
  <T extends string>(answer: { readonly result: T } | undefined): T | Nothing =>
    answer?.result ?? nothing

function shownWrite({
  held,
  planned,
  fingerprint,
  isChanged,
  isUnstable,
  ...end
}: components['schemas']['ShownHeldWrite']): ShownWrite {
  return {
    held,
    isChanged,
    isUnstable,
    ...(isPlannedWrite(planned) && { planned }),
    ...(fingerprint !== undefined && { fingerprint }),
    end:
      end.error === undefined
        ? { outcome: end.outcome ?? 'unchanged' }
        : { error: end.error, message: end.message ?? end.error },
  }
}

const WRITES: Readonly<Record<PlannedWrite['write'], readonly string[]>> = {
  make_contact: ['fields'],
  change_contact: ['fields', 'before'],
  post_document: ['preInvoice', 'document'],
  write_ref_id: ['refId'],
}

/** Whether a write has the parts of its kind. The fields in them are those of the service's version. */
function isPlannedWrite(given: object | undefined): given is PlannedWrite {
  if (given === undefined || !('write' in given)) return false
  const parts = Object.entries(WRITES).find(([write]) => write === given.write)?.[1]
  return parts?.every((part) => part in given) ?? false
}
