import { err, ok, safeTry, type ResultAsync } from 'neverthrow'
import type { SiaghUser } from '@siagh-sync/siagh-client'
import type { Run } from '../context'
import type { SyncError } from '../errors'
import { fingerprintOf } from '../fingerprint'
import { foldForCompare } from '../iran/text'
import type { Mapping } from '../ports/store'
import { ambiguous } from './ambiguous'

/** What is kept of a contact that is about to be made, to know it again if the answer is lost. */
export interface CreateIntent {
  /** When the write was about to leave, on our clock. */
  readonly at: number
  /** The newest contact before it. */
  readonly highestCode: number
  /** `likenessOf` the fields that were sent. */
  readonly likeness: string
}

/**
 * The contact that an unfinished create may have made: the one with our mark, or, where the installation leaves marks out of
 * its list, a contact made since then with the same name and numbers. `outcome_unknown` while the write may still arrive.
 * `null`: it was not made.
 */
export function findContactOfIntent(run: Run, mapping: Mapping): ResultAsync<SiaghUser | null, SyncError> {
  return safeTry(async function* () {
    const { at, highestCode, likeness } = readIntent(mapping)
    const arrivedAt = at + run.rules.retry.afterUnknownWriteMs
    if (run.clock.now() < arrivedAt) return err(stillUnderWay())

    const list = yield* run.contacts.read(run.siagh, arrivedAt)
    const marked = list.byTmpid(run.key.id)
    const alike = list
      .newerThan(highestCode)
      .filter((row) => row.tmpid === undefined && likenessOfRow(row) === likeness)
    const candidates = marked.length > 0 ? marked : alike
    const [row, ...others] = candidates
    if (others.length > 0)
      return err(ambiguous('several contacts may be the one whose making was interrupted', candidates))
    return ok(row ?? null)
  })
}

/** The same for two contacts whose name and numbers differ only in how they are typed; tells nothing of what they are. */
export function likenessOf(fields: { fullname: string; mobileno: string; telno: string; passno: string }): string {
  return fingerprintOf([fields.fullname, fields.mobileno, fields.telno, fields.passno].map(foldForCompare))
}

function likenessOfRow(row: SiaghUser): string {
  const { Name = '', MobileNo = '', TelNo = '', NationalCode = '' } = row
  return likenessOf({ fullname: Name, mobileno: MobileNo, telno: TelNo, passno: NationalCode })
}

function readIntent({ detail }: Mapping): CreateIntent {
  return { at: Number(detail['at']), highestCode: Number(detail['highestCode']), likeness: String(detail['likeness']) }
}

function stillUnderWay(): SyncError {
  return {
    kind: 'outcome_unknown',
    retryable: true,
    system: 'siagh',
    message: 'a contact was being made and its answer was lost; it may still arrive',
  }
}
