import { okAsync, safeTry, ok, type ResultAsync } from 'neverthrow'
import type { Invoice, Quote } from '@siagh-sync/crm-client'
import type { CreatedPreInvoice } from '@siagh-sync/siagh-client'
import type { Run } from '../context'
import type { SyncError } from '../errors'
import { keyText } from '../key'
import type { CustomerCodes } from '../rules/pre-invoice-rules'
import type { Draft } from '../run/mapping-record'
import type { DocumentKind, SiaghIds } from '../types'
import { writeOnce } from '../write-once'
import { documentFingerprint } from './document-fingerprint'
import { fiscalYearOf } from './fiscal-year'
import { doubtful } from './in-doubt'
import type { PreInvoiceDraft } from './pre-invoice-draft'
import { suidOf } from './suid'

/** A document that is ready to be posted. */
export interface Posting {
  readonly kind: DocumentKind
  readonly document: Invoice | Quote
  readonly draft: PreInvoiceDraft
  readonly customer: CustomerCodes
}

/** Posts a document. A run that finds the document interrupted here sets it apart as in doubt instead of posting it a second time. */
export function postPreInvoice(run: Run, { kind, document, draft, customer }: Posting): ResultAsync<void, SyncError> {
  const suid = suidOf(run.key)
  const intent: Draft = { state: 'intent', fingerprint: documentFingerprint(document), detail: { suid } }
  return safeTry(async function* () {
    yield* run.claim.confirmLogin(run.context.siagh)
    const loginYear = yield* loginFiscalYear(run)
    const fiscalYear = yield* fiscalYearOf(document, kind, run.rules, loginYear, run.clock.now())
    const preInvoice = { ...draft.preInvoice, suid, ...customer, fiscalYear }
    yield* writeOnce(run, {
      kind: 'post_document',
      intent,
      send: (mayLeave) => run.siagh.createPreInvoice(preInvoice, { formId: run.rules.forms.preInvoice, mayLeave }),
      counterpart: (created) => ({ ...intent, state: 'linked', siagh: idsOf(created) }),
      unknown: () => doubtful(run.key),
      // Runs that are in hand when an answer is lost would each make a doubt of their own. A caller who waits is let through.
      isLeftAlone: () => run.trigger !== 'direct' && run.outage.isLeftAlone('siagh'),
      whenRecorded: { unrecorded: (error, lost) => tellUnrecorded(run, error, lost) },
    })
    return ok(undefined)
  })
}

function idsOf({ code, number }: CreatedPreInvoice): SiaghIds {
  return { code, ...(number !== undefined && { number }) }
}

/** The document ends in doubt, and its ids, which only this process knows, go to the log for the operator who has to settle it. */
function tellUnrecorded({ key, logger }: Run, error: SyncError, lost: Draft | null): void {
  const fields = { company: key.company, key: keyText(key), siagh: lost?.siagh, error: error.kind }
  logger.error(fields, 'posted, but not recorded')
}

/** The year is asked for only where the rules want it. */
function loginFiscalYear(run: Run): ResultAsync<number | undefined, SyncError> {
  return run.rules.preInvoice.fiscalYear === 'login' ? run.fiscalYear.read(run.siagh) : okAsync(undefined)
}
