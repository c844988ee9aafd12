import type { JournalEntry } from '@siagh-sync/sync-core'
import type { StoredPreInvoice } from '@siagh-sync/sandbox'
import type { Ledger, SentRequest } from './ledger'

/** The journal and the sandbox tell the same story: every write that was carried out is in an entry, and nothing in an entry was made up. */
export function checkJournal(ledger: Ledger, journal: readonly JournalEntry[]): string[] {
  const ids = new Set([...journal.map(({ key }) => key.id), ...ledger.requests.map(({ recordId }) => recordId ?? '')])
  return [...ids]
    .filter((id) => id !== '')
    .flatMap((id) => [...missing(ledger, journal, id), ...madeUp(ledger, journal, id)])
}

/** Runs that were cut off leave no entry. */
function missing(ledger: Ledger, journal: readonly JournalEntry[], id: string): string[] {
  if (ledger.holds.of(id).some(({ troubles }) => troubles.length > 0)) return []
  const written = ledger.requests.filter((request) => request.recordId === id && request.record?.applied === true)
  const told = journal.filter(({ key }) => key.id === id).flatMap(({ calls }) => calls.filter(isWrite))
  return written.length > told.length
    ? [`journal: Siagh carried out ${written.length} writes for ${id}, and the journal knows of ${told.length}`]
    : []
}

const isWrite = (call: string) =>
  call === 'siagh.createContact' || call === 'siagh.updateContact' || call === 'siagh.createPreInvoice'

function madeUp(ledger: Ledger, journal: readonly JournalEntry[], id: string): string[] {
  const codes = new Set(ledger.requests.flatMap(codesOf))
  return journal
    .filter(({ key, outcome }) => key.id === id && outcome === 'created')
    .filter(({ siagh }) => !codes.has(siagh?.code ?? ''))
    .map(({ siagh }) => `journal: ${id} is said to have become ${siagh?.code ?? 'nothing'}, which Siagh never made`)
}

function codesOf({ wroteContact, wrotePreInvoice }: SentRequest): string[] {
  return [...(wroteContact ? [String(wroteContact.Code)] : []), ...(wrotePreInvoice ? namesOf(wrotePreInvoice) : [])]
}

/** Where Siagh does not tell the code of a pre-invoice, its number stands for it. */
function namesOf({ code, number }: StoredPreInvoice): string[] {
  return [code, `number-${number}`]
}
