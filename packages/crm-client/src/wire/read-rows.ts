import { malformed, type ApiError } from '@siagh-sync/http-client'
import { err, ok, type Result } from 'neverthrow'
import type { z } from 'zod'
import type { UnreadableRow } from '../call-types'
import { parseTehranTime } from './tehran-time'

/** The readable and the unreadable rows of a list. */
export interface ReadRows<T> {
  readonly rows: readonly T[]
  readonly unreadable: readonly UnreadableRow[]
}

/** Reads each row of a list separately, so that one unreadable row does not affect the others. */
export function readRows<T>(schema: z.ZodType<T>, list: readonly unknown[]): ReadRows<T> {
  const rows: T[] = []
  const unreadable: UnreadableRow[] = []
  for (const [index, row] of list.entries()) {
    const read = schema.safeParse(row)
    if (read.success) rows.push(read.data)
    else unreadable.push({ index, field: read.error.issues[0]?.path.map(String).join('.') ?? '', ...traitsOf(row) })
  }
  return { rows, unreadable }
}

/**
 * The same rows. `malformed` with the place of the first row: no row can be read or has an id, so the list holds
 * something else. `at`: the place of the list in the answer.
 */
export function knownRows<T>(list: ReadRows<T>, at = ''): Result<ReadRows<T>, ApiError> {
  const [first] = list.unreadable
  const isOfRecords = list.rows.length > 0 || list.unreadable.some(({ id }) => id !== undefined)
  if (first === undefined || isOfRecords) return ok(list)
  return err(malformed('crm', [at, String(first.index), first.field].filter((part) => part !== '').join('.')))
}

type Trait = 'crmId' | 'identityId' | 'modifyDate'

/** The id of an unreadable row, and when the record was changed. */
function traitsOf(row: unknown): Omit<UnreadableRow, 'index' | 'field'> {
  if (typeof row !== 'object' || row === null) return {}
  const { crmId, identityId, modifyDate }: Readonly<Partial<Record<Trait, unknown>>> = row
  const changedAt = typeof modifyDate === 'string' ? parseTehranTime(modifyDate) : undefined
  const id = [crmId, identityId].find(isFilled)
  return { ...(id !== undefined && { id }), ...(changedAt && { modifyDate: changedAt }) }
}

function isFilled(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== ''
}
