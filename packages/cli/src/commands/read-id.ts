import { err, ok, type Result } from 'neverthrow'
import { misuse, type Failure } from '../failure'
import { cliSaying } from '../messages/cli-messages'

const GUID = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/i

/** An id as a person copies it, from the CRM or from a log: `identity/…` and braces are understood. */
export function readId(text: string): Result<string, Failure> {
  const [, id] = GUID.exec(text.trim().replace(/^(identity|invoice|quote)\//, '')) ?? []
  if (id !== undefined) return ok(id.toLowerCase())
  return err(misuse(cliSaying('id_wrong', { given: text, example: '2b1f0c6e-0000-4000-8000-000000000001' })))
}
