import { err, ok, ResultAsync, type Result } from 'neverthrow'
import type { SyncError } from '@siagh-sync/sync-core'
import { contain, createPace, inParallel, inTurns } from '@siagh-sync/sync-core/long-work'
import { breathe, isStopped, progressOf, type Job } from './job'
import { makeUp } from './retry-lost-creates'
import type { Plan } from './plan'
import { planImport } from './plan-import'
import type { Sides } from './sides'
import { readWholeSides, type WholeSides } from './read-whole-sides'
import { settleContact } from './settle-contact'
import type { Unknown } from './contact-result'
import type { ImportedContact, ImportStep } from './import-events'
import { createTally, type Tally } from './import-report'
import { tellContact } from './tell-contact'
import { createUnreadableIndex } from './unreadable-index'

const CONCURRENCY = 4
// While one contact waits for the store's disk another one is sent: with two of them a call's place is hardly ever empty.
const CONTACTS_PER_CALL = 2

type Phase<T> = AsyncGenerator<ImportStep, Result<T, SyncError>>

/** Reads both sides, plans, and does what was planned. */
export async function* importAll(job: Job): Phase<void> {
  const { context, options } = job
  const tally = createTally()
  const read = yield* readWholeSides(job)
  if (read.isErr()) return err(read.error)
  if (!options.dryRun && !isStopped(job)) {
    const confirmed = await context.claim.confirmLogin(context.siagh)
    if (confirmed.isErr()) return err(confirmed.error)
  }
  const { crm, siagh, mappings } = read.value
  for (const identity of crm.unreadable) yield { kind: 'unreadable', identity }
  const { identities, unreadable } = crm
  const { contacts } = siagh
  // Whoever is linked already is nobody else's double.
  const open = unreadable.filter(({ id }) => !mappings.isUnreadMapped(id))
  const sides: Sides = {
    contacts,
    identities,
    unreadable: createUnreadableIndex(open, identities.length(), contacts, context.rules),
    mappings,
    decisions: options.decisions ?? new Map(),
    rules: context.rules,
  }
  const plans = yield* plan(job, sides)
  const done = yield* carryOut(job, sides, plans, tally)
  if (done.isOk()) yield finished(job, read.value, tally)
  return done
}

async function* plan(job: Job, sides: Sides): AsyncGenerator<ImportStep, readonly Plan[]> {
  const pace = createPace(job.context.clock)
  const total = sides.contacts.length()
  const planning = planImport(sides)
  while (!isStopped(job)) {
    const next = planning.next()
    if (next.done) {
      yield progressOf('matching', pace.at(total, total))
      return next.value
    }
    if (pace.isDue()) yield progressOf('matching', pace.at(next.value, total))
    await breathe()
  }
  return []
}

async function* carryOut(job: Job, sides: Sides, plans: readonly Plan[], tally: Tally): Phase<void> {
  const pace = createPace(job.context.clock)
  const total = plans.length
  const concurrency = job.options.concurrency ?? CONCURRENCY
  const unknown: Unknown[] = []
  let done = 0
  const told = (contact: ImportedContact): ImportStep => {
    done += 1
    tally.count(contact)
    return { kind: 'contact', contact }
  }
  const calling = { ...job, calls: inTurns(job.context, concurrency, job.context.outage) }
  const settle = ([number, planned]: [number, Plan]) => settleSafely(calling, sides, number, planned)
  const atOnce = concurrency * CONTACTS_PER_CALL
  for await (const end of inParallel(plans.entries(), atOnce, settle, () => isStopped(job))) {
    if (end.isErr()) return err(end.error)
    if (end.value === 'left') continue
    if ('unknown' in end.value) unknown.push(end.value)
    else yield told(end.value.contact)
    if (pace.isDue()) yield progressOf('writing', pace.at(done, total))
    if (done % 500 === 499) await breathe()
  }
  const made = yield* makeUp(job, sides, unknown, concurrency, told)
  if (made.isOk()) yield progressOf('writing', pace.at(done, total))
  return made
}

/** A bug, ours or of a site's own function, costs its contact and no other. */
async function settleSafely(job: Job, sides: Sides, number: number, planned: Plan): ReturnType<typeof settleContact> {
  const end = await contain(() => new ResultAsync(settleContact(job, sides, number, planned)))
  if (end.isOk() || end.error.kind !== 'defect') return end
  return ok({ contact: { ...tellContact(sides, sides.contacts.at(number)), action: 'failed', error: end.error } })
}

function finished({ options, lease }: Job, { crm, siagh }: WholeSides, tally: Tally): ImportStep {
  const complete = options.signal?.aborted !== true
  const read = { crm: crm.state, siagh: siagh.state }
  const counts = {
    contacts: siagh.contacts.length(),
    identities: crm.identities.length(),
    unreadable: crm.unreadable.length,
  }
  return { kind: 'finished', report: tally.report({ dryRun: !lease, complete, read, ...counts, readBy: crm.readBy }) }
}
