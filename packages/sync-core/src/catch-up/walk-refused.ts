import { ok, type Result } from 'neverthrow'
import type { SyncContext } from '../context'
import type { SyncError } from '../errors'
import { createPace } from '../reading/progress'
import type { Hold } from '../run/hold'
import type { IdentityType } from '../types'
import { LAST_WALK, setMark, wasWithin } from './marks'
import { noteRecords } from './note-records'
import type { CatchUpStep } from './steps'
import type { Tally } from './tally'

interface Walk {
  readonly hold: Hold
  readonly tally: Tally
  readonly signal?: AbortSignal
}

/**
 * Notes every identity of the types that the CRM refuses to be asked for by date, changed or not: nothing else tells of a lost webhook
 * there. Unless somebody has asked for it, at most once in `catchUp.walkEveryMs`. Answers what it failed by.
 */
export async function* walkRefused(
  context: SyncContext,
  walk: Walk,
  occasion: 'asked' | 'start' | 'regular',
): AsyncGenerator<Result<CatchUpStep, never>, SyncError | undefined> {
  const types = (['person', 'organization'] as const).filter((type) => walk.tally.isRefused(type))
  if (types.length === 0) return undefined
  if (occasion !== 'asked') {
    const recent = await wasWithin(context, walk.hold, LAST_WALK, context.rules.catchUp.walkEveryMs)
    if (recent.isErr()) return recent.error
    if (recent.value) return undefined
  }
  for (const type of types) {
    const failure = yield* walkType(context, walk, type)
    if (failure || walk.signal?.aborted) return failure
  }
  const ended = await setMark(context, walk.hold, LAST_WALK, walk.hold.takenAt)
  return ended.isErr() ? ended.error : undefined
}

async function* walkType(
  context: SyncContext,
  { tally, signal }: Walk,
  type: IdentityType,
): AsyncGenerator<Result<CatchUpStep, never>, SyncError | undefined> {
  const pace = createPace(context.clock)
  let done = 0
  for await (const page of context.crm.searchAllIdentities({ identityType: type }, signal ? { signal } : {})) {
    if (page.isErr()) return signal?.aborted ? undefined : page.error
    const noted = await noteRecords(
      context,
      type,
      page.value.map(({ identityId }) => ({ id: identityId })),
    )
    if (noted.isErr()) return noted.error
    tally.noted(type, page.value.length)
    done += page.value.length
    yield ok({ kind: 'progress', entity: 'identity', progress: pace.at(done) })
    if (signal?.aborted) return undefined
  }
  return undefined
}
