import { okAsync, safeTry, ok, type ResultAsync } from 'neverthrow'
import type { Invoice, Quote } from '@siagh-sync/crm-client'
import type { CreatedPreInvoice } from '@siagh-sync/siagh-client'
import type { Run } from '../run/run'
import type { SyncError } from '../errors'
import { keyText } from '../key'
import type { CustomerCodes } from '../rules/shape'
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

/**
 * Posts a document. If the run is interrupted here, the next run marks the document as in doubt and does not post it
 * a second time.
 */
export function postPreInvoice(run: Run, { kind, document, draft, customer }: Posting): ResultAsync<void, SyncError> {
  const suid = suidOf(run.key)
  const intent: Draft = { state: 'intent', fingerprint: documentFingerprint(document), detail: { suid } }
  return safeTry(async function* () {
    yield* run.login.confirm()
    const loginYear = yield* loginFiscalYear(run)
    const fiscalYear = yield* fiscalYearOf(document, kind, run.rules, loginYear, run.clock.now())
    const preInvoice = { ...draft.preInvoice, suid, ...customer, fiscalYear }
    yield* writeOnce(run, {
      kind: 'post_document',
      planned: { write: 'post_document', preInvoice, document },
      intent,
      send: (mayLeave) => run.siagh.createPreInvoice(preInvoice, { formId: run.rules.forms.preInvoice, mayLeave }),
      counterpart: (created) => ({ ...intent, state: 'linked', siagh: idsOf(created) }),
      unknown: () => doubtful(run.key),
      // When an answer is lost, other runs may be under way. Each of them could lose an answer too, and so make
      // another doubt, so they wait. A run for a caller who waits does not wait.
      isLeftAlone: () => run.trigger !== 'direct' && run.outage.isLeftAlone('siagh'),
      whenRecorded: { unrecorded: (error, lost) => logUnrecorded(run, error, lost) },
    })
    return ok(undefined)
  })
}

function idsOf({ code, number }: CreatedPreInvoice): SiaghIds {
  return { code, ...(number !== undefined && { number }) }
}

/**
 * The document will be in doubt. Only this process knows the ids of the pre-invoice, so they are logged for the
 * operator who has to settle the doubt.
 */
function logUnrecorded({ key, logger }: Pick<Run, 'key' | 'logger'>, error: SyncError, lost: Draft | null): void {
  const fields = { company: key.company, key: keyText(key), siagh: lost?.siagh, error: error.kind }
  logger.error(fields, 'posted, but not recorded')
}

/** Reads the year only if the rules need it. */
function loginFiscalYear({ rules, login }: Pick<Run, 'rules' | 'login'>): ResultAsync<number | undefined, SyncError> {
  return rules.preInvoice.fiscalYear === 'login' ? login.fiscalYear() : okAsync(undefined)
}
