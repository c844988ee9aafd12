import { inspect } from 'node:util'
import { postgres, redis } from '@siagh-sync/backends'
import { expect, it, onTestFinished } from 'vitest'
import { recordingLogger } from '../test/written'
import { bullmqQueue } from '.'
import { expectErr } from '../../../test-support/results'

const SECRET = 'secret-word'

/** The URL of a server, with a user whom it does not know. */
function asNobody(url: string): string {
  const given = new URL(url)
  given.username = 'nobody-of-this-name'
  given.password = SECRET
  return given.href
}

it.each([
  ['Redis', async () => asNobody((await redis()).url)],
  ['PostgreSQL', async () => asNobody((await postgres()).url)],
])('a login that %s refuses shows the password neither in the error nor in the log', async (_name, url) => {
  const { logger, lines } = recordingLogger()
  const queue = bullmqQueue({ connection: await url(), logger })
  onTestFinished(() => queue.close())
  const handler = async () => ({ status: 'done' }) as const
  const enqueued = await queue.enqueue('acme', 'a')
  const worked = await queue.work('acme', handler, { concurrency: 1 })
  for (const result of [enqueued, worked]) {
    const error = expectErr(result)
    expect(error).toMatchObject({ kind: 'queue_unavailable', cause: { message: error.message.replace('queue: ', '') } })
    const shown = JSON.stringify(error) + inspect(error, { depth: Infinity, showHidden: true })
    expect(shown).toContain(error.message)
    expect(shown).not.toContain(SECRET)
  }
  expect(inspect(lines, { depth: Infinity })).not.toContain(SECRET)
})
