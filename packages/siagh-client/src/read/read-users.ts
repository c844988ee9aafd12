import type { Result } from 'neverthrow'
import * as z from 'zod'
import type { components } from '../generated/siagh'
import type { UnreadableRow } from '../client-types'
import type { SiaghUser } from '../types'
import { dropAbsent, looseCode, looseNumber, looseText } from './absent'
import { check } from './check'
import type { Pinned, ShapeOf } from './pinned'
import { plainValues } from './plain-values'

type Listed = Pick<components['schemas']['Contact'], keyof SiaghUser>

const required = {
  RecordId: z.string().regex(/\S/),
  Code: z.int(),
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

const PLAIN = { numbers: ['Code'], flags: ['IsActive', 'IsAdminUser', 'TowardType'] }

const optionalFields = new Set(Object.keys(optional))

/** Reads the row at `index` of a contact list. */
export function readUser(row: unknown, index: number): Result<SiaghUser, UnreadableRow> {
  return check<User>(schema, plainValues(row, PLAIN))
    .map((user) => dropAbsent(user, optionalFields))
    .mapErr((error) => ({ index, field: error.kind === 'malformed' ? error.path : '', ...idsOf(row) }))
}

/** The ids of a row that cannot be read. A code may also be text. */
function idsOf(row: unknown): Pick<UnreadableRow, 'code' | 'recordId' | 'tmpid'> {
  if (typeof row !== 'object' || row === null) return {}
  const { Code, RecordId, tmpid }: Readonly<Partial<Record<'Code' | 'RecordId' | 'tmpid', unknown>>> = row
  const code = typeof Code === 'string' && /^\s*\d+\s*$/.test(Code) ? Number(Code) : Code
  return {
    ...(typeof code === 'number' && Number.isSafeInteger(code) && { code }),
    ...(isFilled(RecordId) && { recordId: RecordId }),
    ...(isFilled(tmpid) && { tmpid }),
  }
}

function isFilled(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== ''
}
