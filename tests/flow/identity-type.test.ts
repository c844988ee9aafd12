import { reconcile } from '@siagh-sync/reconcile'
import { parseWebhook } from '@siagh-sync/sync-core'
import { describe, expect, test } from 'vitest'
import { createsIn, handleAll, importWorld, type ImportWorld } from './import-world'
import { succeed, untilHandled } from './world'
import { expectOk } from '../../test-support/results'

const MEANINGS = ['vendor', 'reversed', 'ignored'] as const
const ANSWERS = [404, 400, 'null', 500] as const
const PAIRS = 120

const ways = MEANINGS.flatMap((identityType) =>
  ANSWERS.flatMap((wrongKind) =>
    [true, false].map((hasFind) => ({
      identityType,
      wrongKind,
      missingId: wrongKind === 404 ? (500 as const) : (404 as const),
      hasFind,
    })),
  ),
)

type Way = (typeof ways)[number]

/** Both sides with the same people and companies by turns, each identity with the `RecordId` of its contact. */
function paired({ hasFind, ...dialect }: Way, count = 12): ImportWorld & { readonly ids: readonly string[] } {
  const world = importWorld({ sandbox: { dialect } })
  const { siagh, crm } = world.sandbox
  const ids = Array.from({ length: count }, (_, index) => {
    const isPerson = index % 2 === 0
    const Name = isPerson ? `سارا آزمونی${index}` : `شرکت نمونه${index}`
    const { RecordId } = siagh.addContact({ Code: 9_000 + index, Name, TowardType: !isPerson })
    return isPerson
      ? crm.createPerson({ refId: RecordId, nickName: Name })
      : crm.createOrganization({ refId: RecordId, nickName: Name })
  })
  if (!hasFind) for (const operation of finds) crm.faults.set('refusal', { operation })
  return { ...world, ids }
}

const finds = ['personFind', 'organizationFind'] as const

describe.each(ways)(
  'a CRM whose identityType is $identityType, that answers $wrongKind to the other type (find: $hasFind)',
  (way) => {
    test('has nobody made again by an import, and everybody linked as what they are', async () => {
      const world = paired(way, PAIRS)
      const { report } = await world.importNow()
      expect(report).toMatchObject({
        identities: PAIRS,
        unreadable: 0,
        actions: { linked: PAIRS, created: 0, undecided: 0, failed: 0 },
        linkedBy: { refId: PAIRS },
      })
      expect(createsIn(world.sandbox)).toBe(0)
      expect((await world.importNow()).report.actions).toMatchObject({ unchanged: PAIRS })
    })

    test('has every identity noted by a catch-up, and handled', async () => {
      const world = paired(way)
      const { sync } = world.start()
      const noted: unknown[] = []
      for await (const step of sync.catchUp({ since: new Date(0) })) {
        const event = expectOk(step)
        if (event.kind === 'finished') noted.push(event.report.noted.identity, event.report.by)
      }
      expect(noted).toEqual([12, way.hasFind ? 'find' : 'walk'])
      expect(new Set(await handleAll(sync, world.ids))).toEqual(new Set(['linked']))
      expect(world.sandbox.siagh.contacts()).toHaveLength(12)
    })

    test('is compared by a reconcile, which finds nobody on one side only', async () => {
      const world = paired(way)
      const { sync } = world.start()
      await handleAll(sync, world.ids)
      const kinds: string[] = []
      for await (const step of reconcile(sync, { repair: true })) {
        const event = expectOk(step)
        if (event.kind === 'drift') kinds.push(event.drift.kind)
        if (event.kind === 'finished') expect(event.report).toMatchObject({ identities: 12, compared: 12 })
      }
      expect(kinds).toEqual([])
    })

    test('has an identity handled as what it is, whatever was said of its type', async () => {
      for (const type of [undefined, 'person', 'organization'] as const) {
        const world = paired(way, 2)
        const { sync } = world.start()
        for (const id of world.ids) {
          const handled = await sync.syncIdentity({ id, ...(type && { type }) })
          expect(expectOk(handled).outcome).toBe('linked')
        }
        expect(world.sandbox.siagh.contacts().map(({ TowardType }) => TowardType)).toEqual([false, true])
      }
    })

    test('has a webhook handled as what the identity is, whatever it says of the type', async () => {
      for (const identityType of ['1', '2', 'Person', 'organization', 'حقیقی', 'حقوقی']) {
        const world = paired(way, 2)
        const { sync } = world.start()
        for (const identityId of world.ids) {
          const change = parseWebhook({ method: 'POST', kind: 'identity', body: { identityId, identityType } })
          expect((await sync.receive(expectOk(change))).isOk()).toBe(true)
        }
        await succeed(sync.start())
        await untilHandled({ sync, clock: world.clock })
        await sync.stop()
        expect(world.sandbox.siagh.contacts().map(({ TowardType }) => TowardType)).toEqual([false, true])
        expect((await succeed(sync.failures())).items).toEqual([])
      }
    })
  },
)
