import { importContacts } from '@siagh-sync/first-import'
import { reconcile } from '@siagh-sync/reconcile'
import { memoryQueue } from '@siagh-sync/adapter-queue-memory'
import { createCrmClient } from '@siagh-sync/crm-client'
import { sampleSite } from '@siagh-sync/sandbox'
import { createSiaghClient } from '@siagh-sync/siagh-client'
import { createSync, type SyncOptions } from '@siagh-sync/sync-core'
import { describe, expect, it } from 'vitest'
import { callsTo, sara, succeed, twoLines, world, type World } from './world'

const foreign = (...words: string[]) => ({
  error: { kind: 'foreign_store', message: expect.stringMatching(new RegExp(words.join('.*'))) as string },
})

/** Another process on the store of `the`, whose settings differ in what is given. */
function processOn(
  the: World,
  {
    siaghUrl = the.siagh.baseUrl,
    crmUrl = the.crm.baseUrl,
    branch = 1,
    user = 1,
    ...options
  }: {
    readonly siaghUrl?: string
    readonly crmUrl?: string
    readonly branch?: number | null
    readonly user?: number
  } & Pick<SyncOptions, 'company' | 'acceptNewServers'> = {},
) {
  const { siagh, crm } = the.sandbox
  const answering: typeof fetch = async (input, init) => {
    const response = await fetch(input, init)
    if (!response.url.endsWith('LoginUser')) return response
    return Response.json({ ...((await response.json()) as object), BranchCode: branch, UserCode: user })
  }
  return createSync({
    siagh: createSiaghClient({
      baseUrl: siaghUrl,
      username: siagh.username,
      password: siagh.password,
      fetch: answering,
      retry: { attempts: 1 },
    }),
    crm: createCrmClient({ baseUrl: crmUrl, username: crm.username, password: crm.password, retry: { attempts: 1 } }),
    store: the.store,
    queue: memoryQueue({ clock: the.clock }),
    clock: the.clock,
    logger: the.logger,
    rules: sampleSite.rules,
    ...options,
  })
}

const originsOf = async ({ store }: World) => succeed(store.origins.list())

/** A world in which something was done, which binds the store to its servers. */
async function worked(the: World): Promise<World> {
  await succeed(the.sync.syncIdentity({ id: the.sandbox.crm.createPerson(sara) }))
  return the
}

