import { PassThrough } from 'node:stream'
import { expect, it } from 'vitest'
import { english, toldBy } from '../../test/english'
import { typing } from '../../test/run'
import { STOPPED_BY } from '../exit-codes'
import type { Interruption } from '../interruption'
import type { Io } from '../io'
import { ask, complete } from './ask'
import { expectErr, expectOk } from '../../../../test-support/results'

/** A terminal at which somebody types `keys`, one after the other. */
function terminal(keys: readonly string[], signal = new AbortController().signal) {
  const stderr = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 })
  stderr.resume()
  const outputs = { stderr, stdout: stderr }
  const io: Io = { stdin: typing(keys), ...outputs, env: {}, cwd: '.', onSignal: () => () => {}, exitNow: () => {} }
  const exitCode = () => (signal.aborted ? STOPPED_BY.SIGTERM : STOPPED_BY.SIGINT)
  const interruption: Interruption = { signal, exitCode, stopsInTime: () => {}, end: () => {} }
  return { io, interruption, speech: english }
}

it('asks for what the command line did not tell, and takes no answer for one that is left empty', async () => {
  const given = { siaghUrl: 'http://10.0.0.5', crmUrl: 'http://10.0.0.6', crmUsername: 'sync' }
  const rules = ['2', '\r', 'PI_5=5, default=۱', '\r', '\r', '1', '\r', 'ندارد', '\r', '\r', '\r']
  const answers = await ask(terminal(['sync', '\r', '\r', '\r', ...rules]), given)
  expect(expectOk(answers)).toEqual({
    ...{ ...given, siaghUsername: 'sync', store: 'sqlite', publicUrl: '', category: '' },
    ...{ saleKind: '2', saleModel: 'PI_5=5, default=۱', salesCentre: '', paymentKind: '1', intermediary: 'ندارد' },
    documentTitle: '',
  })
})

it('asks again for a rule that the core would refuse', async () => {
  const given = { ...complete({}), siaghUrl: 'http://10.0.0.5', publicUrl: '' }
  const { saleKind: _, ...others } = given
  const answers = await ask(terminal(['official', '\r', '\u0015', '2', '\r']), others)
  expect(expectOk(answers).saleKind).toBe('2')
})

it('ends at Ctrl-C, whatever is left to ask', async () => {
  const answers = await ask(terminal(['sync', '\r', '\u0003']), {})
  expect(toldBy(expectErr(answers))).toMatchObject({ exitCode: 130, message: 'Stopped. Nothing was written.' })
})

it('ends at a signal, with nobody at the terminal', async () => {
  const ending = new AbortController()
  const answers = ask(terminal([], ending.signal), {})
  ending.abort()
  expect(toldBy(expectErr(await answers))).toMatchObject({
    exitCode: 143,
    message: 'Stopped. Nothing was written.',
  })
})

it.each([
  ['Ctrl-D', (context: ReturnType<typeof terminal>) => void context.io.stdin.push('\u0004')],
  ['a terminal that goes away', (context: ReturnType<typeof terminal>) => void context.io.stdin.push(null)],
])('says that the input has ended: %s', async (_, end) => {
  const context = terminal([])
  const answers = ask(context, {})
  setImmediate(() => end(context))
  expect(toldBy(expectErr(await answers))).toMatchObject({
    exitCode: 2,
    message: 'The input ended before there was an answer. Nothing was written.',
  })
})
