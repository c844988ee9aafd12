import { err, ok, safeTry, type ResultAsync } from 'neverthrow'
import type { Invoice, Quote } from '@siagh-sync/crm-client'
import type { Run } from '../run/run'
import type { SyncError } from '../errors'
import { confirmGone } from '../run/confirm-gone'
import type { Hints } from '../run/hints'
import type { DocumentKind } from '../types'

/** Reads the document as it is now. `null`: it is not in the CRM. */
export function fetchDocument(
  run: Pick<Run, 'crm' | 'key'>,
  kind: DocumentKind,
  hints: Hints,
): ResultAsync<Invoice | Quote | null, SyncError> {
  const { id } = run.key
  return safeTry(async function* () {
    const answer = await readFrom(run.crm, kind, id)
    if (answer.isOk()) return ok(answer.value)
    const { error } = answer
    if (error.kind === 'not_found') return ok(yield* confirmGone(run, hints, undefined))
    if (error.kind === 'unavailable' && error.status === 500) return ok(yield* confirmGone(run, hints, error))
    return err(error)
  })
}

function readFrom(crm: Run['crm'], kind: DocumentKind, id: string) {
  switch (kind) {
    case 'invoice':
      return crm.getInvoice(id)
    case 'quote':
      return crm.getQuote(id)
  }
}
