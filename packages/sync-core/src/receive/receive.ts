import { errAsync, type ResultAsync } from 'neverthrow'
import type { SyncContext } from '../context'
import type { InvalidChange, StoreUnavailable } from '../errors'
import { isEntityKind, normalizeId } from '../key'
import type { Change, Receipt } from '../types'
import { noteAndRing } from './note-and-ring'

const EVENTS = new Set<string>(['insert', 'update', 'delete'] satisfies Change['event'][])
const TYPES = new Set<string>(['person', 'organization'] satisfies Change['type'][])

/** Takes a change in: once this is done, it will be handled. */
export function receive(context: SyncContext, change: Change): ResultAsync<Receipt, InvalidChange | StoreUnavailable> {
  if (!isEntityKind(change.kind)) return errAsync(invalid('kind', 'is not identity, invoice or quote'))
  if (!EVENTS.has(change.event)) return errAsync(invalid('event', 'is not insert, update or delete'))
  if (change.type && !TYPES.has(change.type)) return errAsync(invalid('type', 'is neither person nor organization'))
  const id = normalizeId(change.id)
  if (!id) return errAsync(invalid('id', 'is not a GUID'))
  const key = { company: context.company, kind: change.kind, id }
  const trigger = change.trigger ?? 'webhook'
  return noteAndRing(context, { key, event: change.event, trigger, ...(change.type && { type: change.type }) })
}

function invalid(path: string, message: string): InvalidChange {
  return { kind: 'invalid_change', retryable: false, message: `${path} ${message}`, issues: [{ path, message }] }
}
