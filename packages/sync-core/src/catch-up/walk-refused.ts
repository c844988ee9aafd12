import type { IdentitySummary } from '@siagh-sync/crm-client'
import { err, ok, type ResultAsync } from 'neverthrow'
import type { NotingContext, SyncContext } from '../context'
import type { SyncError } from '../errors'
import { createPace } from '../long-work/progress'
import type { Work } from '../long-work/work'
import { listIdentities } from '../reading/list-identities'
import { knownAs } from '../reading/walk-identities'
import type { Hold } from '../run/hold'
import { LAST_WALK, setMark, wasWithin } from './marks'
import { noteRecords } from './note-records'
import type { CatchUpEvent } from './catch-up-events'
import type { CatchUpCounts } from './catch-up-report'

/** How often the list is read again, as long as it shows new identities. */
const WALKS = 3

interface Walk {
  readonly hold: Hold
  readonly counts: CatchUpCounts
  readonly signal?: AbortSignal
}

/**
 * Notes every identity, changed or not, if the CRM refuses to list changed persons or organizations by date. Without
 * this, changes with lost webhooks would stay unnoticed. Both types are noted, because nobody has seen how to search
 * for one type alone. At most once in `catchUp.walkEveryMs`, unless a caller has asked for it.
 */
export async function* walkRefused(
  context: NotingContext & Pick<SyncContext, 'crm' | 'rules'>,
  walk: Walk,
  occasion: 'asked' | 'start' | 'regular',
): Work<CatchUpEvent> {
  if (!walk.counts.isRefused('person') && !walk.counts.isRefused('organization')) return ok(undefined)
  if (occasion !== 'asked') {
    const recent = await wasWithin(context, walk.hold, LAST_WALK, context.rules.catchUp.walkEveryMs)
    if (recent.isErr() || recent.value) return recent.map(() => undefined)
  }
  const noted = yield* noteListed(context, walk)
  return noted.isErr() || walk.signal?.aborted ? noted : setMark(context, walk.hold, LAST_WALK, walk.hold.takenAt)
}

async function* noteListed(
  context: NotingContext & Pick<SyncContext, 'crm'>,
  { counts, signal }: Omit<Walk, 'hold'>,
): Work<CatchUpEvent> {
  const pace = createPace(context.clock)
  const noted = new Set<string>()
  // If an identity is deleted between two pages, another identity moves to a page that was already read.
  for (let walk = 1, before = -1, pages = 2; walk <= WALKS && pages > 1 && noted.size > before; walk += 1) {
    before = noted.size
    pages = 0
    for await (const page of listIdentities(context.crm, signal)) {
      if (page.isErr()) return signal?.aborted ? ok(undefined) : err(page.error)
      pages += 1
      const end = await notePage(context, page.value, noted)
      if (end.isErr()) return err(end.error)
      counts.noted('identity', end.value)
      yield { kind: 'progress', entity: 'identity', progress: pace.at(noted.size) }
      if (signal?.aborted) return ok(undefined)
    }
  }
  return ok(undefined)
}

/** Returns how many identities are new. */
function notePage(
  context: NotingContext,
  page: readonly IdentitySummary[],
  noted: Set<string>,
): ResultAsync<number, SyncError> {
  const ids = [...new Set(page.map(({ identityId }) => knownAs(identityId)))].filter((id) => !noted.has(id))
  for (const id of ids) noted.add(id)
  return noteRecords(
    context,
    'identity',
    ids.map((id) => ({ id })),
  ).map(() => ids.length)
}
