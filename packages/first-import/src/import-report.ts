import type { ImportReport, ImportedContact } from './import-events'

/** Counts the results of an import. */
export interface ImportCounts {
  readonly count: (contact: ImportedContact) => void
  readonly report: (rest: Omit<ImportReport, 'actions' | 'linkedBy' | 'skipped' | 'suspicions'>) => ImportReport
}

/** Creates empty counts. */
export function createImportCounts(): ImportCounts {
  const actions = { created: 0, linked: 0, unchanged: 0, skipped: 0, undecided: 0, failed: 0 }
  const linkedBy: Record<string, number> = {}
  const skipped: Record<string, number> = {}
  const suspicions: Record<string, number> = {}
  const add = (counts: Record<string, number>, word: string) => (counts[word] = (counts[word] ?? 0) + 1)
  return {
    count(contact) {
      actions[contact.action] += 1
      if (contact.action === 'linked' && contact.by) add(linkedBy, contact.by)
      if (contact.action === 'skipped' && contact.reason) add(skipped, contact.reason)
      for (const suspicion of contact.suspicions) add(suspicions, suspicion)
    },
    report: (rest) => ({ ...rest, actions, linkedBy, skipped, suspicions }),
  }
}
