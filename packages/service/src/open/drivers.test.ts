import { describe, expect, it } from 'vitest'
import { inEnglish } from '../messages/service-messages'
import { missingDrivers } from './drivers'

const database = 'postgresql://127.0.0.1/siagh'
const redis = 'redis://127.0.0.1'
const placesOf = (url?: string, queue?: string) => ({
  store: { schema: 'siagh_sync', ...(url !== undefined && { url }) },
  queue: queue === undefined ? {} : { url: queue },
})

describe('missing drivers', () => {
  it.each([
    ['a file and a queue within the process need none', placesOf(), undefined],
    [
      'a database needs pg, and bullmq for the queue that is in it',
      placesOf(database),
      /pg for store\.url \(DATABASE_URL\), bullmq for store\.url \(DATABASE_URL\)\. .*npm install \[--global\] pg@8 bullmq@6$/,
    ],
    [
      'a database and a Redis need all three',
      placesOf(database, redis),
      /pg for store\.url .*bullmq for queue\.url \(QUEUE_URL\), ioredis for queue\.url .*pg@8 bullmq@6 ioredis@6$/,
    ],
    [
      'a queue in a database needs bullmq and pg',
      placesOf(undefined, database),
      /bullmq for queue\.url \(QUEUE_URL\), pg for queue\.url/,
    ],
  ])('%s', async (_, places, expected) => {
    const missing = await missingDrivers(places, async () => false)
    const sentence = missing && inEnglish(missing)
    if (expected === undefined) expect(sentence).toBeUndefined()
    else expect(sentence).toMatch(expected)
  })

  it('names only what is missing, and repeats no address', async () => {
    const missing = await missingDrivers(
      placesOf(database, 'rediss://operator:sesame-77@10.0.0.9'),
      async (name) => name !== 'ioredis',
    )
    const sentence = missing && inEnglish(missing)
    expect(sentence).toMatch(/: ioredis for queue\.url \(QUEUE_URL\)\. .*npm install \[--global\] ioredis@6$/)
    expect(sentence).not.toMatch(/sesame-77|pg/)
  })

  it('finds nothing missing where all are installed', async () => {
    expect(await missingDrivers(placesOf(database, redis), async () => true)).toBeUndefined()
  })
})
