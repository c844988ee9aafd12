import type { Result } from 'neverthrow'
import type { SyncError } from '../errors'
import { containNow } from './contain'
import { worded } from '../messages/core-messages'
import { callRule, ruleFailure } from './guard-rules'

/** What a mapping of the site answers, checked by `check` as ours is. Whatever it throws is an error that names it. */
export function callMapping<T extends object>(
  name: 'toContact' | 'toPreInvoice' | 'toIdentity',
  mapping: () => Result<T, SyncError>,
  check: (draft: T) => Result<T, SyncError>,
): Result<T, SyncError> {
  return containNow(() => {
    const answer: unknown = callRule(name, mapping)
    if (!isResult<T>(answer)) throw ruleFailure(worded('rule_answer_no_result', { rule: name }))
    return answer.andThen((draft) => callRule(name, () => check(draft)))
  })
}

// By its methods: a site may have a neverthrow of its own.
function isResult<T>(answer: unknown): answer is Result<T, SyncError> {
  return typeof answer === 'object' && answer !== null && 'isOk' in answer && 'andThen' in answer && 'match' in answer
}
