import type { Result } from 'neverthrow'
import type { SyncError } from '../errors'
import { containNow } from './contain'
import { worded } from '../messages/core-messages'
import { callRule, ruleFailure } from './guard-rules'

/**
 * Calls a mapping function of the site, and checks its result with `check` as the result of ours is checked. If the
 * function throws, the error contains its name.
 */
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

// Recognises a Result by its methods, because a site may use its own copy of neverthrow.
function isResult<T>(answer: unknown): answer is Result<T, SyncError> {
  return typeof answer === 'object' && answer !== null && 'isOk' in answer && 'andThen' in answer && 'match' in answer
}
