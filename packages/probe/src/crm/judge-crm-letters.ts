import type { FetchedIdentity } from '@siagh-sync/sync-core/matching'
import { finding, type Finding } from '../finding'
import { probeSaying } from '../messages/probe-messages'
import { isBroken, isPersian } from '../letters'

/** Whether the Persian letters of names arrive as they are. */
export function judgeCrmLetters(identities: readonly FetchedIdentity[]): Finding {
  const names = identities.map(({ identity: { nickName = '' } }) => nickName)
  const broken = names.filter(isBroken).length
  if (broken > 0) {
    return finding(
      'crm_letters',
      'differs',
      probeSaying('probe_letters_are_broken', { count: broken }),
      probeSaying('probe_letters_to_mend'),
    )
  }
  if (!names.some(isPersian))
    return finding('crm_letters', 'unseen', probeSaying('probe_no_persian_letters'), probeSaying('probe_look_again'))
  return finding('crm_letters', 'holds', probeSaying('probe_letters_are_right'), probeSaying('probe_nothing_to_do'))
}
