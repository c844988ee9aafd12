import { err, ok, okAsync, safeTry, type ResultAsync } from 'neverthrow'
import type { Invoice, Quote } from '@siagh-sync/crm-client'
import type { Run } from '../context'
import type { SyncError } from '../errors'
import type { Mapping } from '../ports/store'
import { checkLease, guardWrite } from '../run/hold'
import { mayHaveBeenExecuted, saveIntent, withdrawIntent } from '../run/withdraw-intent'
import type { CustomerCodes } from '../rules/shape'
import type { DocumentKind } from '../types'
import { documentFingerprint } from './document-fingerprint'
import { fiscalYearOf } from './fiscal-year'
import { park } from './in-doubt'
import type { PreInvoiceDraft } from './pre-invoice-draft'
import { recordPosted } from './record-posted'
import { suidOf } from './suid'

/** A document that is ready to be posted. */
export interface Posting {
  readonly kind: DocumentKind
  readonly document: Invoice | Quote
  readonly draft: PreInvoiceDraft
  readonly customer: CustomerCodes
  /** The doubt that an operator has cleared, where there was one. */
  readonly cleared: Mapping | null
}

/**
 * Posts a document. The intent is stored before the write leaves, so that a run that finds the document in this state, after a
 * crash or a lost answer, parks it in doubt instead of posting it a second time.
 */
export function postPreInvoice(run: Run, posting: Posting): ResultAsync<Mapping, SyncError> {
  const { kind, document, draft, customer, cleared } = posting
  const fingerprint = documentFingerprint(document)
  const suid = suidOf(run.key)
  return safeTry(async function* () {
    yield* run.claim.confirmLogin(run.context.siagh)
    const loginYear = yield* loginFiscalYear(run)
    const fiscalYear = yield* fiscalYearOf(document, kind, run.rules, loginYear, run.clock.now())
    yield* checkLease(run)
    const intent = yield* saveIntent(run, { state: 'intent', fingerprint, detail: { suid } }, cleared)

    // Runs that are in hand when an answer is lost would each make a doubt of their own. A caller who waits is let through.
    const guard = guardWrite(run, () => run.trigger !== 'direct' && run.outage.isLeftAlone('siagh'))
    const preInvoice = { ...draft.preInvoice, suid, ...customer, fiscalYear }
    const options = { formId: run.rules.forms.preInvoice, mayLeave: guard.mayLeave }
    const created = await run.siagh.createPreInvoice(preInvoice, options)
    if (created.isErr()) {
      if (mayHaveBeenExecuted(created.error)) return err(yield* park(run, intent))
      return err(guard.reasonOf(yield* withdrawIntent(run, intent, created.error, cleared)))
    }
    const { code, number } = created.value
    const siagh = { code, ...(number !== undefined && { number }) }
    return ok(yield* recordPosted(run, { state: 'linked', siagh, fingerprint, detail: { suid } }, intent))
  })
}

/** The year is asked for only where the rules want it. */
function loginFiscalYear(run: Run): ResultAsync<number | undefined, SyncError> {
  return run.rules.preInvoice.fiscalYear === 'login' ? run.fiscalYear.read(run.siagh) : okAsync(undefined)
}
