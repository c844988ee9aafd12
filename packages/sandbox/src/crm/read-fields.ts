import { defaultDialect } from '../dialect/dialect'
import { createRandom } from '../random'
import { buildInvoice, buildQuote } from './build-document'
import { buildOrganization, buildPerson } from './build-identity'
import type { CrmKind, CrmKinds } from './crm-objects'
import type { FieldsOf } from './fields'

const nothing = { crmId: '', creatDate: '', modifyDate: '' }
const making = { random: createRandom(0), dialect: defaultDialect }

const blanks: CrmKinds = {
  person: buildPerson({}, nothing, making),
  organization: buildOrganization({}, nothing, making),
  invoice: buildInvoice({}, nothing, making),
  quote: buildQuote({}, nothing, making),
}

/** Set by the CRM alone, whatever is sent. */
const systemFields = new Set(['crmId', 'identityIdPreview', 'creatDate', 'modifyDate', 'identityTypeName'])

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A field is right where it is of the type that a blank object has there; `null` stands for unset everywhere. */
const isRight = (value: unknown, blank: unknown): boolean =>
  value === null ||
  blank === null ||
  (Array.isArray(blank) ? Array.isArray(value) && value.every(isRecord) : typeof value === typeof blank)

/**
 * The fields of this kind out of a JSON body; what the kind does not have is ignored, as the CRM does. The answer is a text
 * where a field has the wrong type: its name.
 */
export const readFields = <K extends CrmKind>(kind: K, body: unknown): FieldsOf[K] | string => {
  if (!isRecord(body)) return 'body'
  const blank = new Map<string, unknown>(Object.entries(blanks[kind]))
  const known = Object.entries(body).filter(([name]) => blank.has(name) && !systemFields.has(name))
  const wrong = known.find(([name, value]) => !isRight(value, blank.get(name)))
  if (wrong !== undefined) return wrong[0]
  const fields = known.map(([name, value]): [string, unknown] => [name, value ?? blank.get(name)])
  return Object.fromEntries(fields)
}
