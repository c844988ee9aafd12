import { describe, expect, it } from 'vitest'
import { succeed, untilHandled, world } from './world'

const PEOPLE = 12

/** People of the CRM whose contacts are in Siagh, which makes a new contact for every update. */
async function withPeople() {
  const the = world({ sandbox: { contacts: 0, dialect: { contactUpdate: 'makes-another', uniqueNumbers: 'none' } } })
  const { crm, siagh } = the.sandbox
  the.deliverTo(the.sync)
  await succeed(the.sync.start({ concurrency: 4 }))
  const ids = Array.from({ length: PEOPLE }, (_, at) => crm.createPerson({ nickName: `شخص ${at}` }))
  await untilHandled(the)
  const edit = async (email: string, some = ids) => {
    for (const id of some) crm.updateIdentity(id, { email })
    await untilHandled(the)
  }
  const second = () => siagh.contacts().length - PEOPLE
  const failures = async () => (await succeed(the.sync.failures())).items
  /** The identity whose update has made a new contact. */
  const stopper = async () => {
    const failed = (await failures()).find(({ error }) => error?.said?.message.code === 'rejected')
    if (!failed) throw new Error('no update has made a new contact')
    return failed.key
  }
  return { ...the, ids, edit, second, failures, stopper }
}

describe('a Siagh that makes a new contact for an update', () => {
  it('makes one too many, however many updates come at once', async () => {
    const the = await withPeople()
    await the.edit('one@example.com')
    expect(the.second()).toBe(1)
    const codes = (await the.failures()).map(({ error }) => error?.said?.message.code).sort()
    expect(codes).toEqual(['rejected', ...Array.from({ length: PEOPLE - 1 }, () => 'updates_are_stopped')])
  })

  it('makes none more after a restart, or in another process', async () => {
    const the = await withPeople()
    await the.edit('one@example.com')
    await the.sync.stop()
    for (const again of [the.syncOf('default'), the.syncOf('default')]) {
      the.deliverTo(again)
      await succeed(again.start({ concurrency: 4 }))
      for (const id of the.ids) the.sandbox.crm.updateIdentity(id, { email: 'two@example.com' })
      await untilHandled({ ...the, sync: again })
      expect(the.second()).toBe(1)
      await again.stop()
    }
  })

  it('makes one more for each retry of that record by an operator, and none for a change of it', async () => {
    const the = await withPeople()
    await the.edit('one@example.com')
    const { kind, id } = await the.stopper()
    await the.edit('two@example.com', [id])
    expect(the.second()).toBe(1)
    await succeed(the.sync.retry({ kind, id }))
    await untilHandled(the)
    expect(the.second()).toBe(2)
  })

  it('makes one more where an operator retries everything', async () => {
    const the = await withPeople()
    await the.edit('one@example.com')
    await succeed(the.sync.retryAll())
    await untilHandled(the)
    expect(the.second()).toBe(2)
  })
})

describe('a Siagh that updates contacts again', () => {
  it('gets all that waited, after an operator has retried the one record', async () => {
    const the = await withPeople()
    await the.edit('one@example.com')
    const { kind, id } = await the.stopper()
    the.sandbox.changeDialect({ contactUpdate: 'code-repeated' })
    await succeed(the.sync.retry({ kind, id }))
    await untilHandled(the)
    expect(await the.failures()).toHaveLength(PEOPLE - 1)
    await the.clock.advance(6 * 60_000)
    await untilHandled(the)
    expect(await the.failures()).toEqual([])
    const emails = the.sandbox.siagh.contacts().filter(({ Email }) => Email === 'one@example.com')
    // The one that was made too many is deleted by a person.
    expect(emails).toHaveLength(PEOPLE + 1)
  })
})
