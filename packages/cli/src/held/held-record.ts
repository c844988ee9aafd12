import { err, ok, type Result } from 'neverthrow'
import type { EntityKind, HeldChange } from '@siagh-sync/sync-core'
import { notHere, type Failure } from '../failure'
import { cliSaying } from '../messages/cli-messages'
import type { Operator } from '../operator/operator'
import { RECORD_KINDS } from '../commands/record-kinds'

const STATES = ['held', 'released', 'refused'] as const

/**
 * What is held of the record with this id, or was decided about it. The ids of the CRM are GUIDs: no two records have
 * one, whatever their kinds.
 */
export async function heldRecord(
  operator: Operator,
  id: string,
  only: EntityKind | undefined,
): Promise<Result<HeldChange, Failure>> {
  for (const kind of RECORD_KINDS) {
    if (only !== undefined && only !== kind) continue
    const found = await operator.heldChange({ kind, id })
    if (found.isErr()) return err(found.error)
    if (found.value && STATES.some((state) => state === found.value?.state)) return ok(found.value)
  }
  return err(notHere(cliSaying('not_among_held', { id })))
}
