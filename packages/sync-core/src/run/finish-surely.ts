import { okAsync, type ResultAsync } from 'neverthrow'
import type { RunContext } from '../context'
import type { StoreUnavailable } from '../errors'
import type { FinishRun, Mapping, MappingChange, RunEnd } from '../ports/store'
import { keepTrying } from './keep-trying'
import type { HeldRecord } from './with-record'

/**
 * Records the end of a run. While the store is away, tries again for as long as the lease may be held. If the answer
 * to the first attempt was lost, the store refuses the second one. So a refusal after a lost answer is checked
 * against the stored mapping.
 */
export function finishSurely(
  context: Pick<RunContext, 'store' | 'clock'>,
  { key, hold, finish }: Pick<HeldRecord, 'key' | 'hold' | 'finish'>,
  end: RunEnd,
): ResultAsync<FinishRun, StoreUnavailable> {
  let answersLost = 0
  const attempt = () =>
    finish(end).mapErr((error) => {
      answersLost += 1
      return error
    })
  return keepTrying(context, attempt, () => hold.until()).andThen((ended) => {
    const { mapping: change, inbox } = end
    if (ended.status === 'finished' || answersLost === 0 || !change) return okAsync(ended)
    return context.store.mappings.get(key).map((mapping): FinishRun => {
      if (!isMade(mapping, change)) return ended
      // It is not known whether a change was noted meanwhile. Another run finds out.
      return { status: 'finished', ...(mapping && { mapping }), ...(inbox && { inbox: 'newer' }) }
    })
  })
}

function isMade(mapping: Mapping | null, { draft, expectedVersion }: MappingChange): boolean {
  if (!mapping || !draft) return mapping === draft
  const isSame = mapping.state === draft.state && mapping.fingerprint === draft.fingerprint
  return isSame && mapping.version === expectedVersion + 1 && mapping.siagh?.code === draft.siagh?.code
}
