import { err, ok } from 'neverthrow'
import { describe, expect, it } from 'vitest'
import type { SyncError } from '../errors'
import { eventsOf, type Work } from './work'

const failure: SyncError = { kind: 'busy', retryable: true, message: 'another worker has it' }

async function collect(start: () => Work<string>) {
  const items = []
  for await (const item of eventsOf(start)) items.push(item.isOk() ? item.value : item.error.kind)
  return items
}

describe('eventsOf', () => {
  it('yields every event of a work and of its parts', async () => {
    async function* part(): Work<string, number> {
      yield await Promise.resolve('part')
      return ok(1)
    }
    async function* whole(): Work<string> {
      yield 'begun'
      const done = yield* part()
      return done.map(() => undefined)
    }
    expect(await collect(whole)).toEqual(['begun', 'part'])
  })

  it('yields the error of a work last', async () => {
    async function* failing(): Work<string> {
      yield await Promise.resolve('begun')
      return err(failure)
    }
    expect(await collect(failing)).toEqual(['begun', 'busy'])
  })

  it('yields a defect where the work throws', async () => {
    async function* throwing(): Work<string> {
      yield await Promise.resolve('begun')
      throw new TypeError('a bug')
    }
    expect(await collect(throwing)).toEqual(['begun', 'defect'])
  })

  it('lets a work that nobody listens to come to its end before the caller goes on', async () => {
    const told: string[] = []
    async function* part(): Work<string> {
      try {
        yield await Promise.resolve('begun')
        return ok(undefined)
      } finally {
        await Promise.resolve()
        told.push('ended')
      }
    }
    async function* whole(): Work<string> {
      return yield* part()
    }
    for await (const item of eventsOf(whole)) {
      told.push(item.unwrapOr('failed'))
      break
    }
    expect([...told, 'gone on']).toEqual(['begun', 'ended', 'gone on'])
  })
})
