import type { ImportCandidate } from '@siagh-sync/first-import'
import type { Speech } from '../speech/speech'

/** An identity that a contact may be, in one line: by its id, and by what a person knows people by. */
export function candidateLine(candidate: ImportCandidate, speech: Speech): string {
  return [candidate.identityId, ...shownOf(candidate), `(${speech.say(`by_${candidate.by}`)})`].join(' ')
}

/** Name, customer number, telephone and address, as far as they are known. */
function shownOf({ name = '', customerNumber = '', telephone = '', address = '' }: ImportCandidate): readonly string[] {
  const known = [name, customerNumber, telephone, address].filter((part) => part !== '')
  return known.length === 0 ? [] : [known.join(', ')]
}
