import { err, ok, type Result } from 'neverthrow'
import { misuse, type Failure } from '../failure'

const GUID = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/i

/** An id as a person copies it, from the CRM or from a log: `identity/…` and braces are understood. */
export function readId(text: string): Result<string, Failure> {
  const [, id] = GUID.exec(text.trim().replace(/^(identity|invoice|quote)\//, '')) ?? []
  if (id !== undefined) return ok(id.toLowerCase())
  return err(misuse(`"${text}" is no id of the CRM: it must be a GUID, as in 2b1f0c6e-0000-4000-8000-000000000001.`))
}
