import { err, errAsync, ok, okAsync, safeTry, type ResultAsync } from 'neverthrow'
import type { Invoice, Quote } from '@siagh-sync/crm-client'
import type { Run } from '../context'
import type { SyncError } from '../errors'
import { fingerprintOf } from '../fingerprint'
import type { Hints } from '../handle/hints'
import { unknownRecord } from '../handle/unknown-record'
import type { Mapping } from '../ports/store'
import type { DocumentKind, Outcome, OutcomeKind, Warning } from '../types'
import { customerCode } from './customer-code'
import { doubtful, park } from './in-doubt'
import { postPreInvoice } from './post-pre-invoice'
import type { PreInvoiceDraft } from './pre-invoice-draft'
import { toPreInvoice } from './to-pre-invoice'

/**
 * Brings one invoice or quote into Siagh as a pre-invoice, once: fetch, transform, customer, post, record. A document that was
 * posted is never posted again, whatever becomes of it in the CRM.
 */
export function syncInvoice(run: Run, kind: DocumentKind, hints: Hints): ResultAsync<Outcome, SyncError> {
  return safeTry(async function* () {
    const mapping = yield* run.store.mappings.get(run.key)
    if (mapping?.state === 'in_doubt') return err(doubtful(run.key))
    if (mapping?.state === 'intent') return err(yield* park(run, mapping))

    const document = yield* fetchDocument(run, kind)
    if (!document && !mapping && hints.event !== 'delete') return err(unknownRecord(run.key))
    if (!document) return ok(outcomeOf(run, 'gone', mapping))

    const transform = run.rules.toPreInvoice ?? toPreInvoice
    const draft = transform(document, kind, run.rules)
    if (mapping) {
      const same = draft.isOk() && fingerprintOfDocument(document, draft.value) === mapping.fingerprint
      return ok(outcomeOf(run, same ? 'unchanged' : 'changed-after-posting', mapping))
    }
    if (!run.rules.preInvoice.accept(document, kind)) return ok(outcomeOf(run, 'skipped', null))
    return ok(yield* post(run, kind, document, yield* draft))
  })
}

function post(
  run: Run,
  kind: DocumentKind,
  document: Invoice | Quote,
  draft: PreInvoiceDraft,
): ResultAsync<Outcome, SyncError> {
  return safeTry(async function* () {
    const customer = yield* customerCode(run, document)
    const fingerprint = fingerprintOfDocument(document, draft)
    const posted = yield* postPreInvoice(run, { kind, document, draft, customer, fingerprint })
    return ok(outcomeOf(run, 'created', posted, draft.warnings))
  })
}

/** `null`: it is no longer in the CRM. */
function fetchDocument(run: Run, kind: DocumentKind): ResultAsync<Invoice | Quote | null, SyncError> {
  const { id } = run.key
  const fetched: ResultAsync<Invoice | Quote, SyncError> =
    kind === 'invoice' ? run.crm.getInvoice(id) : run.crm.getQuote(id)
  return fetched
    .map((document): Invoice | Quote | null => document)
    .orElse((error) => (error.kind === 'not_found' ? okAsync(null) : errAsync(error)))
}

/** What a document says, apart from what the site's rules make of the day it is posted on. */
function fingerprintOfDocument(document: Invoice | Quote, { preInvoice }: PreInvoiceDraft): string {
  return fingerprintOf({ customer: document.identityId, preInvoice })
}

function outcomeOf(
  { key }: Run,
  outcome: OutcomeKind,
  mapping: Mapping | null,
  warnings: readonly Warning[] = [],
): Outcome {
  return { kind: key.kind, id: key.id, outcome, warnings, ...(mapping?.siagh && { siagh: mapping.siagh }) }
}
