import { err, ok, ResultAsync } from 'neverthrow'
import { contain, createPace, inParallel, inTurns, type Work } from '@siagh-sync/sync-core/long-work'
import type { ContactWork, LostCreate } from './contact-result'
import { summaryOf } from './describe-contact'
import type { ImportBasis } from './import-basis'
import { importContact } from './import-contact'
import type { ImportedContact, ImportEvent } from './import-events'
import { createImportCounts, type ImportCounts } from './import-report'
import { breathe, isStopped, progressOf, type Job } from './job'
import type { Plan } from './plan'
import { planImport } from './plan-import'
import { readSystems, type ReadSystems } from './read-systems'
import { retryLostCreates } from './retry-lost-creates'
import { createUnreadableIndex } from './unreadable-index'

const CONCURRENCY = 4
// While one contact waits for the store's disk, another one is sent. With two contacts for each call, the calls are
// almost always used.
const CONTACTS_PER_CALL = 2

/** Reads both systems, plans the import, and carries out the plans. */
export async function* importAll(job: Job): Work<ImportEvent> {
  const { context, options } = job
  const counts = createImportCounts()
  const read = yield* readSystems(job)
  if (read.isErr()) return err(read.error)
  if (!options.dryRun && !isStopped(job)) {
    const confirmed = await context.claim.confirmLogin(context.siagh)
    if (confirmed.isErr()) return confirmed
  }
  for (const identity of read.value.crm.unreadable) yield { kind: 'unreadable', identity }
  const basis = basisOf(job, read.value)
  const plans = yield* plan(job, basis)
  const done = yield* carryOut(job, basis, plans, counts)
  if (done.isOk()) yield finished(job, read.value, counts)
  return done
}

function basisOf({ context: { rules }, options }: Job, { crm, siagh, pairs }: ReadSystems): ImportBasis {
  const { identities } = crm
  const { contacts, twins } = siagh
  // An identity that is already linked cannot be the duplicate of another contact.
  const open = crm.unreadable.filter(({ id }) => !pairs.isUnreadMapped(id))
  const unreadable = createUnreadableIndex(open, identities.length(), contacts, rules)
  return { contacts, twins, identities, unreadable, pairs, decisions: options.decisions ?? new Map(), rules }
}

async function* plan(job: Job, basis: ImportBasis): AsyncGenerator<ImportEvent, readonly Plan[]> {
  const pace = createPace(job.context.clock)
  const total = basis.contacts.length()
  const planning = planImport(basis)
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

async function* carryOut(
  job: Job,
  basis: ImportBasis,
  plans: readonly Plan[],
  counts: ImportCounts,
): Work<ImportEvent> {
  const pace = createPace(job.context.clock)
  const total = plans.length
  const concurrency = job.options.concurrency ?? CONCURRENCY
  const lost: LostCreate[] = []
  let done = 0
  const count = (contact: ImportedContact): ImportEvent => {
    done += 1
    counts.count(contact)
    return { kind: 'contact', contact }
  }
  const calling = { ...job, calls: inTurns(job.context, concurrency, job.context.outage) }
  const importOne = ([number, planned]: [number, Plan]) => importSafely(calling, basis, number, planned)
  const atOnce = concurrency * CONTACTS_PER_CALL
  for await (const end of inParallel(plans.entries(), atOnce, importOne, () => isStopped(job))) {
    if (end.isErr()) return err(end.error)
    if (end.value === 'left') continue
    if ('lost' in end.value) lost.push(end.value)
    else yield count(end.value.contact)
    if (pace.isDue()) yield progressOf('writing', pace.at(done, total))
    if (done % 500 === 499) await breathe()
  }
  const retried = yield* retryLostCreates(job, basis, { lost, concurrency, count })
  if (retried.isOk()) yield progressOf('writing', pace.at(done, total))
  return retried
}

/** A bug of this package, or of a site's own function, affects only its contact. */
async function importSafely(job: Job, basis: ImportBasis, number: number, planned: Plan): ContactWork {
  const end = await contain(() => new ResultAsync(importContact(job, basis, number, planned)))
  if (end.isOk() || end.error.kind !== 'defect') return end
  return ok({ contact: { ...summaryOf(basis, basis.contacts.at(number)), action: 'failed', error: end.error } })
}

function finished({ options, lease }: Job, { crm, siagh }: ReadSystems, counts: ImportCounts): ImportEvent {
  const complete = options.signal?.aborted !== true
  const read = { crm: crm.state, siagh: siagh.state }
  const sizes = {
    contacts: siagh.contacts.length(),
    identities: crm.identities.length(),
    unreadable: crm.unreadable.length,
  }
  return { kind: 'finished', report: counts.report({ dryRun: !lease, complete, read, ...sizes, readBy: crm.readBy }) }
}
