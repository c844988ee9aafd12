import type { EntityRef, InboxEntry, JournalEntry } from '@siagh-sync/sync-core'
import type { CrmUser } from './crm-user'
import type { Stage } from './stage'
import type { Story } from './story'
import { valueOf } from './value-of'
import { until } from '../../test-support/until'

/** What every chapter plays with. */
export interface Scene {
  readonly stage: Stage
  readonly story: Story
  /** The people who type. */
  readonly crm: CrmUser
}

/** Resolves when every webhook was answered and every change was handled. */
export async function allHandled({ stage }: Scene, look?: () => void): Promise<void> {
  const { webhooks } = stage.sandbox.crm
  await until('all changes are handled', () => isQuiet(stage), look && { look })
  await webhooks.idle()
  await until('all changes are handled', () => isQuiet(stage), look && { look })
}

async function isQuiet({ sync, sandbox }: Stage): Promise<boolean> {
  if (sandbox.crm.webhooks.deliveries().some(({ state }) => state === 'waiting')) return false
  const { pending, running } = valueOf(await sync.status())
  return pending === 0 && running === 0
}

/** How many of these identities are in Siagh. */
export function inSiagh({ stage }: Scene, ids: readonly string[]): number {
  return stage.sandbox.siagh.contacts().filter(({ tmpid }) => ids.includes(tmpid ?? '')).length
}

/** The runs of one record, the oldest first. */
export async function runsOf({ stage }: Scene, ref: EntityRef): Promise<JournalEntry[]> {
  return valueOf(await stage.sync.history(ref)).items.toReversed()
}

/** The dead letter of one record, once it is there. */
export async function failureOf({ stage }: Scene, ref: EntityRef): Promise<InboxEntry> {
  let found: InboxEntry | undefined
  await until(`${ref.kind} ${ref.id} is among the failures`, async () => {
    const { items } = valueOf(await stage.sync.failures({ kind: ref.kind }))
    found = items.find(({ key }) => key.id === ref.id)
    return found !== undefined
  })
  if (!found) throw new Error('unreachable: the wait ended without a failure')
  return found
}