describe('a store', () => {
  it('is recorded as that of the servers that it is first used with, and of the login once there is one', async () => {
    const the = world()
    const id = the.sandbox.crm.createPerson(sara)
    await succeed(the.sync.confirmServers())
    expect(await originsOf(the)).toEqual([
      { company: 'default', origin: { siagh: 'http://siagh.test', crm: 'http://crm.test' } },
    ])
    await succeed(the.sync.syncIdentity({ id }))
    expect(await originsOf(the)).toMatchObject([{ origin: { login: { userCode: 1, branchCode: 1 } } }])
  })

  it.each<[string, { readonly siaghUrl?: string; readonly crmUrl?: string }]>([
    ['another Siagh', { siaghUrl: 'http://10.0.0.9' }],
    ['another CRM', { crmUrl: 'http://10.0.0.9' }],
    ['another port', { siaghUrl: 'http://siagh.test:8080' }],
  ])('refuses the settings of %s, in a sentence that names both, whatever is asked of it', async (_what, other) => {
    const the = world()
    const id = the.sandbox.crm.createPerson(sara)
    await succeed(the.sync.syncIdentity({ id }))
    const sync = processOn(the, other)
    const named = foreign('http://siagh.test and CRM http://crm.test', other.siaghUrl ?? other.crmUrl ?? '')
    expect(await sync.confirmServers()).toMatchObject(named)
    expect(await sync.start()).toMatchObject(named)
    expect(await sync.syncIdentity({ id })).toMatchObject(named)
    for (const steps of [importContacts(sync), sync.catchUp(), reconcile(sync)]) {
      const seen = []
      for await (const step of steps) seen.push(step)
      expect(seen).toMatchObject([named])
    }
    expect(the.sandbox.siagh.contacts().filter(({ tmpid }) => tmpid === id)).toHaveLength(1)
  })

  it.each([
    ['a slash at the end', { siaghUrl: 'http://siagh.test/', crmUrl: 'http://crm.test//' }],
    ['capitals in the host name', { siaghUrl: 'http://SIAGH.test', crmUrl: 'http://Crm.Test' }],
    ['https in place of http', { siaghUrl: 'https://siagh.test', crmUrl: 'https://crm.test' }],
  ])('takes %s for the same servers, and warns of nothing', async (_what, same) => {
    const the = world()
    await succeed(the.sync.confirmServers())
    await succeed(processOn(the, same).confirmServers())
    await succeed(the.sync.confirmServers())
    await succeed(processOn(the).confirmServers())
    expect(the.logger.lines.filter(({ level }) => level === 'warn' || level === 'error')).toEqual([])
  })

  it('is that of new servers once somebody has said so, and of the old ones no more', async () => {
    const the = await worked(world())
    const moved = { siaghUrl: 'http://10.0.0.9' }
    await succeed(processOn(the, { ...moved, acceptNewServers: true }).confirmServers())
    await succeed(processOn(the, moved).confirmServers())
    expect(await processOn(the).confirmServers()).toMatchObject(foreign('http://10.0.0.9', 'http://siagh.test'))
  })

  it('refuses another company of the same servers, whose records would all be made a second time', async () => {
    const the = await worked(world({ company: 'acme' }))
    expect(await processOn(the).confirmServers()).toMatchObject(foreign('company acme', 'company default'))
    await succeed(processOn(the, { company: 'second', acceptNewServers: true }).confirmServers())
    await succeed(processOn(the, { company: 'second' }).confirmServers())
    await succeed(processOn(the, { company: 'third', crmUrl: 'http://10.0.0.9' }).confirmServers())
  })

  it('posts nothing where the login leads to another branch, which shows only once Siagh has answered', async () => {
    const the = world()
    const customer = the.sandbox.crm.createPerson(sara)
    const [known, fresh] = [1, 2].map(() =>
      the.sandbox.crm.createInvoice({ identityId: customer, details: twoLines }),
    ) as [string, string]
    await succeed(the.sync.syncInvoice({ id: known }))
    const posted = callsTo(the.sandbox.siagh, 'savePreInvoice')
    const sync = processOn(the, { branch: 2 })
    await succeed(sync.confirmServers())
    expect(await sync.syncInvoice({ id: fresh })).toMatchObject(foreign('branch 1', 'branch 2'))
    expect(callsTo(the.sandbox.siagh, 'savePreInvoice')).toBe(posted)
    expect(await succeed(the.store.mappings.get({ company: 'default', kind: 'invoice', id: fresh }))).toBeNull()

    const accepting = processOn(the, { branch: 2, acceptNewServers: true })
    expect(await succeed(accepting.syncInvoice({ id: fresh }))).toMatchObject({ outcome: 'created' })
    expect(await originsOf(the)).toMatchObject([{ origin: { login: { branchCode: 2 } } }])
  })

  it('goes on with another user of the same branch, and where Siagh names no branch', async () => {
    const the = world()
    const [first, second] = [sara, { ...sara, nationalCode: '', phoneContacts: [] }].map((person) =>
      the.sandbox.crm.createPerson(person),
    ) as [string, string]
    await succeed(the.sync.syncIdentity({ id: first }))
    await succeed(processOn(the, { user: 7, branch: null }).syncIdentity({ id: second }))
    expect(await originsOf(the)).toMatchObject([{ origin: { login: { userCode: 7, branchCode: 1 } } }])
  })

  it('is bound to no servers and no company before anything was done: settings may be wrong at first', async () => {
    const the = world()
    await succeed(processOn(the, { siaghUrl: 'http://10.0.0.55' }).confirmServers())
    await succeed(the.sync.confirmServers())
    await succeed(processOn(the, { company: 'acme' }).confirmServers())
  })

  it('asks Siagh nothing before something is written, so that a start does not wait for it', async () => {
    const the = world()
    await succeed(the.sync.confirmServers())
    await succeed(the.sync.start())
    expect(the.sandbox.siagh.requests()).toEqual([])
  })
})
