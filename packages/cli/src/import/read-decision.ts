import { err, ok, type Result } from 'neverthrow'
import type { ImportDecision } from '@siagh-sync/first-import'
import type { Saying } from '@siagh-sync/sync-core/messages'
import { latinDigits } from '../commands/latin-digits'
import { cliSaying } from '../messages/cli-messages'

const GUID = /(?<![\w-])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![\w-])/gi

/** The words of a person who fills in a spreadsheet. `yes`: it is the one candidate. `no`: it is none of them, and is made. */
const WORDS: ReadonlyMap<string, 'create' | 'skip' | 'yes'> = new Map([
  ['create', 'create'],
  ['skip', 'skip'],
  ['yes', 'yes'],
  ['no', 'create'],
  ['بله', 'yes'],
  ['بلی', 'yes'],
  ['آری', 'yes'],
  ['خیر', 'create'],
  ['نه', 'create'],
])

/**
 * What a person decided about the contact `code`: `create` or `خیر`, `skip`, `بله` for the one candidate, the number of a candidate
 * in either set of digits, the id of an identity, or a candidate as it stands in the cell `candidates`, pasted.
 */
export function readDecision(given: string, code: string, candidates: string): Result<ImportDecision, Saying> {
  const text = latinDigits(given.replace(/ي/g, 'ی').replace(/ك/g, 'ک').trim().toLowerCase())
  const unknown = err(cliSaying('decision_unknown', { given }))
  const ids = idsIn(text)
  if (ids.length > 0) return ids.length === 1 ? linkTo(ids[0]) : unknown
  const among = idsIn(candidates)
  if (/^\d{1,3}$/.test(text)) {
    const chosen = among[Number(text) - 1]
    return chosen === undefined ? err(cliSaying('decision_no_candidate', { code, number: text })) : linkTo(chosen)
  }
  const word = WORDS.get(text)
  if (word !== 'yes') return word === undefined ? unknown : ok(word)
  const count = among.length
  if (count === 0) return err(cliSaying('decision_yes_of_none', { code }))
  return count === 1 ? linkTo(among[0]) : err(cliSaying('decision_yes_of_several', { code, count }))
}

/** Whether an answer to a question says yes, in either language; `undefined`: it says neither yes nor no. */
export function saysYes(answer: string): boolean | undefined {
  const text = answer.trim().toLowerCase().replace(/ي/g, 'ی')
  if (text === 'y' || WORDS.get(text) === 'yes') return true
  return ['n', 'no', 'خیر', 'نه'].includes(text) ? false : undefined
}

/** The ids in a text, each once, in their order. */
function idsIn(text: string): readonly string[] {
  return [...new Set(text.match(GUID)?.map((id) => id.toLowerCase()))]
}

function linkTo(id = ''): Result<ImportDecision, never> {
  return ok({ link: id })
}
