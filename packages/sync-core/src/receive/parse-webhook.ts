import { err, ok, type Result } from 'neverthrow'
import type { InvalidChange, Issue } from '../errors'
import { foldDigits } from '../iran/text'
import { normalizeId } from '../key'
import type { Change, ChangeEvent, EntityKind, IdentityType } from '../types'
import { readField, valuesOf, type Field, type Values } from './parse-webhook-fields'

/** A webhook as it arrived on the path of `kind`. */
export type WebhookForm =
  /**
   * The CRM's own: `event`, `id`, `type` and `subtype` in the query; whatever else an administrator typed there is
   * ignored.
   */
  | { readonly method: 'GET'; readonly kind: EntityKind; readonly query: URLSearchParams }
  /**
   * Middleware's: `identityId`, `invoiceId`, `quoteId` or `id`, with `action` or `event`. `body` is parsed JSON, or a
   * form as `URLSearchParams`.
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

const kinds: ReadonlyMap<string, EntityKind> = new Map([
  ['identity', 'identity'],
  ['invoice', 'invoice'],
  ['quote', 'quote'],
])

const identityTypes: ReadonlyMap<string, IdentityType> = new Map([
  ['person', 'person'],
  ['organization', 'organization'],
])

/**
 * Reads a webhook in either of the CRM's forms. Words are read without regard to case, an id comes out in lower case
 * and without braces. `invalid_change` names every field that is missing, not text, unknown, or repeated with
 * different values, and never repeats what was sent.
 *
 * Where `type` and the path disagree about invoice and quote, `type` is right: the CRM writes it, while the path was
 * pasted by a person. An identity on a document's path, or the reverse, is refused. Without `type` the path decides.
 * A POST without an action is an update: the event is a hint only, as the state is read from the CRM when the change
 * is handled. So is the type: it says as which of the two an identity is asked for first. The numbers 1 and 2 say nothing.
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
  // Only middleware says `action`; in a query it would be a parameter of the administrator's own.
  return readField(values, method === 'GET' ? ['event'] : ['action', 'event']).andThen((field) => {
    if (field === undefined)
      return method === 'GET' ? err({ path: 'event', message: 'is missing' }) : ok('update' as const)
    return lookUp(events, field, 'is not an insert, update or delete')
  })
}

function readId(values: Values, { method, kind }: WebhookForm): Result<string, Issue> {
  // The name of the kind goes first: beside it, a plain `id` may well be the message's own.
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
    // Nobody has seen which type 1 and 2 mean: the vendor's own enumeration and one integrator contradict each other.
    if (field === undefined || ['', '1', '2'].includes(foldDigits(field.text))) {
      return readField(values, ['subtype']).map((subtype) => (subtype ? typeNamedIn(subtype.text) : undefined))
    }
    const named = typeNamedIn(field.text)
    return named ? ok(named) : lookUp(identityTypes, field, 'is neither a person nor an organization')
  })
}

/**
 * The CRM's free text names a person حقیقی and an organization حقوقی, with Persian or Arabic ye. Both or neither tell
 * nothing.
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
