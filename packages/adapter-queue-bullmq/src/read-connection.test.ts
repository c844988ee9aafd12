import { describe, expect, it } from 'vitest'
import { bullmqQueue } from '.'
import type { BullmqConnection } from './options'
import { readConnection } from './read-connection'

describe('the engine', () => {
  it.each<[BullmqConnection, string]>([
    ['redis://127.0.0.1:6379/1', 'redis'],
    ['rediss://cache.example', 'redis'],
    [{ host: '127.0.0.1', port: 6379 }, 'redis'],
    ['postgres://db.example/sync', 'postgres'],
    ['POSTGRESQL://db.example/sync', 'postgres'],
    [{ connectionString: 'postgresql://db.example/sync' }, 'postgres'],
  ])('is read from %j', (connection, engine) => {
    expect(readConnection(connection)).toMatchObject({ engine })
  })
})

describe('misuse', () => {
  const wanted = /needs a `connection`: a redis:\/\/, rediss:\/\/, postgres:\/\/ or postgresql:\/\/ URL/
  it.each([
    ['nothing', undefined, wanted],
    ['an unknown scheme', 'mysql://user:secret@db.example', wanted],
    ['no URL', 'localhost:6379', wanted],
    ['an undefined connection string', { connectionString: undefined }, wanted],
    ['a client', { connect() {}, host: 'x' }, /options or a URL as `connection`, not a client/],
    ['a prefix of ioredis', { keyPrefix: 'x' }, /set `prefix`/],
  ])('as with %s throws one sentence that says what to set', (_what, connection, sentence) => {
    const build = () => bullmqQueue({ connection: connection as never })
    expect(build).toThrow(sentence)
    expect(build).not.toThrow(/secret/)
  })

  it.each(['timeoutMs', 'lockMs', 'stalledIntervalMs'])('as with a %s of 0 is named', (name) => {
    expect(() => bullmqQueue({ connection: 'redis://127.0.0.1', [name]: 0 })).toThrow(new RegExp(`\`${name}\``))
  })

  it('as with an empty prefix is named', () => {
    expect(() => bullmqQueue({ connection: 'redis://127.0.0.1', prefix: '' })).toThrow(/`prefix`/)
  })
})
