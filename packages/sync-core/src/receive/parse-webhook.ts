import { err, ok, type Result } from 'neverthrow'
import type { InvalidChange, Issue } from '../errors'
import { foldDigits } from '../iran/text'
import { normalizeId } from '../key'
import type { Change, ChangeEvent, EntityKind, IdentityType } from '../types'
import { readField, valuesOf, type Field, type Values } from './parse-webhook-fields'

/** A webhook as it arrived on the path of `kind`. */
export type WebhookForm =
  /**
   * The CRM's own form: `event`, `id`, `type` and `subtype` in the query. Other parameters, which an administrator
   * may have typed, are ignored.
   */
  | { readonly method: 'GET'; readonly kind: EntityKind; readonly query: URLSearchParams }
  /**
   * The form of middleware: `identityId`, `invoiceId`, `quoteId` or `id`, with `action` or `event`. `body` is parsed
   * JSON, or a form as `URLSearchParams`.
   */
  | { readonly method: 'POST'; readonly kind: EntityKind; readonly body: unknown }

const events: ReadonlyMap<string, ChangeEvent> = new Map([
  ['insert', 'insert'],
  ['inserted', 'insert'],
  ['create', 'insert'],
  ['created', 'insert'],
  ['update', 'update'],
  ['updated', 'update'],
  ['edit', 'update'],
  ['edited', 'update'],
  ['delete', 'delete'],
  ['deleted', 'delete'],
  ['remove', 'delete'],
  ['removed', 'delete'],
])

// What the CRM writes into `type`, in lower case.
const KIND_WORDS: Readonly<Record<EntityKind, string>> = { identity: 'identity', invoice: 'invoice', quote: 'quote' }
const kinds: ReadonlyMap<string, EntityKind> = new Map(
  (Object.keys(KIND_WORDS) as EntityKind[]).map((kind) => [KIND_WORDS[kind], kind]),
)

const identityTypes: ReadonlyMap<string, IdentityType> = new Map([
  ['person', 'person'],
  ['organization', 'organization'],
])

/**
 * Reads a webhook in either of the CRM's forms. Letter case does not matter. The id is returned in lower case and
 * without braces. `invalid_change` names every field that is missing, not text, unknown, or repeated with different
 * values. It never repeats what was sent.
 *
 * If `type` and the path disagree about invoice and quote, `type` decides: the CRM writes `type`, but a person has
 * pasted the path. An identity on the path of a document is refused, and so is a document on the path of an identity.
 * Without `type` the path decides.
 *
 * A POST without an action is an update. The event is only a hint, because the state is read from the CRM when the
 * change is handled. The identity type is also only a hint: it says which of the two types is requested first. The
 * numbers 1 and 2 say nothing.
 */
export function parseWebhook(form: WebhookForm): Result<Change, InvalidChange> {
  const values = valuesOf(form.method === 'GET' ? form.query : form.body)
  if (values === undefined) return err(invalidChange([{ path: 'body', message: 'is neither an object nor a form' }]))

  const event = readEvent(values, form.method)
  const id = readId(values, form)
  const kind = readKind(values, form.kind)
  const type = form.kind === 'identity' ? readIdentityType(values) : ok(undefined)
  if (event.isErr() || id.isErr() || kind.isErr() || type.isErr()) {
    return err(invalidChange([event, id, kind, type].flatMap((field) => (field.isErr() ? [field.error] : []))))
  }
  return ok({
    kind: kind.value,
    id: id.value,
    event: event.value,
    ...(type.value === undefined ? {} : { type: type.value }),
  })
}

function invalidChange(issues: readonly Issue[]): InvalidChange {
  const reasons = issues.map(({ path, message }) => `${path} ${message}`).join('; ')
  const message = `The webhook is not a change of the CRM: ${reasons}`
  return { kind: 'invalid_change', retryable: false, message, issues }
}

function readEvent(values: Values, method: WebhookForm['method']): Result<ChangeEvent, Issue> {
  // Only middleware sends `action`. In a query, `action` would be a parameter that the administrator has added.
  return readField(values, method === 'GET' ? ['event'] : ['action', 'event']).andThen((field) => {
    if (field === undefined)
      return method === 'GET' ? err({ path: 'event', message: 'is missing' }) : ok('update' as const)
    return lookUp(events, field, 'is not an insert, update or delete')
  })
}

function readId(values: Values, { method, kind }: WebhookForm): Result<string, Issue> {
  // The name with the kind comes first. If both are there, a plain `id` may be the id of the message.
  const name = method === 'GET' ? 'id' : `${kind}Id`
  return readField(values, [name, 'id']).andThen((field) => {
    if (field === undefined) return err({ path: name, message: 'is missing' })
    const id = normalizeId(field.text)
    return id ? ok(id) : err({ path: field.name, message: 'is not a GUID in Latin letters and digits' })
  })
}

function readKind(values: Values, path: EntityKind): Result<EntityKind, Issue> {
  return readField(values, ['type']).andThen((field) => {
    if (field === undefined) return ok(path)
    return lookUp(kinds, field, 'is not Identity, Invoice or Quote').andThen((kind) => {
      if ((kind === 'identity') === (path === 'identity')) return ok(kind)
      return err({ path: 'type', message: `is ${kind}, which does not belong on the path of ${path}` })
    })
  })
}

function readIdentityType(values: Values): Result<IdentityType | undefined, Issue> {
  return readField(values, ['identityType']).andThen((field) => {
    // Nobody has seen which types 1 and 2 mean: the vendor's own enumeration and one integrator contradict each
    // other.
    if (field === undefined || ['', '1', '2'].includes(foldDigits(field.text))) {
      return readField(values, ['subtype']).map((subtype) => (subtype ? typeNamedIn(subtype.text) : undefined))
    }
    const named = typeNamedIn(field.text)
    return named ? ok(named) : lookUp(identityTypes, field, 'is neither a person nor an organization')
  })
}

/**
 * The CRM's free text calls a person حقیقی and an organization حقوقی, with Persian or Arabic ye. If the text has both
 * words or neither, the type is unknown.
 */
function typeNamedIn(text: string): IdentityType | undefined {
  const person = /حق[یيى]ق[یيى]/.test(text)
  const organization = /حقوق[یيى]/.test(text)
  if (person === organization) return undefined
  return person ? 'person' : 'organization'
}

function lookUp<T>(words: ReadonlyMap<string, T>, field: Field, message: string): Result<T, Issue> {
  const found = words.get(field.text.toLowerCase())
  return found === undefined ? err({ path: field.name, message }) : ok(found)
}
