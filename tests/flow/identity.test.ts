import { describe, expect, it } from 'vitest'
import { sara, world } from './world'

const written = (requests: readonly { operation?: string }[]) =>
  requests.filter(({ operation }) => operation === 'saveContact')

describe('an identity', () => {
  it('that Siagh does not have becomes a contact', async () => {
    const { sync, sandbox } = world()
    const id = sandbox.crm.createPerson(sara)
    const outcome = (await sync.syncIdentity({ id }))._unsafeUnwrap()
    expect(outcome).toMatchObject({ kind: 'identity', id, outcome: 'created', warnings: [] })
    const contact = sandbox.siagh.contacts().at(-1)
    expect(contact).toMatchObject({
      Name: 'سارا آزمونی',
      MobileNo: '09120001234',
      TelNo: '02188000012',
      NationalCode: '0012345679',
      TowardType: false,
      tmpid: id,
    })
    expect(outcome.siagh).toEqual({ code: String(contact?.Code) })
  })

  it('that did not change costs one call and no write', async () => {
    const { sync, sandbox } = world()
    const id = sandbox.crm.createPerson(sara)
    await sync.syncIdentity({ id })
    const before = sandbox.siagh.requests().length
    expect((await sync.syncIdentity({ id }))._unsafeUnwrap().outcome).toBe('unchanged')
    expect(sandbox.siagh.requests().length).toBe(before)
    const [latest] = (await sync.history())._unsafeUnwrap().items
    expect(latest?.calls).toEqual(['crm.getPerson'])
  })
})
