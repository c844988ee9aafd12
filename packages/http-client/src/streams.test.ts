import { setTimeout as wait } from 'node:timers/promises'
import { err, ok } from 'neverthrow'
import createClient from 'openapi-fetch'
import { describe, expect, it } from 'vitest'
import { json, localServer, type Respond } from '../test/local-server'
import { fakeTime } from '../test/fake-time'
import { localTransport } from '../test/local-transport'
import { malformed, type ApiError, type BodyReader, type TransportOptions } from './index'
import { expectOk } from '../../../test-support/results'

/** Lines of text; `bad` is none. */
function lineReader(): BodyReader<string> {
  let rest = ''
  return {
    take: (text) => {
      const lines = (rest + text).split('\n')
      rest = lines.pop() ?? ''
      if (lines.includes('a bug')) throw new Error('with data in its message')
      return lines.includes('bad') ? err(malformed('siagh', 'line')) : ok(lines)
    },
    end: () => (rest === '' ? ok([]) : err(malformed('siagh', '', 'half a line'))),
  }
}

/** A text, a pause in milliseconds, or a reset of the connection. */
type Step = string | number | { readonly reset: true }
const reset = { reset: true } as const

/** Sends the first list to the first request, the second to the second, and so on. */
const sending =
  (...bodies: readonly (readonly Step[])[]): Respond =>
  (_, response, count) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    const send = async () => {
      for (const step of bodies[Math.min(count, bodies.length) - 1] ?? []) {
        if (typeof step === 'object') return response.destroy()
        if (typeof step === 'number') await wait(step)
        else if (!response.write(step)) await new Promise((resolve) => response.once('drain', resolve))
      }
      return response.end()
    }
    void send()
  }

async function streaming(respond: Respond, options: TransportOptions = {}) {
  const server = await localServer((seen, response, count) => {
    if (seen.path === '/login') json(response, 200, { id: `session-${count}` })
    else respond(seen, response, count)
  })
  const api = createClient<Record<string, { get: { responses: Record<200, object> } }>>({
    baseUrl: server.baseUrl,
  })
  const transport = localTransport(server.baseUrl, options)
  const stream = (signal?: AbortSignal) =>
    transport.stream({ signal, send: (fetch) => api.GET('/x', { fetch }), reader: lineReader })
  return { server, stream, post: transport.post, events: transport.events }
}

/** A body that this function fills. */
const readable = (fill: (send: (text: string) => void) => Promise<void> | void) => () =>
  new ReadableStream<Uint8Array>({
    async start(controller) {
      await fill((text) => controller.enqueue(new TextEncoder().encode(text)))
      controller.close()
    },
  })

/** Answers the login, and one call after the other with these bodies; it ignores signals. */
const answering =
  (bodies: (() => ReadableStream)[]): typeof fetch =>
  (input) =>
    Promise.resolve(
      new Request(input).url.endsWith('/login') ? Response.json({ id: 's' }) : new Response(bodies.shift()?.()),
    )

/** Everything that is there has been read by then. */
const nextTurn = () => new Promise((resolve) => setImmediate(resolve))

async function collect(stream: ReturnType<Awaited<ReturnType<typeof streaming>>['stream']>) {
  const items: string[] = []
  let error: ApiError | undefined
  for await (const item of stream) {
    expect(error).toBeUndefined()
    if (item.isOk()) items.push(item.value)
    else error = item.error
  }
  return { items, error }
}

