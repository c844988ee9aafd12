import { err, ok, safeTry, type ResultAsync } from 'neverthrow'
import type { Invoice, Quote } from '@siagh-sync/crm-client'
import type { Run } from '../run/run'
import type { SyncError } from '../errors'
import type { Mapping } from '../ports/store'
import type { Hints } from '../run/hints'
import { unknownRecord } from '../run/unknown-record'
import type { DocumentKind, Outcome, OutcomeKind, Warning } from '../types'
import { otherKindOfDocument } from './check-document-kind'
import { findCustomer } from './find-customer'
import { documentFingerprint } from './document-fingerprint'
import { draftPreInvoice } from './draft-pre-invoice'
import { fetchDocument } from './fetch-document'
import { doubtful, isCleared, park, parkUnknown } from './in-doubt'
import { mayBePosted } from './may-be-posted'
import { postPreInvoice } from './post-pre-invoice'

/**
 * Brings one invoice or quote into Siagh as a pre-invoice, once: fetch, transform, customer, post. A posted document
 * is never posted again, even if it is changed or deleted in the CRM.
 */
export function syncInvoice(run: Run, kind: DocumentKind, hints: Hints): ResultAsync<Outcome, SyncError> {
  return safeTry(async function* () {
    const known = run.mapping.current()
    const hasVerdict = isCleared(known, run.gaps)
    const mapping = hasVerdict ? null : known
    if (mapping?.state === 'in_doubt') return err(doubtful(run.key))
    if (mapping?.state === 'intent') return err(park(run, mapping))

    const document = yield* fetchDocument(run, kind, hints)
    if (!document && !mapping && hints.event !== 'delete') return err(unknownRecord(run.key))
    if (!document) return ok(outcomeOf(run, 'gone', mapping))
    if (mapping) return ok(outcomeOf(run, comparison(document, mapping), mapping))
    if (!run.rules.preInvoice.accept(document, kind)) return ok(outcomeOf(run, 'skipped', null))
    const otherKind = otherKindOfDocument(document, kind)
    if (otherKind) return err(otherKind)
    // An operator's verdict counts more than the rule and the restores of the store.
    const isUnsure =
      !hasVerdict && (mayBePosted(document, run.gaps) || run.rules.preInvoice.maybePosted(document, kind))
    if (isUnsure) return err(parkUnknown(run, document))
    return ok(yield* post(run, kind, document))
  })
}

function post(run: Run, kind: DocumentKind, document: Invoice | Quote): ResultAsync<Outcome, SyncError> {
  return safeTry(async function* () {
    const draft = yield* draftPreInvoice(document, kind, run.rules)
    const customer = yield* findCustomer(run, document)
    yield* postPreInvoice(run, { kind, document, draft, customer })
    return ok(outcomeOf(run, 'created', run.mapping.current(), draft.warnings))
  })
}

function comparison(document: Invoice | Quote, mapping: Mapping): OutcomeKind {
  return documentFingerprint(document) === mapping.fingerprint ? 'unchanged' : 'changed-after-posting'
}

function outcomeOf(
  { key }: Pick<Run, 'key'>,
  outcome: OutcomeKind,
  mapping: Mapping | null,
  warnings: readonly Warning[] = [],
): Outcome {
  return { kind: key.kind, id: key.id, outcome, warnings, ...(mapping?.siagh && { siagh: mapping.siagh }) }
}
