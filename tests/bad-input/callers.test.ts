import type { Sync } from '@siagh-sync/sync-core'
import type { Result } from 'neverthrow'
import { describe, expect, it } from 'vitest'
import { sara, untilHandled } from '../flow/world'
import { chain, expectRefusedWithoutTrace, invoiceOf } from './chain'
import { expectErr, expectOk } from '../../test-support/results'

const guid = '2b1f0c6e-0000-4000-8000-000000000001'
const persian = guid.replace(/\d/g, (digit) => String.fromCharCode(0x6f0 + Number(digit)))
const noIds: unknown[] = [
  undefined,
  null,
  '',
  ' ',
  17,
  true,
  [guid],
  { id: guid },
  persian,
  guid.replaceAll('-', ''),
  `${guid}0`,
  `{${guid}`,
]

/** A caller without types, or whose types the data did not keep to. */
const loosely = (method: (...args: never[]) => unknown, ...args: unknown[]): unknown =>
  Reflect.apply(method, undefined, args)

type Failing = Promise<Result<unknown, unknown>>

describe('a caller who gives what is no id', () => {
  it.each(['syncIdentity', 'syncInvoice', 'syncQuote'] as const)(
    'of %s gets an error, without a throw and without a trace',
    async (name) => {
      const the = await chain()
      for (const id of noIds) {
        const error = expectErr(await (loosely(the.sync[name], { id }) as Failing))
        expect(error).toMatchObject({ kind: 'invalid_change', retryable: false, issues: [{ path: 'id' }] })
      }
      await expectRefusedWithoutTrace(the)
    },
  )

  it('of receive gets an error, without a throw and without a trace', async () => {
    const the = await chain()
    for (const id of noIds) {
      const error = expectErr(await (loosely(the.sync.receive, { kind: 'identity', event: 'update', id }) as Failing))
      expect(error).toMatchObject({ kind: 'invalid_change', retryable: false, issues: [{ path: 'id' }] })
    }
    await expectRefusedWithoutTrace(the)
  })

  it('of retry and settleInDoubt hears that there is no such failure and no such doubt', async () => {
    const { sync } = await chain()
    for (const id of noIds) {
      expect(await (loosely(sync.retry, { kind: 'invoice', id }) as ReturnType<Sync['retry']>)).toMatchObject({
        value: 'not_failed',
      })
      const settled = loosely(sync.settleInDoubt, { kind: 'invoice', id }, 'not-created') as ReturnType<
        Sync['settleInDoubt']
      >
      expect(await settled).toMatchObject({ value: 'not_in_doubt' })
    }
  })
})

describe('a change of words that nobody knows', () => {
  it.each([
    ['kind', { kind: 'person' }],
    ['kind', { kind: '__proto__' }],
    ['event', { event: 'explode' }],
    ['event', { event: undefined }],
    ['type', { type: 'robot' }],
  ])('is refused by the name of the field: %s', async (field, part) => {
    const the = await chain()
    const change = { kind: 'identity', id: guid, event: 'update', ...part }
    const error = expectErr(await (loosely(the.sync.receive, change) as Failing))
    expect(error).toMatchObject({ kind: 'invalid_change', issues: [{ path: field }] })
    await expectRefusedWithoutTrace(the)
  })
})

describe('an operator', () => {
  it('may write an id in capitals, in braces or between spaces', async () => {
    const the = await chain()
    const id = the.sandbox.crm.createPerson({ nickName: '' })
    await the.get('identity', `event=Insert&id=${id}`)
    await untilHandled(the)
    the.sandbox.crm.updateIdentity(id, sara)
    expect(expectOk(await the.sync.retry({ kind: 'identity', id: ` {${id.toUpperCase()}} ` }))).toBe('retried')
    await untilHandled(the)
    expect(the.sandbox.siagh.contacts().at(-1)).toMatchObject({ tmpid: id })
    const { items } = expectOk(await the.sync.history({ id: `{${id.toUpperCase()}}` }))
    expect(items.map(({ outcome, error }) => outcome ?? error)).toEqual(['created', 'retried', 'invalid_data'])
  })

  it.each([
    ['created.code', { created: { number: '2488', code: ' ' } }],
    ['created.number', { created: { number: '', code: '15459' } }],
    ['created.code', { created: { number: '2488', code: 15_459 } }],
    ['created.number', { created: null }],
    ['created.number', 'created'],
  ])('cannot settle a doubt with a verdict that lacks %s', async (path, verdict) => {
    const the = await chain()
    const { kind, id } = invoiceOf(the, {})
    the.sandbox.siagh.faults.next('savePreInvoice', 'resetAfter')
    await the.get('invoice', `event=Insert&id=${id}`)
    await untilHandled(the)
    const settling = loosely(the.sync.settleInDoubt, { kind, id }, verdict) as ReturnType<Sync['settleInDoubt']>
    const error = expectErr(await settling)
    expect(error).toMatchObject({
      kind: 'invalid_change',
      issues: expect.arrayContaining([expect.objectContaining({ path })]),
    })
    expect(expectOk(await the.sync.status())).toMatchObject({ failed: 1, inDoubt: 1 })
  })
})
