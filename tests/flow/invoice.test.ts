import { describe, expect, it } from 'vitest'
import { callsTo, onlyFailure, sara, succeed, twoLines, type World, untilHandled, world } from './world'
import { expectErr, expectOk } from '../../test-support/results'

function withInvoice(the: World) {
  const customer = the.sandbox.crm.createPerson(sara)
  const id = the.sandbox.crm.createInvoice({
    identityId: customer,
    crmObjectTypeCode: 'PI_5',
    description: 'پیش‌فاکتور نمونه',
    details: twoLines,
  })
  return { ...the, customer, id }
}

describe('an invoice', () => {
  it('becomes a pre-invoice of its customer, who is brought to Siagh first', async () => {
    const { sync, sandbox, customer, id } = withInvoice(world())
    const outcome = expectOk(await sync.syncInvoice({ id }))
    const contact = sandbox.siagh.contacts().at(-1)
    const [posted] = sandbox.siagh.preInvoices()
    expect(contact).toMatchObject({ tmpid: customer })
    expect(outcome).toMatchObject({ outcome: 'created', siagh: { code: posted?.code, number: posted?.number } })
    expect(posted).toMatchObject({
      customerCode: contact?.Code,
      header: {
        codesalemodel: '5',
        codenoeeforush: '3',
        codemarkazforush: '4',
        codenoeepardakht: '2',
        codevaseteh: '31',
        namenoesanad: 'پیش فاکتور فروش',
      },
      lines: [
        { productCode: '500102014', unit: 'عدد', quantity: 1, price: 2_500_000, discount: 0 },
        { productCode: '500102020', unit: 'قطعه', quantity: 2.5, price: 1_200_000, discount: 150_000 },
      ],
    })
    expect(posted?.remarks).toContain('پیش‌فاکتور نمونه')
    expect(posted?.remarks).toContain(id)
  })

  it('takes the fiscal year of the login', async () => {
    const { sync, sandbox, siagh, id } = withInvoice(world())
    await succeed(sync.syncInvoice({ id }))
    const { fiscalYear } = expectOk(await siagh.session())
    expect(sandbox.siagh.preInvoices()[0]?.header).toMatchObject({ salmali: String(fiscalYear) })
  })

  it('that was posted and did not change is left alone', async () => {
    const { sync, sandbox, id } = withInvoice(world())
    await succeed(sync.syncInvoice({ id }))
    const outcome = expectOk(await sync.syncInvoice({ id }))
    expect(outcome).toMatchObject({ outcome: 'unchanged', siagh: { number: sandbox.siagh.preInvoices()[0]?.number } })
    expect(sandbox.siagh.preInvoices()).toHaveLength(1)
  })

  it('is posted once and known by its code where it is not sure which number Siagh tells', async () => {
    const fetchOfSiagh: typeof fetch = async (...request) => {
      const response = await fetch(...request)
      const text = await response.text()
      return new Response(text.replaceAll('به شماره 2488', 'به شماره 1404 / 2488'), response)
    }
    const { sync, sandbox, id } = withInvoice(world({ fetchOfSiagh }))
    const outcome = expectOk(await sync.syncInvoice({ id }))
    expect(outcome).toMatchObject({ outcome: 'created', siagh: { code: '15459' } })
    expect(outcome.siagh).not.toHaveProperty('number')
    expect(expectOk(await sync.syncInvoice({ id }))).toMatchObject({
      outcome: 'unchanged',
      siagh: { code: '15459' },
    })
    expect(sandbox.siagh.preInvoices()).toHaveLength(1)
    expect(expectOk(await sync.status())).toMatchObject({ failed: 0, inDoubt: 0 })
  })

  it('that was changed after it was posted is reported and not posted again', async () => {
    const { sync, sandbox, id } = withInvoice(world())
    await succeed(sync.syncInvoice({ id }))
    sandbox.crm.updateDocument(id, { details: [{ ...twoLines[0], count: 7 }] })
    expect(expectOk(await sync.syncInvoice({ id })).outcome).toBe('changed-after-posting')
    expect(expectOk(await sync.syncInvoice({ id })).outcome).toBe('changed-after-posting')
    sandbox.crm.updateDocument(id, { details: twoLines })
    expect(expectOk(await sync.syncInvoice({ id })).outcome).toBe('unchanged')
    expect(sandbox.siagh.preInvoices()).toHaveLength(1)
  })

  it('that was deleted in the CRM is reported and stays in Siagh', async () => {
    const { sync, sandbox, id } = withInvoice(world())
    await succeed(sync.syncInvoice({ id }))
    sandbox.crm.remove(id)
    expect(expectOk(await sync.syncInvoice({ id }))).toMatchObject({
      outcome: 'gone',
      siagh: { code: '15459' },
    })
    expect(sandbox.siagh.preInvoices()).toHaveLength(1)
  })

  it('that the rules do not accept is skipped, without bringing its customer', async () => {
    const accept = (document: { billableObjectState?: string | undefined }) =>
      document.billableObjectState === 'تایید شده'
    const { sync, sandbox, id } = withInvoice(world({ rules: { preInvoice: { accept } } }))
    expect(expectOk(await sync.syncInvoice({ id })).outcome).toBe('skipped')
    expect(callsTo(sandbox.siagh, 'saveContact')).toBe(0)
    expect(sandbox.siagh.preInvoices()).toHaveLength(0)
  })

  it('whose customer is not in the CRM is refused and names the customer', async () => {
    const { sync, sandbox } = world()
    const stranger = '2b1f0c6e-0000-4000-8000-00000000dead'
    const id = sandbox.crm.createInvoice({ identityId: stranger, details: twoLines })
    const error = expectErr(await sync.syncInvoice({ id }))
    expect(error).toMatchObject({ kind: 'invalid_data', issues: [{ path: 'identityId' }] })
    expect(error.message).toContain(stranger)
    expect(sandbox.siagh.preInvoices()).toHaveLength(0)
  })

  it('whose customer Siagh refuses says that it is the customer', async () => {
    const { sync, sandbox, id } = withInvoice(world())
    sandbox.siagh.addContact({ Name: 'کسی دیگر', MobileNo: '09120001234' })
    const error = expectErr(await sync.syncInvoice({ id }))
    expect(error).toMatchObject({ kind: 'rejected', system: 'siagh' })
    expect(error.message).toContain('customer')
    expect(sandbox.siagh.preInvoices()).toHaveLength(0)
  })

  it('that Siagh refuses leaves nothing behind and can be tried again', async () => {
    const { sync, sandbox, store, id } = withInvoice(world())
    sandbox.siagh.faults.next('savePreInvoice', 'refusal')
    expect(expectErr(await sync.syncInvoice({ id }))).toMatchObject({ kind: 'rejected' })
    expect(expectOk(await store.mappings.get({ company: 'default', kind: 'invoice', id }))).toBeNull()
    expect(expectOk(await sync.syncInvoice({ id })).outcome).toBe('created')
    expect(sandbox.siagh.preInvoices()).toHaveLength(1)
  })

  it.each(['away', 'expiredSession', 'rateLimited'] as const)(
    'is not in doubt when the write surely was not executed: %s',
    async (fault) => {
      const { sync, sandbox, clock, id } = withInvoice(world())
      sandbox.siagh.faults.next('savePreInvoice', fault)
      const first = await sync.syncInvoice({ id })
      await clock.advance(5_000)
      if (first.isErr()) expect(expectOk(await sync.syncInvoice({ id })).outcome).toBe('created')
      expect(sandbox.siagh.preInvoices()).toHaveLength(1)
    },
  )

  it('and a quote with the same content become one pre-invoice each', async () => {
    const { sync, sandbox, customer, id } = withInvoice(world())
    const quote = sandbox.crm.createQuote({ identityId: customer, crmObjectTypeCode: 'PI_5', details: twoLines })
    await succeed(sync.syncInvoice({ id }))
    expect(expectOk(await sync.syncQuote({ id: quote }))).toMatchObject({ kind: 'quote', outcome: 'created' })
    const [one, other] = sandbox.siagh.preInvoices()
    expect(one?.suid).not.toBe(other?.suid)
  })
})

