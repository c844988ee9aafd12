import { importContacts, type ImportEvent } from '@siagh-sync/first-import'
import { reconcile } from '@siagh-sync/reconcile'
import type { RulesInput, Sync } from '@siagh-sync/sync-core'
import { describe, expect, it } from 'vitest'
import { expectOk } from '../../test-support/results'
import type { Case } from './cases'
import { dialectWorld, type DialectWorld } from './dialect-world'
import { suites } from './suites'

/** Under these the import cannot write: it says so for every contact, and makes nobody. */
const REFUSED: ReadonlySet<string> = new Set(['createDemands: category'])
/** What a site has to say of its Siagh, which shows persons as organizations. */
const WANTED_RULES: Readonly<Record<string, RulesInput>> = {
  'towardType: true-is-person': { organizationTowardType: false },
}

const CONTACTS = 12

/** Contacts that are in Siagh alone, and others that the CRM has too, each with the `RecordId` in its `refId`. */
function fill({ sandbox: { siagh, crm } }: DialectWorld): void {
  for (let index = 0; index < CONTACTS; index += 1) {
    const isPerson = index % 2 === 0
    const name = isPerson ? `سارا آزمونی ${index}` : `شرکت نمونه ${index}`
    const contact = siagh.addContact({
      Name: name,
      NickName: name,
      TowardType: !isPerson,
      MobileNo: `091200002${String(index).padStart(2, '0')}`,
    })
    if (index % 3 > 0) continue
    const fields = { nickName: name, refId: contact.RecordId }
    if (isPerson) crm.createPerson({ ...fields, firstName: 'سارا', lastName: `آزمونی ${index}` })
    else crm.createOrganization(fields)
  }
}

async function imported(the: DialectWorld, sync: Sync) {
  const events: ImportEvent[] = []
  const work = async () => {
    for await (const step of importContacts(sync)) {
      if (step.isErr()) return step.error.kind
      events.push(step.value)
    }
    return undefined
  }
  const failure = await the.passing(work())
  const last = events.at(-1)
  return { failure, ...(last?.kind === 'finished' && { actions: last.report.actions }) }
}

async function driftOf(the: DialectWorld, sync: Sync): Promise<string[]> {
  const kinds: string[] = []
  const work = async () => {
    for await (const step of reconcile(sync, { repair: true })) {
      const event = expectOk(step)
      if (event.kind === 'drift') kinds.push(event.drift.kind)
    }
  }
  await the.passing(work())
  return kinds
}

/** An encoding without some Persian letters shows others, and those differ from what is written. */
const expectedDrift = (each: Case): readonly string[] =>
  isRefused(each) ? ['only_in_siagh'] : each.value === 'windows-1256' ? ['fields_differ'] : []

const isRefused = ({ name, value }: Case) => REFUSED.has(`${name}: ${value}`)

describe('the first import, and a comparison after it', () => {
  it.each(suites.import)('make nobody twice and find no difference under $name: $value', async (each) => {
    const rules = WANTED_RULES[`${each.name}: ${each.value}`]
    const the = dialectWorld({ dialect: each.dialect, ...(rules && { rules }) })
    fill(the)
    await the.clock.advance(6 * 60_000)
    const before = the.sandbox.crm.identities().length
    the.sandbox.crm.faults.next('personCreate', 'resetAfter')
    const first = await imported(the, the.startProcess())
    const again = await imported(the, the.startProcess())
    expect([first.failure, again.failure]).toEqual([undefined, undefined])
    const identities = the.sandbox.crm.identities()
    expect(identities.length).toBe(isRefused(each) ? before : CONTACTS)
    expect(new Set(identities.map(({ nickName }) => nickName)).size).toBe(identities.length)
    expect(identities.filter((identity) => 'firstName' in identity !== identity.nickName.startsWith('سارا'))).toEqual(
      [],
    )
    expect(again.actions).toMatchObject(isRefused(each) ? { failed: CONTACTS - before } : { unchanged: CONTACTS })
    await the.clock.advance(6 * 60_000)
    const drift = await driftOf(the, the.startProcess())
    expect(drift.filter((kind) => !expectedDrift(each).includes(kind))).toEqual([])
  })
})
