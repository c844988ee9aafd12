import { samplePeople } from '@siagh-sync/sandbox'
import { describe, expect, it } from 'vitest'
import { documentOf, openSite } from './run'

const MISSING = '2b1f0c6e-0000-4000-8000-00000000dead'

/** A site that holds everything, with an invoice of a customer of its own. */
async function heldSite() {
  const site = await openSite()
  const hold = { env: { HOLD: 'all' } }
  const run = (args: readonly string[], more: object = {}) => site.run(args, { ...hold, ...more })
  const identityId = site.sandbox.crm.createPerson(samplePeople(1)[0] ?? {})
  const details = [{ productCode: '500102014', count: 2, baseUnitPrice: 1_000, productUnitTypeName: 'عدد' }]
  const invoice = site.sandbox.crm.createInvoice({ identityId, details })
  return { ...site, run, customer: identityId, invoice }
}

describe('shadow report', () => {
  it('compares with what people typed meanwhile, and lists the documents to be compared by hand', async () => {
    const site = await openSite()
    const run = (args: readonly string[]) => site.run(args, { env: { MODE: 'shadow' } })
    expect((await run(['shadow', 'report'])).stdout).toContain('Nothing was noted in shadow')
    expect(await run(['shadow', 'other'])).toMatchObject({ exitCode: 2 })
    const { crm, siagh } = site.sandbox
    const [typed = {}, untyped = {}] = samplePeople(2)
    const ids = [typed, untyped].map((person) => crm.createPerson(person))
    const mobile = typed.phoneContacts?.[0]?.phoneNumber ?? ''
    const contact = siagh.addContact({ Name: 'نام دیگر', MobileNo: mobile })
    const details = [{ productCode: '1', count: 1, baseUnitPrice: 1_000 }]
    const invoice = crm.createInvoice({ identityId: ids[1] ?? '', details })
    for (const id of ids) await run(['sync', 'identity', id])
    await run(['sync', 'invoice', invoice])
    const report = documentOf(await run(['shadow', 'report', '--json'])).result
    expect(report).toMatchObject({ documents: [{ kind: 'invoice', id: invoice, sum: 1_100 }], more: false })
    const typedOne = {
      id: ids[0],
      is: 'typed',
      code: String(contact.Code),
      fields: expect.arrayContaining(['fullname']),
    }
    expect(report).toMatchObject({
      contacts: expect.arrayContaining([
        expect.objectContaining(typedOne),
        expect.objectContaining({ id: ids[1], is: 'nobody_typed' }),
      ]),
    })
    expect((await run(['shadow', 'report', '--lang', 'fa'])).stdout).toContain('کسی آن را ثبت نکرده است')
    expect(siagh.requests().filter(({ operation }) => operation.startsWith('save'))).toEqual([])
  })
})