describe('a stream', () => {
  it('yields what is complete while the rest is still on its way', async () => {
    let sendRest = () => {}
    const { stream } = await streaming((_, response) => {
      response.write('one\ntw')
      sendRest = () => response.end('o\n')
    })
    const lines = stream()[Symbol.asyncIterator]()
    expect((await lines.next()).value).toMatchObject({ value: 'one' })
    sendRest()
    expect((await lines.next()).value).toMatchObject({ value: 'two' })
    expect(await lines.next()).toEqual({ done: true, value: undefined })
  })

  it('reads a character that two packets share', async () => {
    const word = Buffer.from('سیاق\n')
    const { stream } = await streaming((_, response) => {
      response.write(word.subarray(0, 3))
      setTimeout(() => response.end(word.subarray(3)), 20)
    })
    expect((await collect(stream())).items).toEqual(['سیاق'])
  })

  it('sends nothing before the first item is asked for', async () => {
    const { server, stream } = await streaming(sending(['one\n']))
    const unread = stream()
    await wait(30)
    expect(server.seen).toEqual([])
    expect((await collect(unread)).items).toEqual(['one'])
  })

  it('logs in once more after a 401, and yields each item once', async () => {
    const lines = sending(['one\n'])
    const { server, stream } = await streaming((seen, response, count) =>
      count === 1 ? json(response, 401, {}) : lines(seen, response, count),
    )
    expect(await collect(stream())).toEqual({ items: ['one'], error: undefined })
    expect(server.to('/login')).toHaveLength(2)
    expect(server.to('/x')[1]?.authorization).toBe('session-2')
  })

  it('is repeated as long as nothing was yielded', async () => {
    const { server, stream } = await streaming(sending(['half a li', reset], ['one\ntwo\n']))
    expect(await collect(stream())).toEqual({ items: ['one', 'two'], error: undefined })
    expect(server.to('/x')).toHaveLength(2)
  })

  it('is not repeated once something was yielded, and ends with the failure', async () => {
    const { server, stream } = await streaming(sending(['one\n', 30, reset]))
    const { items, error } = await collect(stream())
    expect(items).toEqual(['one'])
    expect(error?.kind).toBe('unavailable')
    expect(server.to('/x')).toHaveLength(1)
  })

  it('ends with what its reader finds wrong, and does not repeat that', async () => {
    const { server, stream } = await streaming(sending(['one\n', 30, 'bad\n', 30, 'two\n']))
    expect(await collect(stream())).toMatchObject({ items: ['one'], error: { kind: 'malformed', path: 'line' } })
    const { stream: cutOff } = await streaming(sending(['one\ntw']))
    expect(await collect(cutOff())).toMatchObject({ items: ['one'], error: { message: 'half a line' } })
    expect(server.to('/x')).toHaveLength(1)
  })

  it('is a defect where its reader throws, without the words that were thrown', async () => {
    const { stream } = await streaming(sending(['a bug\n']))
    const { error } = await collect(stream())
    expect(error?.kind).toBe('defect')
    expect(JSON.stringify(error)).not.toContain('data in its message')
  })

  it('takes nothing from an attempt that was given up, even where the fetch in use ignores its signal', async () => {
    const [given, repeated] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()]
    const bodies = [
      readable(async (send) => {
        await repeated.promise
        send('old\n')
        given.resolve(undefined)
      }),
      readable(async (send) => {
        repeated.resolve(undefined)
        send('new\n')
        await given.promise
        send('new\n')
      }),
    ]
    const { stream } = await streaming(() => undefined, { fetch: answering(bodies), timeoutMs: 300 })
    expect(await collect(stream())).toEqual({ items: ['new', 'new'], error: undefined })
  })

  it('gives the errors of any read where the answer is no 2xx', async () => {
    const { stream } = await streaming((_, response) => json(response, 404, {}))
    expect((await collect(stream())).error?.kind).toBe('not_found')
    const { stream: limited } = await streaming((_, response) => json(response, 503, {}), { retry: { attempts: 1 } })
    expect((await collect(limited())).error).toMatchObject({ kind: 'unavailable', status: 503 })
  })
})

describe('the time limit of a stream', () => {
  const once = { attempts: 1 }

  it('is for each silence, not for the whole', async () => {
    const { stream } = await streaming(sending(['one\n', 150, 'two\n', 150, 'three\n', 150, 'four\n']), {
      timeoutMs: 400,
      retry: once,
    })
    expect(await collect(stream())).toEqual({ items: ['one', 'two', 'three', 'four'], error: undefined })
  })

  it('ends a server that falls silent', async () => {
    const { stream } = await streaming(sending(['one\n', 5_000]), { timeoutMs: 200, retry: once })
    expect(await collect(stream())).toMatchObject({
      items: ['one'],
      error: { kind: 'unavailable', message: 'No complete answer came in time' },
    })
  })

  it('ends a server that sends a byte now and then', async () => {
    const drip = Array.from({ length: 200 }, () => ['.', 40] as const).flat()
    const { stream } = await streaming(sending(['one\n', ...drip]), { timeoutMs: 100, retry: once })
    expect(await collect(stream())).toMatchObject({
      items: ['one'],
      error: { kind: 'unavailable', message: 'No complete answer came in time' },
    })
  })

  it('does not count the time that the consumer takes, however long that is', async () => {
    const pass = fakeTime()
    const body = readable((send) => {
      for (const text of ['one\ntwo\n', 'three\n', 'four\n']) send(text)
    })
    const { stream } = await streaming(() => undefined, { fetch: answering([body]), retry: once })
    const items: unknown[] = []
    for await (const item of stream()) {
      items.push(item.unwrapOr('failed'))
      await nextTurn()
      await pass(3_600_000)
    }
    expect(items).toEqual(['one', 'two', 'three', 'four'])
  })
})

