import { okAsync } from 'neverthrow'
import type { Sync } from '@siagh-sync/sync-core'

/** Stands for the reader's own: takes every change and prints it. */
export const sync: Pick<Sync, 'receive'> = {
  receive(change) {
    process.stdout.write(`${JSON.stringify(change)}\n`)
    return okAsync({ key: `${change.kind}/${change.id}`, generation: 1 })
  },
}