describe('a pre-invoice whose answer was lost', () => {
  const lost = async (
    fault: 'resetBefore' | 'resetAfter' | 'truncatedJson' | 'error500' | 'hangAfter' | 'htmlPage' = 'resetAfter',
  ) => {
    const the = withInvoice(world())
    await succeed(the.sync.syncIdentity({ id: the.customer }))
    the.sandbox.siagh.faults.next('savePreInvoice', fault)
    await succeed(the.sync.start())
    await succeed(the.sync.receive({ kind: 'invoice', id: the.id, event: 'insert' }))
    await untilHandled(the)
    return the
  }

  it.each(['resetBefore', 'resetAfter', 'truncatedJson', 'error500', 'hangAfter', 'htmlPage'] as const)(
    'is in doubt and never sent again by itself: %s',
    async (fault) => {
      const { sync, sandbox, clock, id } = await lost(fault)
      expect(await onlyFailure(sync)).toMatchObject({ error: { kind: 'in_doubt' }, key: { id } })
      await succeed(sync.receive({ kind: 'invoice', id, event: 'update' }))
      await untilHandled({ sync, clock })
      await succeed(sync.retry({ kind: 'invoice', id }))
      await untilHandled({ sync, clock })
      expect(callsTo(sandbox.siagh, 'savePreInvoice')).toBe(1)
      expect(expectOk(await sync.status())).toMatchObject({ failed: 1, inDoubt: 1, pending: 0 })
    },
  )

  it('is settled with the document that the operator found', async () => {
    const { sync, sandbox, clock, id } = await lost()
    const [posted] = sandbox.siagh.preInvoices()
    const verdict = { created: { number: String(posted?.number), code: String(posted?.code) } }
    expect(expectOk(await sync.settleInDoubt({ kind: 'invoice', id }, verdict))).toBe('settled')
    await untilHandled({ sync, clock })
    expect(expectOk(await sync.status())).toMatchObject({ failed: 0, inDoubt: 0 })
    expect(expectOk(await sync.syncInvoice({ id }))).toMatchObject({
      outcome: 'unchanged',
      siagh: verdict.created,
    })
    expect(sandbox.siagh.preInvoices()).toHaveLength(1)
  })

  it('is posted afresh, under the same Suid, when the operator found none', async () => {
    const { sync, sandbox, clock, id, store } = await lost('resetBefore')
    const doubtful = expectOk(await store.mappings.get({ company: 'default', kind: 'invoice', id }))
    await clock.advance(70_000)
    expect(expectOk(await sync.settleInDoubt({ kind: 'invoice', id }, 'not-created'))).toBe('settled')
    await untilHandled({ sync, clock })
    expect(sandbox.siagh.preInvoices()).toHaveLength(1)
    expect(sandbox.siagh.preInvoices()[0]?.suid).toBe(doubtful?.detail['suid'])
    expect(expectOk(await sync.status())).toMatchObject({ failed: 0, inDoubt: 0, pending: 0 })
  })

  it('is not posted afresh while the first write may still arrive, whatever is asked for meanwhile', async () => {
    const { sync, sandbox, clock, id } = await lost('resetBefore')
    const ref = { kind: 'invoice', id } as const
    const early = await sync.settleInDoubt(ref, 'not-created')
    const waitMs = early.isErr() && early.error.kind === 'in_doubt' ? Number(early.error.waitMs) : 0
    expect(waitMs).toBeGreaterThan(60_000)
    expect(waitMs).toBeLessThanOrEqual(70_000)
    await clock.advance(waitMs - 1)
    expect(await sync.syncInvoice({ id })).toMatchObject({ error: { kind: 'in_doubt' } })
    expect(await sync.settleInDoubt(ref, 'not-created')).toMatchObject({ error: { kind: 'in_doubt', waitMs: 1 } })
    await succeed(sync.retry(ref))
    await succeed(sync.retryAll())
    await succeed(sync.receive({ ...ref, event: 'update' }))
    await untilHandled({ sync, clock })
    expect(callsTo(sandbox.siagh, 'savePreInvoice')).toBe(1)
    expect(expectOk(await sync.status())).toMatchObject({ failed: 1, inDoubt: 1, pending: 0 })
    await clock.advance(1_000)
    expect(await succeed(sync.settleInDoubt(ref, 'not-created'))).toBe('settled')
    await untilHandled({ sync, clock })
    expect(sandbox.siagh.preInvoices()).toHaveLength(1)
  })

  it('can be named at once, since a document that was found is never sent again', async () => {
    const { sync, sandbox, id } = await lost()
    const [posted] = sandbox.siagh.preInvoices()
    const verdict = { created: { number: String(posted?.number), code: String(posted?.code) } }
    expect(await succeed(sync.settleInDoubt({ kind: 'invoice', id }, verdict))).toBe('settled')
  })

  it('waits the whole time anew where the clock of the store was set back, and not for a day', async () => {
    const { sync, sandbox, clock, id } = await lost('resetBefore')
    const ref = { kind: 'invoice', id } as const
    clock.setBack(86_400_000)
    const whole = { error: { kind: 'in_doubt', waitMs: 70_000 } }
    expect(await sync.settleInDoubt(ref, 'not-created')).toMatchObject(whole)
    await clock.advance(70_000)
    expect(await succeed(sync.settleInDoubt(ref, 'not-created'))).toBe('settled')
    await untilHandled({ sync, clock })
    expect(sandbox.siagh.preInvoices()).toHaveLength(1)
  })

  it('that is not in doubt has nothing to settle', async () => {
    const { sync, id } = withInvoice(world())
    expect(expectOk(await sync.settleInDoubt({ kind: 'invoice', id }, 'not-created'))).toBe('not_in_doubt')
  })
})

