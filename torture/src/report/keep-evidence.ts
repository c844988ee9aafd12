import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Evidence, Violation } from '../verify/finding'

/** Writes what is needed to understand a violation beside the logs: the store, both servers, the schedule. */
export async function keepEvidence(
  folder: string,
  evidence: Evidence,
  violations: readonly Violation[],
): Promise<void> {
  const { store, books, schedule, startedAt } = evidence
  const about = new Set(violations.map((violation) => violation.about))
  const keep = (name: string, value: unknown) => writeFile(join(folder, name), JSON.stringify(value, undefined, 1))
  await Promise.all([
    keep('violations.json', violations),
    keep('schedule.json', { startedAt: new Date(startedAt).toISOString(), schedule }),
    keep('records.json', {
      mappings: [...store.mappings.values()].filter(({ key }) => about.has(key)),
      inbox: [...store.inbox.values()].filter(({ key }) => about.has(key)),
      journal: store.journal.filter(({ key }) => about.has(key)),
    }),
    keep('servers.json', books),
  ])
}
