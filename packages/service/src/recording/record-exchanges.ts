import type { Logger } from '@siagh-sync/sync-core'
import type { Saying } from '@siagh-sync/sync-core/messages'
import type { RequestHandler } from 'express'
import { inEnglish, refusal, serviceSaying } from '../messages/service-messages'
import { createAnonymiser } from './anonymise-body'
import { anonymiseExchange, type RawExchange } from './anonymise-exchange'
import { anonymiseWebhook, type RawWebhook } from './anonymise-webhook'
import { kindOfExchange, kindOfWebhook } from './kind-of-exchange'
import { openRecordingFolder } from './recording-folder'
import { keyFileOf, recordingKey } from './recording-key'
import { createSecretOrder } from './secret-order'
import { recordWebhooks } from './record-webhooks'
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
  /** A handler before the router of the webhooks, which writes them down. */
  readonly webhooks: () => RequestHandler
  /** Resolves when everything is written that was read to its end. Never rejects. */
  readonly idle: () => Promise<void>
  /** Where the recording is, and which file must not be sent with it. */
  readonly saying: Saying
}

/** Of a longer answer only the beginning is written down. */
const MOST_BYTES = 1_048_576
/** More characters do not wait to be written: the exchanges that come meanwhile are left out. */
const MOST_WAITING = 50_000_000
const OF_EACH = 1_000

/**
 * Opens a recording in `folder`. Rejects with one sentence if the folder cannot be used. Afterwards nothing that goes wrong here
 * reaches a call: a write that fails is logged once, and the recording goes on with the next one.
 */
export async function openRecorder(folder: string, logger: Logger): Promise<Recorder> {
  const { opened, anonymiser } = await openFolder(folder)
  const saying = serviceSaying('recording', { folder, key: keyFileOf(folder) })
  logger.warn({ code: 'recording', folder }, inEnglish(saying))
  const fail = failOnce(folder, logger)
  const { note, idle } = createLine(fail)
  const noteExchange = (raw: RawExchange) =>
    note(raw.answer.length + (raw.requestBody?.length ?? 0), () => {
      const exchange = anonymiseExchange(anonymiser, raw)
      return opened.write(kindOfExchange(raw, exchange), exchange)
    })
  const noteWebhook = (raw: RawWebhook) =>
    note(raw.body?.length ?? 0, () => opened.write(kindOfWebhook(raw), anonymiseWebhook(anonymiser, raw)))
  return {
    fetchOf: (server, fetch) => recordedFetch(server, fetch, noteExchange),
    webhooks: () => recordWebhooks(noteWebhook),
    idle,
    saying,
  }
}

/** Work that is done one after the other, while others wait for nothing. */
function createLine(fail: (error: unknown) => void) {
  let waiting = 0
  let work: Promise<void> = Promise.resolve()
  const note = (characters: number, write: () => Promise<void>) => {
    if (waiting + characters + OF_EACH > MOST_WAITING) return
    waiting += characters + OF_EACH
    work = work
      // After the caller has its answer.
      .then(() => new Promise((resolve) => setImmediate(resolve)))
      .then(write)
      .catch(fail)
      .finally(() => (waiting -= characters + OF_EACH))
  }
  return { note, idle: () => work }
}

/** Reports the first failure. It never throws, whatever the logger does. */
function failOnce(folder: string, logger: Logger): (error: unknown) => void {
  let hasFailed = false
  return (error) => {
    if (hasFailed) return
    hasFailed = true
    // The name of the error alone: its text may hold what was to be written.
    const reason = error instanceof Error ? ('code' in error ? String(error.code) : error.name) : 'unknown'
    try {
      logger.error(
        { code: 'recording_failed', reason },
        inEnglish(serviceSaying('recording_failed', { folder, reason })),
      )
    } catch {
      // A log that fails must not end the process.
    }
  }
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
