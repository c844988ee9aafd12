import type { SiaghUser } from '@siagh-sync/siagh-client'
import { invalidData } from '../invalid-data'
import { createHashIndex } from './hash-index'
import { refIdKey } from './identity-index'
import type { Plan } from './plan'
import { worded } from '../messages/core-messages'

/** Contacts that have one `RecordId` together. An identity made for one of them would be taken for the other's. */
export interface SameRecordIds {
  readonly add: (row: SiaghUser, number: number) => void
  readonly has: (number: number) => boolean
}

/** No contacts yet. */
export function createSameRecordIds(): SameRecordIds {
  const numbers = createHashIndex()
  const same = new Set<number>()
  return {
    add({ RecordId }, number) {
      const key = refIdKey(RecordId)
      for (const other of numbers.of(key)) same.add(other).add(number)
      numbers.add(key, number)
    },
    has: (number) => same.has(number),
  }
}

/** The `RecordId` is all by which an identity is known again whose making was interrupted. */
export function refuseToMake(): Plan {
  return {
    do: 'refuse',
    error: invalidData('contact', [{ path: 'RecordId', ...worded('record_id_twice') }]),
  }
}
