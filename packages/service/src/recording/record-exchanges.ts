import type { Logger } from '@siagh-sync/sync-core'
import { inEnglish, refusal, serviceSaying } from '../messages/service-messages'
import { createAnonymiser } from './anonymise-body'
import { anonymiseExchange, type RawExchange } from './anonymise-exchange'
import { kindOfExchange } from './kind-of-exchange'
import { openRecordingFolder } from './recording-folder'
import { keyFileOf, recordingKey } from './recording-key'
import { createSecretOrder } from './secret-order'
import { tapBody } from './tap-body'

/** A server of the exchanges. */
export interface RecordedServer {
  readonly system: 'siagh' | 'crm'
  /** What stands before this is a site's own address, and is not written down. */
  readonly baseUrl: string
}

/** Writes down what is said to the two servers, with everything replaced that says something of somebody. */
export interface Recorder {
  /** A `fetch` whose exchanges are written down. Default: `globalThis.fetch`, read at each call. */
  readonly fetchOf: (server: RecordedServer, fetch?: typeof globalThis.fetch) => typeof globalThis.fetch
  /** Resolves when everything is written that was read to its end. */
  readonly idle: () => Promise<void>
}

/** Of a longer answer only the beginning is written down. */
const MOST_BYTES = 1_048_576
/** More exchanges do not wait to be written: those that come meanwhile are left out. */
const MOST_WAITING = 50

/**
 * Opens a recording in `folder`. Rejects with one sentence if the folder cannot be used. Afterwards nothing that goes wrong here
 * reaches a call: a write that fails is logged once, and the recording goes on with the next one.
 */
export async function openRecorder(folder: string, logger: Logger): Promise<Recorder> {
  const { opened, anonymiser } = await openFolder(folder)
  logger.warn({ code: 'recording', folder }, inEnglish(serviceSaying('recording', { folder, key: keyFileOf(folder) })))
  let [waiting, hasFailed] = [0, false]
  let work: Promise<void> = Promise.resolve()

  const write = async (raw: RawExchange) => {
    // After the caller has its answer.
    await new Promise((resolve) => setImmediate(resolve))
    const exchange = anonymiseExchange(anonymiser, raw)
    await opened.write(kindOfExchange(raw, exchange), exchange)
  }
  const fail = (error: unknown) => {
    if (hasFailed) return
    hasFailed = true
    // The name of the error alone: its text may hold what was to be written.
    const reason = error instanceof Error ? ('code' in error ? String(error.code) : error.name) : 'unknown'
    logger.error({ code: 'recording_failed', reason }, inEnglish(serviceSaying('recording_failed', { folder, reason })))
  }
  const note = (raw: RawExchange) => {
    if (waiting >= MOST_WAITING) return
    waiting += 1
    work = work.then(() => write(raw).catch(fail)).finally(() => (waiting -= 1))
  }
  return { fetchOf: (server, fetch) => recordedFetch(server, fetch, note), idle: () => work }
}

async function openFolder(folder: string) {
  try {
    const opened = await openRecordingFolder(folder)
    return { opened, anonymiser: createAnonymiser(createSecretOrder(await recordingKey(folder))) }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw refusal(serviceSaying('recording_unusable', { folder, reason }))
  }
}

function recordedFetch(
  { system, baseUrl }: RecordedServer,
  fetch: typeof globalThis.fetch | undefined,
  note: (raw: RawExchange) => void,
): typeof globalThis.fetch {
  const base = baseUrl.replace(/\/+$/, '')
  return async (input, init) => {
    const response = await (fetch ?? globalThis.fetch)(input, init)
    const url = input instanceof Request ? input.url : String(input)
    const requestBody = typeof init?.body === 'string' ? init.body : undefined
    const contentType = response.headers.get('content-type')
    return tapBody(response, MOST_BYTES, ({ bytes, isCut }) =>
      note({
        system,
        method: init?.method ?? 'GET',
        path: url.startsWith(base) ? url.slice(base.length) : new URL(url).pathname,
        requestBody,
        status: response.status,
        contentType,
        answer: decoded(bytes, contentType),
        isCut,
      }),
    )
  }
}

function decoded(bytes: Uint8Array, contentType: string | null): string {
  const [, charset = 'utf-8'] = /charset="?([\w-]+)/i.exec(contentType ?? '') ?? []
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch {
    return new TextDecoder().decode(bytes)
  }
}
