import { groupBy } from './group-by'
import type { Evidence, Finding } from './finding'
import { judgeContacts } from './judge-contacts'
import { judgeDelays } from './judge-delays'
import { judgeFailures } from './judge-failures'
import { judgePreInvoices } from './judge-pre-invoices'

/** Holds what happened against what was promised. */
export function verify(evidence: Evidence, crashes: readonly string[]): Finding {
  const findings = [
    judgeLoad(evidence),
    judgeDelays(evidence),
    judgeContacts(evidence),
    judgePreInvoices(evidence),
    judgeFailures(evidence),
  ]
  return {
    violations: [
      ...crashes.map((what) => ({ about: 'process', what })),
      ...findings.flatMap(({ violations }) => violations),
    ],
    figures: findings.flatMap(({ figures }) => figures),
  }
}

function judgeLoad({ deliveries, schedule }: Evidence): Finding {
  const { due, retried, givenUp, acknowledged } = deliveries
  return {
    violations: givenUp === 0 ? [] : [{ about: 'load', what: `${String(givenUp)} webhooks were never acknowledged` }],
    figures: [
      ['webhooks', due],
      ['acknowledged', acknowledged.length],
      ['sent again', retried],
      ...[...groupBy(schedule, ({ name }) => name)].map(([name, done]): [string, number] => [name, done.length]),
    ],
  }
}
