import { err, ok, okAsync, safeTry, type ResultAsync } from 'neverthrow'
import type { Invoice, Quote } from '@siagh-sync/crm-client'
import type { Run } from '../context'
import type { SyncError } from '../errors'
import { saveMapping } from '../handle/save-mapping'
import { mayHaveBeenExecuted, withdrawIntent } from '../handle/withdraw-intent'
import type { Mapping } from '../ports/store'
import { fiscalYearOf } from './fiscal-year'
import type { DocumentKind } from '../types'
import { park } from './in-doubt'
import type { PreInvoiceDraft } from './pre-invoice-draft'
import { recordPosted } from './record-posted'
import { suidOf } from './suid'

/** A document that is ready to be posted. */
export interface Posting {
  readonly kind: DocumentKind
  readonly document: Invoice | Quote
  readonly draft: PreInvoiceDraft
  readonly customer: number
  readonly fingerprint: string
}

/**
 * Posts a document. The intent is stored before the write leaves, so that a run that finds the document in this state, after a
 * crash or a lost answer, parks it in doubt instead of posting it a second time.
 */
export function postPreInvoice(run: Run, posting: Posting): ResultAsync<Mapping, SyncError> {
  const { kind, document, draft, customer, fingerprint } = posting
  return safeTry(async function* () {
    const loginYear = yield* loginFiscalYear(run)
    const fiscalYear = yield* fiscalYearOf(document, kind, run.rules, loginYear, run.clock.now())
    const suid = suidOf(run.key)
    const detail = { suid }
    const intent = yield* saveMapping(run, { state: 'intent', fingerprint, detail }, null)

    const preInvoice = { ...draft.preInvoice, suid, customerCode: customer, fiscalYear }
    const created = await run.siagh.createPreInvoice(preInvoice, { formId: run.rules.forms.preInvoice })
    if (created.isErr()) {
      if (mayHaveBeenExecuted(created.error)) return err(yield* park(run, intent))
      return err(yield* withdrawIntent(run, intent, created.error))
    }
    const { code, number } = created.value
    const siagh = { code, ...(number !== undefined && { number }) }
    return ok(yield* recordPosted(run, { state: 'linked', siagh, fingerprint, detail }, intent))
  })
}

/** The year is asked for only where the rules want it: the session in use knows it. */
function loginFiscalYear(run: Run): ResultAsync<number | undefined, SyncError> {
  if (run.rules.preInvoice.fiscalYear !== 'login') return okAsync(undefined)
  return run.siagh.session().map((session) => session.fiscalYear)
}
