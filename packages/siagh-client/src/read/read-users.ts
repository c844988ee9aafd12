import { malformed, type ApiError } from '@siagh-sync/http-client'
import { err, ok, type Result } from 'neverthrow'
import * as z from 'zod'
import type { components } from '../generated/siagh'
import type { SiaghUser } from '../types'
import { dropAbsent, looseCode, looseNumber, looseText } from './absent'
import { check } from './check'
import type { Pinned, ShapeOf } from './pinned'

type Listed = Pick<components['schemas']['Contact'], keyof SiaghUser>

const required = {
  RecordId: z.string().regex(/\S/),
  Code: z.number(),
  IsActive: z.boolean(),
  IsAdminUser: z.boolean(),
  TowardType: z.boolean(),
}

const optional = {
  tmpid: looseText,
  Name: looseText,
  NickName: looseText,
  NationalCode: looseText,
  MobileNo: looseText,
  MobileNo2: looseText,
  TelNo: looseText,
  TelNo2: looseText,
  Email: looseText,
  Email2: looseText,
  Address: looseText,
  PostalCode: looseText,
  CityCode: looseText,
  CountryCode: looseText,
  GeographicCode: looseText,
  Gender: looseText,
  Description: looseText,
  WebSiteAddress: looseText,
  tarafType: looseNumber,
  AccountPartyCode: looseCode,
}

const schema = z.object({ ...required, ...optional } satisfies ShapeOf<Listed>)

type User = Pinned<z.input<typeof schema>, Listed>

const optionalFields = new Set(Object.keys(optional))

/** Reads a contact list, 10,000 rows in some 50 ms. The first row that is not a contact makes all of it `malformed`. */
export function readUsers(body: unknown): Result<SiaghUser[], ApiError> {
  if (!Array.isArray(body)) return err(malformed('siagh', ''))
  return readRows(body, 0)
}

/** Reads rows of a list, the first of which stands at `start`: a fault is named by its place in the whole list. */
export function readRows(rows: readonly unknown[], start: number): Result<SiaghUser[], ApiError> {
  const users: SiaghUser[] = []
  // Row by row: zod would collect the faults of all rows, which of a list in another form are millions.
  for (const [index, row] of rows.entries()) {
    const user = check<User>(schema, row, start + index)
    if (user.isErr()) return err(user.error)
    users.push(dropAbsent(user.value, optionalFields))
  }
  return ok(users)
}
