import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import type { Sync } from '@siagh-sync/sync-core'
import { streamSSE, type SSEStreamingApi } from 'hono/streaming'
import { serviceSaying } from '../../messages/service-messages'
import type { Person } from '../access/person'
import { createEventHub, type EventHub } from '../events/event-hub'
import { refuse, why } from '../kit/answers'
import type { ApiEnv } from '../kit/api-env'
import { companyPath } from '../kit/schemas'

/** Streams at a time in one process. A browser tab holds one. */
const MOST_STREAMS = 200
/** Streams at a time of one person, so that nobody takes those of all others. Programs have one name together. */
const MOST_OF_PERSON = 20
const BEAT_MS = 20_000
/** Then the browser asks again, and a session that has ended meanwhile is noticed. */
const LONGEST_MS = 10 * 60 * 1_000

const listenToEvents = createRoute({
  operationId: 'listenToEvents',
  method: 'get',
  path: '/companies/{company}/events',
  summary: 'What happens, as server-sent events',
  description:
    'The event `status` holds the status, first at once and then whenever it has changed. `runs` holds runs that have ended, the newest first. `away` says that the store cannot be read. `beat` comes every 20 seconds. The server ends a stream after ten minutes, and the browser opens it again by itself.',
  tags: ['Look'],
  request: { params: companyPath },
  responses: {
    200: { content: { 'text/event-stream': { schema: z.string() } }, description: 'A stream that does not end.' },
    401: why('Nobody is signed in, or the token is wrong.'),
    404: why('There is no such company.'),
    503: why('Too many streams are open.'),
  },
})

/** The streams of all companies. */
export interface EventStreams {
  /** Ends every stream and opens no more, because the process is about to stop. */
  close(): void
}

/** Server-sent events. */
export function addEvents(api: OpenAPIHono<ApiEnv>): EventStreams {
  const hubs = new WeakMap<Sync, EventHub>()
  const ending = new AbortController()
  const open = new Set<{ readonly name: string }>()
  const isFull = ({ name, isProgram }: Person) =>
    open.size >= MOST_STREAMS ||
    (isProgram !== true && [...open].filter((each) => each.name === name).length >= MOST_OF_PERSON)
  api.openapi(listenToEvents, (context) => {
    const person = context.get('person')
    if (isFull(person) || ending.signal.aborted) {
      context.header('retry-after', '5')
      return refuse(context, 503, 'too_many_streams', serviceSaying('too_many_streams'))
    }
    // Nobody would read the stream, so it would stay open.
    if (context.req.method === 'HEAD') return new Response(null, { headers: { 'content-type': 'text/event-stream' } })
    const own = { name: person.name }
    open.add(own)
    const sync = context.get('sync')
    const hub = hubs.get(sync) ?? createEventHub(sync)
    hubs.set(sync, hub)
    context.header('x-accel-buffering', 'no')
    return streamSSE(context, async (stream) => {
      const stopListening = hub.listen(({ event, data }) => void stream.writeSSE({ event, data: JSON.stringify(data) }))
      await untilItEnds(stream, ending.signal)
      stopListening()
      open.delete(own)
    })
  })
  return { close: () => ending.abort() }
}

/** Keeps the connection alive. A reader that has not taken one beat when the next is due is gone. */
function untilItEnds(stream: SSEStreamingApi, ending: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    let isTaken = true
    const beat = setInterval(() => {
      if (!isTaken) {
        stream.abort()
        return
      }
      isTaken = false
      void stream.writeSSE({ event: 'beat', data: '' }).then(() => (isTaken = true))
    }, BEAT_MS)
    const longest = setTimeout(end, LONGEST_MS)
    function end() {
      clearInterval(beat)
      clearTimeout(longest)
      ending.removeEventListener('abort', end)
      resolve()
    }
    stream.onAbort(end)
    ending.addEventListener('abort', end)
  })
}