describe('a document that the store forgot, because an older one was restored', () => {
  const restored = () => {
    const maybePosted = () => true
    return withInvoice(world({ rules: { preInvoice: { maybePosted } } }))
  }

  it('is not posted a second time but set apart, until an operator has named its pre-invoice', async () => {
    const { sync, sandbox, clock, id } = restored()
    await succeed(sync.start())
    await succeed(sync.receive({ kind: 'invoice', id, event: 'update' }))
    await untilHandled({ sync, clock })
    expect(await onlyFailure(sync)).toMatchObject({ error: { kind: 'in_doubt' } })
    await succeed(sync.settleInDoubt({ kind: 'invoice', id }, { created: { number: '2488', code: '15459' } }))
    await untilHandled({ sync, clock })
    expect(callsTo(sandbox.siagh, 'savePreInvoice')).toBe(0)
    expect(await succeed(sync.syncInvoice({ id }))).toMatchObject({ outcome: 'unchanged', siagh: { number: '2488' } })
  })

  it('is posted once the operator has found none', async () => {
    const { sync, sandbox, clock, id } = restored()
    await succeed(sync.start())
    expect(await sync.syncInvoice({ id })).toMatchObject({ error: { kind: 'in_doubt' } })
    await clock.advance(70_000)
    await succeed(sync.settleInDoubt({ kind: 'invoice', id }, 'not-created'))
    await untilHandled({ sync, clock })
    expect(sandbox.siagh.preInvoices()).toHaveLength(1)
    expect(await succeed(sync.status())).toMatchObject({ failed: 0, inDoubt: 0 })
  })

  it('is not asked about again, although it is edited, or refused at first, after the operator has found none', async () => {
    const { sync, sandbox, clock, id } = restored()
    await succeed(sync.start())
    expect(await sync.syncInvoice({ id })).toMatchObject({ error: { kind: 'in_doubt' } })
    sandbox.siagh.faults.next('savePreInvoice', 'refusal')
    await clock.advance(70_000)
    await succeed(sync.settleInDoubt({ kind: 'invoice', id }, 'not-created'))
    await succeed(sync.receive({ kind: 'invoice', id, event: 'update' }))
    await untilHandled({ sync, clock })
    expect(await onlyFailure(sync)).toMatchObject({ error: { kind: 'rejected' } })
    await succeed(sync.retry({ kind: 'invoice', id }))
    await untilHandled({ sync, clock })
    expect(sandbox.siagh.preInvoices()).toHaveLength(1)
    expect(await succeed(sync.status())).toMatchObject({ failed: 0, inDoubt: 0 })
  })
})
