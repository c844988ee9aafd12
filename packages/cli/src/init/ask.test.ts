import { PassThrough } from 'node:stream'
import { expect, it } from 'vitest'
import { typing } from '../../test/run'
import type { Io } from '../io'
import { ask } from './ask'

/** A terminal at which somebody types `keys`, one after the other. */
function terminal(keys: readonly string[]): Io {
  const stderr = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 })
  stderr.resume()
  return { stdin: typing(keys), stderr, stdout: stderr, env: {}, cwd: '.', onSignal: () => () => {}, exitNow: () => {} }
}

it('asks for what the command line did not tell, and takes no answer for one that is left empty', async () => {
  const given = { siaghUrl: 'http://10.0.0.5', crmUrl: 'http://10.0.0.6', crmUsername: 'sync' }
  const answers = await ask(terminal(['sync', '\r', '\r', '\r']), given)
  expect(answers._unsafeUnwrap()).toEqual({ ...given, siaghUsername: 'sync', store: 'sqlite', publicUrl: '' })
})

it('ends at Ctrl-C, whatever is left to ask', async () => {
  const answers = await ask(terminal(['\u0003']), {})
  expect(answers._unsafeUnwrapErr()).toMatchObject({ exitCode: 2, message: 'Nothing was written.' })
})
