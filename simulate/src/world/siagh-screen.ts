import type { SiaghRow } from '@siagh-sync/sandbox'
import type { Mapping, SiaghIds } from '@siagh-sync/sync-core'
import type { WorldEvent } from '../history/event'
import { idOf, OLD_CONTACTS } from '../history/records'
import { markOf } from '../checks/mark-of'
import { lagOf } from './lag-of'
import { readLinked, readMapping } from './read-store'
import type { World } from './world'

/**
 * Somebody deletes the contact of an identity at Siagh's own screen. A contact that is being made is left alone: nobody could tell the one
 * that comes back from the one that is made.
 */
export async function loseContact(
  world: World,
  { record, then, laterMs }: Extract<WorldEvent, { kind: 'lose-contact' }>,
): Promise<void> {
  const id = idOf(record)
  const mapping = await readMapping(world, id)
  const row = world.sandbox.siagh.contacts().find((each) => markOf(each) === id)
  if (!row || mapping?.state !== 'linked' || mapping.siagh?.code !== String(row.Code)) return
  world.sandbox.siagh.removeContact(row.Code)
  world.trace(`contact ${row.Code} of identity/${id.slice(-4)} is deleted in Siagh`)
  world.ledger.siagh.lost(id, row)
  const isGivenAgain = then === 'code-given-again' || then === 'brought-back-elsewhere'
  // A list that had the contact is too old by then, and a run that has read one has written what it wanted to.
  const safeMs = laterMs + lagOf(world.plan, 'contactListLag') + world.plan.listMaxAgeMs + 2 * world.plan.leaseMs
  if (isGivenAgain && mayBeGivenAgain(world, row, mapping)) later(world, safeMs, () => giveAgain(world, row))
  if (then === 'brought-back') later(world, laterMs, () => bringBack(world, id, row))
  if (then === 'brought-back-elsewhere') later(world, safeMs + laterMs, () => bringBack(world, id, row))
}

/** Whatever people have begun is done before the end is judged. */
function later(world: World, ms: number, work: () => void): void {
  world.chores += 1
  world.timeline.schedule(null, ms, () => {
    world.chores -= 1
    work()
  })
}

/**
 * Whether somebody else may get the code. Where lists do not show marks, a contact of which nobody knows the `RecordId` cannot be told from
 * another one; and a code that an identity names as its customer number belongs to the contact that has it.
 */
function mayBeGivenAgain({ plan }: World, { RecordId }: SiaghRow, { siagh }: Mapping): boolean {
  const isNamed = OLD_CONTACTS.some((old) => old.RecordId === RecordId)
  return !isNamed && (plan.dialect.tmpidInList !== 'left-out' || siagh?.recordId !== undefined)
}

function giveAgain(world: World, { Code, TowardType }: SiaghRow): void {
  const { sandbox, ledger } = world
  if (sandbox.siagh.contacts().some((row) => row.Code === Code)) return
  const stranger = sandbox.siagh.addContact({ Code, Name: `بیگانه ${Code}`, TowardType })
  world.trace(`Siagh gives the code ${Code} to somebody else`)
  ledger.siagh.cameByHand(stranger)
}

function bringBack(world: World, id: string, { Code, ...known }: SiaghRow): void {
  const { AccountPartyCode, ...others } = known
  // Who has no account party yet may become one as anybody does.
  const row = AccountPartyCode === null ? others : known
  const { sandbox, ledger } = world
  const rows = sandbox.siagh.contacts()
  if (rows.some((each) => markOf(each) === id)) return
  const isTaken = rows.some((other) => other.Code === Code)
  const { Code: now } = sandbox.siagh.addContact(isTaken ? row : { ...row, Code })
  world.trace(`contact ${Code} of identity/${id.slice(-4)} is brought back as ${now}`)
  ledger.siagh.broughtBack(id)
}

/** Siagh's list of contacts breaks off for a while. */
export function cutList(world: World, { rows, share, forMs }: Extract<WorldEvent, { kind: 'cut-list' }>): void {
  const cut = { rows, share }
  world.listCut = cut
  world.timeline.schedule(null, forMs, () => {
    if (world.listCut === cut) delete world.listCut
  })
}

/** A contact as the list shows it, in whatever form. */
interface ListedRow {
  readonly Code: number | string
  readonly RecordId: string
}

type KnownRow = Pick<SiaghRow, 'Code' | 'RecordId'>

const plainId = (id: string) => id.toLowerCase().replace(/[{}]/g, '')

/** What Siagh answers as its list of contacts, as the list is cut just now. */
export async function cutAnswer(world: World, text: string): Promise<string> {
  const { listCut } = world
  if (!listCut) return text
  const rows = JSON.parse(text) as readonly ListedRow[]
  const kept = rows.slice(0, Math.floor(Math.min(listCut.rows, rows.length * listCut.share)))
  const linked = await readLinked(world)
  const known = kept.map(({ Code, RecordId }) => ({ Code: Number(Code), RecordId: plainId(RecordId) }))
  if (isWithoutProof(world, known, linked)) return text
  if (isBelievable(known, linked)) world.ledger.siagh.cutBelievably()
  return JSON.stringify(kept)
}

/**
 * Whether a list lacks a contact that may just have been made, and ends before none that the store knows: nothing tells such a list from one that
 * was read before that contact was made.
 */
function isWithoutProof({ sandbox }: World, kept: readonly KnownRow[], linked: readonly SiaghIds[]): boolean {
  const isLacking = (code: number) => !kept.some(({ Code }) => Code === code)
  const isLinked = (code: number) => linked.some((ids) => Number(ids.code) === code)
  const highest = Math.max(0, ...kept.map(({ Code }) => Code))
  const mayBeNew = sandbox.siagh.contacts().some(({ Code, tmpid }) => tmpid && isLacking(Code) && !isLinked(Code))
  return mayBeNew && !linked.some(({ code }) => Number(code) > highest)
}

/** Whether people may have deleted what a list lacks of the linked contacts: a few, or no more than a fifth. */
function isBelievable(kept: readonly KnownRow[], linked: readonly SiaghIds[]): boolean {
  const isKept = ({ code, recordId }: SiaghIds) =>
    kept.some(({ Code, RecordId }) => (recordId === undefined ? String(Code) === code : RecordId === plainId(recordId)))
  const left = linked.filter(isKept).length
  if (kept.length === 0) return linked.length === 0
  return linked.length - left < 3 || left >= linked.length * 0.8
}

/** Makes the contact of an identity an account party, where contacts become that by hand. */
export function giveAccountParty(world: World, id: string): void {
  const { sandbox, ledger, plan } = world
  const row = sandbox.siagh.contacts().find((each) => markOf(each) === id)
  if (plan.dialect.accountParty !== 'by-hand' || row?.AccountPartyCode !== null) return
  sandbox.siagh.giveAccountParty(row.Code)
  world.trace(`contact ${row.Code} of identity/${id.slice(-4)} is made an account party`)
  ledger.siagh.gotParty(id)
}
