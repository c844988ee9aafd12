import type { Clock, SyncError } from '@siagh-sync/sync-core'
import { createPace, type Work } from '@siagh-sync/sync-core/long-work'
import { foldForCompare, type FetchedIdentity } from '@siagh-sync/sync-core/matching'
import { err, ok } from 'neverthrow'
import type { Finding } from '../finding'
import { judgeDocumentForms, judgeIdentityForms } from '../forms/judge-forms'
import type { ProbeEvent } from '../probe-events'
import { sampleDocuments } from '../samples/sample-documents'
import type { ReadDocument } from '../samples/document-counts'
import { identitiesByFind, readOneByOne, spread } from '../samples/sample-identities'
import type { ProbedServers } from '../servers'
import { judgeMissingId, judgeWrongKind } from './absent-records'
import { FOUND_KINDS, judgeFind, type FindOfKind, type FoundKind } from './find-kinds'
import { judgeFindDetails } from './find-details'
import { judgeIdentityType } from './identity-type'
import { judgeCrmLetters } from './judge-crm-letters'
import { listFirst, type FirstIdentities } from './search-pages'

/** What was read of the CRM. */
export interface ReadCrm {
  readonly first: FirstIdentities
  readonly identities: readonly FetchedIdentity[]
  readonly documents: readonly ReadDocument[]
  readonly finds: readonly FindOfKind[]
}

interface CrmOptions {
  readonly clock: Pick<Clock, 'now'>
  readonly sample: number
  readonly documents: readonly string[]
  readonly signal: AbortSignal | undefined
}

/** How many identities are read one by one to see of which type they are. */
const FEW = 20
const QUESTIONS = 12

/** Asks the CRM, one call at a time. An error: it does not let us in. */
export async function* probeCrm(servers: ProbedServers, options: CrmOptions): Work<ProbeEvent, ReadCrm> {
  const { crm, answers } = servers
  const login = await crm.login()
  if (login.isErr()) return err<never, SyncError>(login.error)
  const { clock, sample, signal } = options
  const pace = createPace(clock)
  const asked = (done: number): ProbeEvent => ({
    kind: 'progress',
    phase: 'asking-crm',
    progress: pace.at(done, QUESTIONS),
  })

  yield asked(0)
  yield found(await judgeMissingId(servers))
  const first = await listFirst(crm)
  yield asked(2)
  const known = new Map<string, FetchedIdentity>()
  answers.takeForms()
  yield* readSome(servers, spread(first.listed, FEW), known, options)
  const ofListed = answers.takeForms()
  yield found(await judgeWrongKind(servers, [...known.values()]))
  yield found(await judgeIdentityType(crm))
  yield found(first.finding)
  yield asked(5)
  const given = await sampleDocuments(crm, [], { sample, ids: options.documents })
  const finds = yield* askEachFind(servers, [...known.values()], given)
  const details = await judgeFindDetails(crm, finds, clock.now())
  for (const each of details.findings) yield found(each)
  const paged = finds.map((each) => ({ ...each, firstPage: details.firstPage }))
  yield asked(QUESTIONS)
  if (signal?.aborted) return ok({ first, identities: [...known.values()], documents: given, finds })
  answers.takeForms()
  yield* sampleIdentities(servers, first, paged, known, options)
  yield found(judgeCrmLetters([...known.values()]))
  const ofFound = answers.takeForms()
  for (const each of judgeIdentityForms(ofListed.fields.size > 0 ? ofListed : ofFound)) yield found(each)
  const documents = await sampleDocuments(crm, paged, { sample, ids: options.documents })
  for (const each of judgeDocumentForms(answers.takeForms())) yield found(each)
  yield { kind: 'progress', phase: 'sampling-documents', progress: createPace(clock).at(documents.length) }
  return ok({ first, identities: [...known.values()], documents, finds })
}

/** Asks `find` for each kind. */
async function* askEachFind(
  { crm, rules }: ProbedServers,
  identities: readonly FetchedIdentity[],
  documents: readonly ReadDocument[],
): AsyncGenerator<ProbeEvent, readonly FindOfKind[]> {
  const finds: FindOfKind[] = []
  for (const kind of FOUND_KINDS) {
    const codes = codesOf(kind, identities, documents)
    const one = await judgeFind(crm, { kind, configured: rules.find.typeKeys[kind], codes })
    finds.push(one)
    yield found(one.finding)
  }
  return finds
}

function found(each: Finding): ProbeEvent {
  return { kind: 'finding', finding: each }
}

/** The type codes of the records of a kind that were read. */
function codesOf(kind: FoundKind, identities: readonly FetchedIdentity[], documents: readonly ReadDocument[]) {
  const codes = [
    ...identities.flatMap(({ type, identity }) => (type === kind ? [identity.crmObjectTypeCode ?? ''] : [])),
    ...documents.flatMap((each) => (each.kind === kind ? [each.document.crmObjectTypeCode ?? ''] : [])),
  ]
  return [...new Map(codes.filter((code) => code !== '').map((code) => [foldForCompare(code), code])).values()]
}

type Known = Map<string, FetchedIdentity>

/** More identities: by `find` where it shows them, and else one by one. */
async function* sampleIdentities(
  servers: ProbedServers,
  first: FirstIdentities,
  finds: readonly FindOfKind[],
  known: Known,
  options: CrmOptions,
): AsyncGenerator<ProbeEvent> {
  const isShown = finds.some(({ kind, total }) => (kind === 'person' || kind === 'organization') && total > 0)
  if (!isShown) yield* readSome(servers, spread(first.listed, options.sample), known, options)
  for (const find of finds) {
    for (const each of await identitiesByFind(servers.crm, find, options.sample)) known.set(each.identity.crmId, each)
  }
}

async function* readSome(
  { crm }: ProbedServers,
  listed: FirstIdentities['listed'],
  known: Known,
  { clock, signal }: CrmOptions,
): AsyncGenerator<ProbeEvent> {
  const pace = createPace(clock)
  const left = listed.filter(({ identityId }) => !known.has(identityId))
  let done = 0
  for await (const fetched of readOneByOne(crm, left)) {
    done += 1
    if (fetched) known.set(fetched.identity.crmId, fetched)
    if (pace.isDue()) yield { kind: 'progress', phase: 'sampling-identities', progress: pace.at(done, left.length) }
    if (signal?.aborted) return
  }
}
