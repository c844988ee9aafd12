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
      probeSaying('letters_are_broken', { count: broken }),
      probeSaying('letters_to_mend'),
    )
  }
  if (!names.some(isPersian))
    return finding('crm_letters', 'unseen', probeSaying('no_persian_letters'), probeSaying('look_again'))
  return finding('crm_letters', 'holds', probeSaying('letters_are_right'), probeSaying('nothing_to_do'))
}
