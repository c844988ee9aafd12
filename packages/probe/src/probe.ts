import { systemClock, type Clock, type SyncError } from '@siagh-sync/sync-core'
import { eventsOf, type Work } from '@siagh-sync/sync-core/long-work'
import { ok, type Result } from 'neverthrow'
import { probeCrm, type ReadCrm } from './crm/probe-crm'
import { notLookedAt, type Finding } from './finding'
import { hiddenFindings } from './hidden-findings'
import { probeSaying } from './messages/probe-messages'
import type { ProbeEvent, ProbeFailure, ProbeOptions, ProbeReport } from './probe-events'
import { proposeRules } from './propose/propose-rules'
import { siteQuestions } from './propose/site-questions'
import { CRM_QUESTIONS, SIAGH_QUESTIONS } from './questions'
import { compareCustomerNumbers } from './samples/customer-numbers'
import { countDocuments } from './samples/document-counts'
import { countIdentities } from './samples/identity-counts'
import { judgeCustomerNumbers } from './samples/judge-customer-numbers'
import { judgeDocuments } from './samples/judge-documents'
import { countRefIds, judgeRefIds } from './samples/ref-ids'
import type { ProbedServers } from './servers'
import { probeSiagh, type ReadContacts } from './siagh/probe-siagh'

const SAMPLE = 100

/**
 * Finds out how the two servers of a company answer, and what occurs in their records. Writes nothing. Asks one question
 * at a time, under the rate limit of the clients. Where one server is away, the other one is asked all the same: see
 * `report.failures`. An error, which is the last item, is a bug of this package.
 *
 * @example
 * const answers = watchAnswers()
 * const crm = createCrmClient({ ...crmLogin, fetch: answers.fetch })
 * const siagh = createSiaghClient({ ...siaghLogin, fetch: answers.fetch })
 * for await (const event of probe({ crm, siagh, answers, rules: resolveRules({}) })) {
 *   if (event.isOk() && event.value.kind === 'finding') console.log(event.value.finding.question, event.value.finding.verdict)
 * }
 */
export function probe(
  servers: ProbedServers,
  options: ProbeOptions & { readonly clock?: Pick<Clock, 'now'> } = {},
): AsyncIterable<Result<ProbeEvent, SyncError>> {
  return eventsOf(() => probeAll(servers, options))
}

async function* probeAll(
  servers: ProbedServers,
  options: ProbeOptions & { readonly clock?: Pick<Clock, 'now'> },
): Work<ProbeEvent> {
  const { sample = SAMPLE, documents = [], signal, clock = systemClock } = options
  const findings: Finding[] = []
  const failures: ProbeFailure[] = []
  const crm = yield* attended(probeCrm(servers, { clock, sample, documents, signal }), 'crm', findings, failures)
  const siagh = signal?.aborted
    ? undefined
    : yield* attended(probeSiagh(servers, { clock, signal }), 'siagh', findings, failures)
  const seen = summarise(servers, crm, siagh)
  for (const each of [...seen.findings, ...hiddenFindings()]) {
    findings.push(each)
    yield { kind: 'finding', finding: each }
  }
  const complete = !signal?.aborted
  for (const each of complete ? unanswered(findings) : []) {
    findings.push(each)
    yield { kind: 'finding', finding: each }
  }
  yield { kind: 'finished', report: { complete, ...seen.report, findings, failures } }
  return ok(undefined)
}

/** The questions that no answer came to, because the server has failed before. */
function unanswered(findings: readonly Finding[]): readonly Finding[] {
  const answered = new Set(findings.map(({ question }) => question))
  return [...CRM_QUESTIONS, ...SIAGH_QUESTIONS].flatMap((question) =>
    answered.has(question) ? [] : [notLookedAt(question, probeSaying('probe_server_not_read'))],
  )
}

/** Goes along with the probe of one server, and keeps what it finds. `undefined`: it could not be asked. */
async function* attended<T>(
  work: Work<ProbeEvent, T>,
  system: ProbeFailure['system'],
  findings: Finding[],
  failures: ProbeFailure[],
): AsyncGenerator<ProbeEvent, T | undefined> {
  for (let next = await work.next(); ; next = await work.next()) {
    if (!next.done) {
      if (next.value.kind === 'finding') findings.push(next.value.finding)
      yield next.value
      continue
    }
    if (next.value.isOk()) return next.value.value
    const failure = { system, error: next.value.error }
    failures.push(failure)
    yield { kind: 'failed', failure }
    return undefined
  }
}

type Summary = Omit<ProbeReport, 'complete' | 'findings' | 'failures'>

/** What the samples of both servers say together. */
function summarise({ rules }: ProbedServers, crm: ReadCrm | undefined, siagh: ReadContacts | undefined) {
  const contacts = siagh && { ...siagh.counts, unreadable: siagh.unreadable, ...siagh.list }
  const identities = crm && {
    ...countIdentities(crm.identities),
    listed: crm.first.listed.length,
    isWhole: crm.first.isWhole,
  }
  const documents = crm && countDocuments(crm.documents, rules)
  const both = crm && siagh ? compareServers(crm, siagh, { rules }) : undefined
  const grounds = {
    rules,
    ...(contacts && { contacts }),
    ...(crm && { finds: crm.finds }),
    ...(identities && { identities }),
    ...(documents && { documents }),
    ...both?.report,
  }
  const { rules: _rules, finds: _finds, ...shown } = { finds: undefined, ...grounds }
  const report: Summary = { ...shown, proposals: proposeRules(grounds), questions: siteQuestions(grounds) }
  return { report, findings: [...(both?.findings ?? []), ...(documents ? judgeDocuments(documents) : [])] }
}

function compareServers(crm: ReadCrm, siagh: ReadContacts, { rules }: Pick<ProbedServers, 'rules'>) {
  const refIds = countRefIds(crm.identities, siagh.table)
  const customerNumbers = compareCustomerNumbers(crm.identities, siagh, rules.customerNumber)
  return {
    report: { refIds, customerNumbers },
    findings: [judgeRefIds(refIds), judgeCustomerNumbers(customerNumbers)],
  }
}