describe('the size limit of a stream', () => {
  it('is for what comes between two items', async () => {
    const { stream } = await streaming(sending(Array.from({ length: 50 }, () => `${'x'.repeat(99)}\n`)), {
      maxResponseBytes: 1_000,
    })
    const { items, error } = await collect(stream())
    expect([items.length, error]).toEqual([50, undefined])
    const { stream: endless } = await streaming(
      sending(['one\n', 30, ...Array.from({ length: 50 }, () => 'x'.repeat(99))]),
      {
        maxResponseBytes: 1_000,
      },
    )
    expect(await collect(endless())).toMatchObject({
      items: ['one'],
      error: { kind: 'malformed', message: 'The answer is longer than the limit' },
    })
  })
})

describe('the end of a stream', () => {
  const closed = () => {
    let tell: () => void
    const ended = new Promise<void>((resolve) => (tell = resolve))
    const respond: Respond = (_, response) => {
      response.on('close', () => tell())
      response.writeHead(200).write('one\ntwo\n')
    }
    return { ended, respond }
  }

  it('comes with a consumer that stops early: the request is ended and its place is free', async () => {
    const { ended, respond } = closed()
    const { stream } = await streaming(respond, { rateLimit: { concurrency: 1 } })
    for await (const item of stream()) {
      expect(expectOk(item)).toBe('one')
      break
    }
    await ended
    const again = stream()[Symbol.asyncIterator]()
    expect((await again.next()).value).toMatchObject({ value: 'one' })
    await again.return?.()
  })

  it('comes with the signal, as an error', async () => {
    const { ended, respond } = closed()
    const { stream } = await streaming(respond)
    const ending = new AbortController()
    const lines = stream(ending.signal)[Symbol.asyncIterator]()
    await lines.next()
    ending.abort()
    expect((await lines.next()).value).toMatchObject({
      error: { kind: 'unavailable', message: 'The call was cancelled' },
    })
    expect((await lines.next()).done).toBe(true)
    await ended
    expect(await collect(stream(AbortSignal.abort()))).toMatchObject({ items: [], error: { kind: 'unavailable' } })
  })
})

describe('a consumer that falls behind', () => {
  it('has the rest unread even where the fetch in use hands the body over in one piece', async () => {
    const text = 'a line\n'.repeat(100_000)
    const whole: typeof fetch = (input) =>
      Promise.resolve(new Request(input).url.endsWith('/login') ? Response.json({ id: 's' }) : new Response(text))
    let read = 0
    const api = createClient<Record<string, { get: { responses: Record<200, object> } }>>({
      baseUrl: 'http://siagh.test',
    })
    const { stream } = localTransport('http://siagh.test', { fetch: whole })
    const reader = (): BodyReader<string> => {
      const lines = lineReader()
      return { ...lines, take: (piece) => ((read += piece.length), lines.take(piece)) }
    }
    for await (const line of stream({ send: (fetch) => api.GET('/x', { fetch }), reader })) {
      expect(expectOk(line)).toBe('a line')
      break
    }
    expect(read).toBeLessThan(200_000)
  })

  it('holds the server back', async () => {
    let sent = 0
    const { stream } = await streaming((_, response) => {
      const send = () => {
        while (sent < 40_000_000 && response.write(`${'x'.repeat(99_999)}\n`)) sent += 100_000
        if (sent < 40_000_000 && !response.destroyed) response.once('drain', send)
      }
      send()
    })
    const lines = stream()[Symbol.asyncIterator]()
    await lines.next()
    await wait(300)
    expect(sent).toBeLessThan(20_000_000)
    await lines.return?.()
  })

  it('fills the place in the rate limit to the end', async () => {
    const { stream, post } = await streaming(
      (seen, response, count) =>
        seen.method === 'GET' ? sending(['one\ntwo\n'])(seen, response, count) : json(response, 200, {}),
      { rateLimit: { concurrency: 1 } },
    )
    const lines = stream()[Symbol.asyncIterator]()
    await lines.next()
    let answered = false
    const waiting = post('/y').andTee(() => (answered = true))
    await wait(50)
    expect(answered).toBe(false)
    expect((await lines.next()).value).toMatchObject({ value: 'two' })
    expect((await waiting).isOk()).toBe(true)
  })
})