describe('held, release, refuse', () => {
  it('say that nothing waits, and end with 1 for a record that does not wait', async () => {
    const { run } = await heldSite()
    expect(await run(['held'])).toMatchObject({ exitCode: 0, stdout: 'Nothing waits for you.\n' })
    for (const args of [
      ['held', 'show', MISSING],
      ['release', MISSING],
      ['refuse', MISSING],
    ])
      expect(documentOf(await run([...args, '--json']))).toMatchObject({
        exitCode: 1,
        error: { kind: 'not_found_here' },
      })
    expect(await run(['release', '--all'])).toMatchObject({ exitCode: 0, stdout: 'Nothing waits for you.\n' })
  })

  it.each([[['held', 'list']], [['held', 'show']], [['release']], [['release', MISSING, '--all']], [['refuse', '12']]])(
    'end %j with 2',
    async (args) => {
      const { run } = await heldSite()
      expect(await run(args)).toMatchObject({ exitCode: 2, stdout: '' })
    },
  )

  it('show exactly what will be sent, and send it once it is released', async () => {
    const { run, sandbox, customer, invoice } = await heldSite()
    expect(documentOf(await run(['sync', 'invoice', invoice, '--json']))).toMatchObject({ error: { kind: 'held' } })
    expect(await run(['status'])).toMatchObject({ exitCode: 3, stdout: expect.stringMatching(/held +2/) })
    expect(documentOf(await run(['held', '--json'])).result).toMatchObject({
      held: [
        { kind: 'identity', id: customer, write: 'make_contact' },
        { kind: 'invoice', id: invoice, waitsFor: customer },
      ],
    })
    const list = await run(['held'])
    expect(list).toMatchObject({ exitCode: 3 })
    expect(list.stdout).toContain(`waits for its customer ${customer}`)

    const contact = (await run(['held', 'show', customer])).stdout
    expect(contact).toContain('new contact')
    expect(contact).toMatch(/mobile \(mobileno\) +\| 09/)
    expect(contact).toContain('This is exactly what is held.')
    expect((await run(['release', invoice])).stderr).toContain('release the customer first')
    expect(await run(['release', customer])).toMatchObject({ exitCode: 0 })
    await run(['sync', 'identity', customer])
    expect(sandbox.siagh.contacts()).toHaveLength(1)

    await run(['sync', 'invoice', invoice])
    const document = (await run(['held', 'show', invoice])).stdout
    expect(document).toContain('new pre-invoice')
    expect(document).toMatch(/\| 500102014 \| عدد +\| 2 +\| 1000/)
    expect(document).toContain('sum of the lines after discount, before VAT: 2000')
    expect(document).toContain('In the CRM: without a number, total 2000, to be paid 2200')
    expect(await run(['release', '--all'])).toMatchObject({ exitCode: 0, stdout: '1 record released.\n' })
    await run(['sync', 'invoice', invoice])
    expect(sandbox.siagh.preInvoices()).toHaveLength(1)
  })

  it('show old and new beside each other for a change, and say when it has changed since', async () => {
    const { run, sandbox, customer } = await heldSite()
    await run(['sync', 'identity', customer], { env: { HOLD: 'none' } })
    sandbox.crm.updateIdentity(customer, { email: 'new@example.com' })
    await run(['sync', 'identity', customer])
    const shown = (await run(['held', 'show', customer])).stdout
    expect(shown).toMatch(/e-mail \(email\) \* +\|[^|]*\| new@example.com/)
    sandbox.crm.updateIdentity(customer, { email: 'newer@example.com' })
    expect((await run(['held', 'show', customer])).stdout).toContain('has changed since it was held')
    expect(await run(['refuse', customer])).toMatchObject({ exitCode: 0 })
    expect(documentOf(await run(['held', '--json'])).result).toMatchObject({ held: [] })
  })

  it.each([
    ['one record', (id: string) => ['release', id], 'the release is noted'],
    ['everything', () => ['release', '--all'], '1 record released.'],
  ])('say in shadow that the release of %s sends nothing and does not last', async (_what, args, said) => {
    const { run, customer, sandbox } = await heldSite()
    await run(['sync', 'identity', customer])
    const shadow = { env: { MODE: 'shadow', HOLD: 'all' } }
    const { stdout, exitCode } = await run(args(customer), shadow)
    expect(exitCode).toBe(0)
    expect(stdout.replace(/\s+/g, ' ')).toContain(said)
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'The mode is shadow, so nothing is sent, and this release does not last.',
    )
    expect(stdout).not.toContain('sends it')
    // It is true: in shadow and in live after it, the write waits again.
    await run(['sync', 'identity', customer], shadow)
    expect(documentOf(await run(['sync', 'identity', customer, '--json']))).toMatchObject({ error: { kind: 'held' } })
    expect(sandbox.siagh.contacts()).toEqual([])
  })

  it('speak Persian, with a word for every field', async () => {
    const { run, customer, invoice } = await heldSite()
    const inPersian = async (...args: readonly string[]) => (await run([...args, '--lang', 'fa'])).stdout
    await run(['sync', 'identity', customer])
    expect(await inPersian('held')).toContain('مخاطب تازه')
    const contact = await inPersian('held', 'show', customer)
    expect(contact).toContain('این همان است که منتظر تأیید مانده است')
    expect(contact).toMatch(/\| نوع \(taraftype\) +\| 0 \(شخص حقیقی\)/)
    expect(await inPersian('release', customer)).toContain('آزاد شد')
    await run(['sync', 'identity', customer])
    await run(['sync', 'invoice', invoice])
    const document = await inPersian('held', 'show', invoice)
    expect(document).toMatch(/\| نوع فروش \(saleKind\) +\|/)
    expect(document).toContain('در پیام‌گستر: بدون شماره')
    for (const shown of [contact, document]) expect(shown).not.toMatch(/^\| [A-Za-z]+ +\|/m)
  })
})
