import { errAsync, type ResultAsync } from 'neverthrow'
import type { NotingContext } from '../context'
import type { InvalidChange, StoreUnavailable } from '../errors'
import { invalidChange, isIdentityType } from '../invalid-change'
import { isEntityKind, normalizeId } from '../key'
import type { Change, Receipt } from '../types'
import { noteAndEnqueue } from './note-and-enqueue'

const EVENTS = new Set<string>(['insert', 'update', 'delete'] satisfies Change['event'][])

/** Accepts a change. Once this is done, the change will be handled. */
export function receive(
  context: NotingContext,
  change: Change,
): ResultAsync<Receipt, InvalidChange | StoreUnavailable> {
  if (!isEntityKind(change.kind)) return errAsync(invalidChange('kind', 'is not identity, invoice or quote'))
  if (!EVENTS.has(change.event)) return errAsync(invalidChange('event', 'is not insert, update or delete'))
  if (!isIdentityType(change.type)) return errAsync(invalidChange('type', 'is neither person nor organization'))
  const id = normalizeId(change.id)
  if (!id) return errAsync(invalidChange('id', 'is not a GUID'))
  const key = { company: context.company, kind: change.kind, id }
  const trigger = change.trigger ?? 'webhook'
  return noteAndEnqueue(context, { key, event: change.event, trigger, ...(change.type && { type: change.type }) })
}
