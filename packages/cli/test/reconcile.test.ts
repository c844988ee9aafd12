import { samplePeople } from '@siagh-sync/sandbox'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { documentOf, openSite, type Ran } from './run'

const row = z.strictObject({
  kind: z.enum([
    'identity_gone',
    'contact_gone',
    'only_in_crm',
    'only_in_siagh',
    'fields_differ',
    'in_doubt',
    'duplicate_identities',
    'duplicate_contacts',
  ]),
  crm: z.array(z.string()),
  siagh: z.array(z.string()),
  what: z.string(),
  repaired: z.boolean(),
})
const result = z.strictObject({
  complete: z.literal(true),
  contacts: z.number(),
  identities: z.number(),
  compared: z.number(),
  drift: z.record(z.string(), z.number()),
  repaired: z.number(),
  rows: z.array(row),
})
const resultOf = (ran: Ran) => result.parse(documentOf(ran).result)

describe('reconcile', () => {
  it('says that both sides agree, and ends with 0', async () => {
    const site = await openSite()
    await site.run(['sync', 'identity', site.sandbox.crm.createPerson(samplePeople(1)[0] ?? {})])
    const ran = await site.run(['reconcile'])
    expect(ran.exitCode).toBe(0)
    expect(ran.stdout).toContain('Both sides agree.')
    expect(resultOf(await site.run(['reconcile', '--json']))).toMatchObject({ compared: 1, drift: {}, rows: [] })
  })

  it('tells where they differ, ends with 3, and notes with --repair what a sync can mend', async () => {
    const site = await openSite()
    const { crm, siagh } = site.sandbox
    const [known = '', unknown = ''] = samplePeople(2).map((fields) => crm.createPerson(fields))
    await site.run(['sync', 'identity', known])
    siagh.addContact({
      Name: 'شرکت نمونه',
      TowardType: true,
      MobileNo: '',
      RecordId: '2b1f0c6e-0000-4000-8000-000000000009',
    })
    siagh.changeContact(siagh.contacts()[0]?.Code ?? 0, { Address: 'نشانی دیگر' })

    const looked = await site.run(['reconcile'])
    expect(looked.exitCode).toBe(3)
    expect(looked.stdout).toContain('In the CRM only: 1')
    expect(looked.stdout).toContain(`identity ${unknown}`)
    expect(looked.stdout).toContain('In Siagh only')
    expect(looked.stdout).toContain('--repair` notes what a sync can mend.')
    expect(documentOf(await site.run(['status', '--json'])).result).toMatchObject({ pending: 0 })

    const persian = await site.run(['reconcile', '--lang', 'fa'])
    expect(persian.stdout).toContain(`شخص ${unknown}`)
    expect(persian.stdout).toMatch(/فیلدها یکی نیست: 1\n(.*\n){2}.*\| نشانی +\|/)

    const mended = resultOf(await site.run(['reconcile', '--repair', '--json']))
    expect(mended.drift).toMatchObject({ only_in_crm: 1, only_in_siagh: 1 })
    expect(mended.rows).toContainEqual({
      kind: 'only_in_crm',
      crm: [`identity/${unknown}`],
      siagh: [],
      what: expect.any(String),
      repaired: true,
    })
    expect(mended.repaired).toBeGreaterThan(0)
    expect(documentOf(await site.run(['status', '--json'])).result).toMatchObject({ pending: mended.repaired })
    const again = await site.run(['reconcile', '--repair'])
    expect(again.stdout).not.toContain('0 noted')
  })
})
