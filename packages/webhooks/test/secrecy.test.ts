import { ResultAsync } from 'neverthrow'
import { describe, expect, it } from 'vitest'
import { noteSecret } from '../../../test-support/test-record'
import { allOf, allowIps, anyOf, sharedSecret, signature } from '../src/index'
import { id, json, mount } from './mount'

const secret = 'q7Vt2xN9bKf4LmZ8'
const key = Buffer.from('another secret, in bytes').toString('base64')

describe('a secret that is in use', () => {
  it('reaches no answer and no log, whatever becomes of the request', async () => {
    noteSecret(secret)
    noteSecret(key)
    const auth = anyOf(
      sharedSecret(secret, { query: 'secret', header: 'x-secret', path: true }),
      allOf(signature(key), allowIps(['192.168.10.5'])),
    )
    const failing = () => new ResultAsync<never, never>(Promise.reject(new Error(`could not handle ${secret}`)))
    const header = { 'x-secret': secret }
    const answers: string[] = []
    for (const options of [{}, { receive: failing }]) {
      const { call, lines } = mount({ ...options, auth, test: true })
      const requests: [string, RequestInit?][] = [
        [`/identity?secret=${secret}&event=Update&id=${id}`],
        [`/identity?secret=${secret}&event=${secret}&id=${secret}&type=${secret}`],
        [`/identity?secret=${secret}x&event=Update&id=${id}`],
        [`/${secret}/invoice?event=Update&id=${id}`],
        [`/${secret}/contact`],
        [`/${secret}/identity/more`],
        [`/${secret}/test`],
        [`/identity?secret=${secret}`, { method: 'DELETE' }],
        ['/identity', json({ identityId: id }, header)],
        ['/identity', json({ identityId: secret, action: secret }, header)],
        ['/identity', json(`{"${secret}`, header)],
        ['/identity', json({ identityId: 'a'.repeat(200_000) }, header)],
        ['/test', json({ [key]: key, note: secret }, header)],
      ]
      for (const [path, init] of requests) {
        const answer = await call(path, init)
        answers.push(`${answer.status} ${await answer.text()} ${JSON.stringify([...answer.headers])}`)
      }
      expect(lines).toHaveLength(requests.length)
      const written = JSON.stringify([answers, lines])
      expect(written).not.toContain(secret)
      expect(written).not.toContain(key)
    }
    const statuses = new Set(answers.map((answer) => Number(answer.slice(0, 3))))
    expect([...statuses].sort()).toEqual([200, 202, 400, 401, 404, 405, 413, 500])
  })
})
