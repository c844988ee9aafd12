import type { Contents } from '@siagh-sync/adapter-store-sql/transfer'
import { err, ok, type Result } from 'neverthrow'
import type { Answer } from '../answer'
import { cannotStart, type Failure } from '../failure'

/** What a copy came to, or the sentence that it failed with. */
export async function attempt(copying: Promise<Answer>): Promise<Result<Answer, Failure>> {
  try {
    return ok(await copying)
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).replace(/^\w+Store: /, '')
    return err(cannotStart(`${reason.charAt(0).toUpperCase()}${reason.slice(1).replace(/\.$/, '')}.`))
  }
}

/** `812 mappings, 900 changes, 4,120 lines of history, 6 marks`. */
export function countsText({ counts: { mapping, inbox, journal, mark } }: Contents): string {
  const number = (count: number) => count.toLocaleString('en-US')
  return `${number(mapping)} mappings, ${number(inbox)} changes, ${number(journal)} lines of history, ${number(mark)} marks`
}
