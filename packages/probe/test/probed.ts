import { createCrmClient } from '@siagh-sync/crm-client'
import {
  createSandbox,
  sampleCompanies,
  sampleDocuments,
  samplePeople,
  type Sandbox,
  type SandboxOptions,
} from '@siagh-sync/sandbox'
import { createSiaghClient } from '@siagh-sync/siagh-client'
import { resolveRules, type RulesInput } from '@siagh-sync/sync-core'
import { probe, watchAnswers, type ProbeOptions, type ProbeReport, type Question } from '../src'

const PATIENCE = { retry: { attempts: 1 }, rateLimit: { perSecond: 10_000, concurrency: 10 } }

/** What a probe needs of a sandbox. */
type TwoServers = Pick<Sandbox, 'crm' | 'siagh' | 'fetch'>

/** The two servers of a sandbox, as a probe wants them. */
function serversOf({ crm, siagh, fetch }: Pick<Sandbox, 'crm' | 'siagh' | 'fetch'>, rules: RulesInput = {}) {
  const answers = watchAnswers(fetch)
  const options = { ...PATIENCE, fetch: answers.fetch }
  return {
    crm: createCrmClient({ ...options, baseUrl: crm.url, username: crm.username, password: crm.password }),
    siagh: createSiaghClient({ ...options, baseUrl: siagh.url, username: siagh.username, password: siagh.password }),
    answers,
    rules: resolveRules(rules),
  }
}

/** Probes a sandbox, and returns what was found. */
export async function probeOf(
  sandbox: TwoServers,
  rules: RulesInput = {},
  options: ProbeOptions = {},
): Promise<ProbeReport> {
  let report: ProbeReport | undefined
  for await (const event of probe(serversOf(sandbox, rules), options)) {
    if (event.isErr()) throw new Error(event.error.message)
    if (event.value.kind === 'finished') report = event.value.report
  }
  if (!report) throw new Error('the probe has not finished')
  return report
}

/** What a probe says to one question: its verdict, and the code of what was seen. */
export function answerTo({ findings }: ProbeReport, question: Question): string {
  const found = findings.filter((each) => each.question === question)
  return found.map(({ verdict, seen }) => `${verdict}: ${seen.code.replace('probe_', '')}`).join('; ')
}

/** A sandbox with people, companies and documents in the CRM, and contacts in Siagh. */
export function filledSandbox(options: SandboxOptions = {}): Sandbox {
  const sandbox = createSandbox({ contacts: 40, ...options })
  const { crm } = sandbox
  const ids = [
    ...samplePeople(6).map((person) => crm.createPerson(person)),
    ...sampleCompanies(4).map((company) => crm.createOrganization(company)),
  ]
  // Without discounts, which could be read in two ways.
  sampleDocuments(12, ids)
    .map(({ details = [], ...document }) => ({
      ...document,
      discount: 0,
      details: details.map((line) => ({ ...line, totalDiscount: 0 })),
    }))
    .forEach((document, at) => (at % 2 ? crm.createInvoice(document) : crm.createQuote(document)))
  return sandbox
}
