import type { Rules } from '@siagh-sync/sync-core'
import { finding, type Finding } from '../finding'
import { probeSaying } from '../messages/probe-messages'
import type { ContactCounts } from './contact-counts'

/** The rules that contacts may speak against. */
export type RulesOfContacts = Pick<Rules, 'organizationTowardType' | 'letters'>

/** What the contact list shows of this Siagh. */
export function judgeContacts(counts: ContactCounts, rules: RulesOfContacts): readonly Finding[] {
  return [
    judgeLetters(counts),
    judgeSpelling(counts, rules),
    judgeTmpid(counts),
    judgeForm(counts),
    judgeTowardType(counts, rules),
    judgeAccountParty(counts),
    judgeMobiles(counts),
  ]
}

function judgeLetters({ letters }: ContactCounts): Finding {
  if (letters.broken > 0) {
    const seen = probeSaying('probe_letters_are_broken', { count: letters.broken })
    return finding('siagh_letters', 'differs', seen, probeSaying('probe_letters_to_mend'))
  }
  if (letters.persian + letters.arabic === 0) return finding('siagh_letters', 'unseen', NO_LETTERS, AGAIN)
  return finding('siagh_letters', 'holds', probeSaying('probe_letters_are_right'), NOTHING_TO_DO)
}

const NO_LETTERS = probeSaying('probe_no_persian_letters')
const AGAIN = probeSaying('probe_look_again')
const RULE_IS_SET = probeSaying('probe_rule_is_set')
const NOTHING_TO_DO = probeSaying('probe_nothing_to_do')

/** Enough to speak of a habit, and not of one person's typing. */
const HABIT = 20

/** Whether the contacts are written with the Arabic ي and ك, and hardly with the Persian ones. Exported for the proposal. */
export function isArabic({ letters: { persian, arabic } }: ContactCounts): boolean {
  return arabic >= HABIT && persian * 10 <= arabic
}

function judgeSpelling(counts: ContactCounts, { letters }: RulesOfContacts): Finding {
  const { persian, arabic } = counts.letters
  const seen = probeSaying('probe_spelling_of_names', { persian, arabic })
  if (persian + arabic === 0) return finding('persian_letters', 'unseen', NO_LETTERS, AGAIN)
  if (isArabic(counts) && letters === 'arabic') return finding('persian_letters', 'differs', seen, RULE_IS_SET)
  if (isArabic(counts)) return finding('persian_letters', 'differs', seen, probeSaying('probe_arabic_is_used'))
  return finding('persian_letters', 'holds', seen, probeSaying('probe_persian_is_sent'))
}

function judgeTmpid({ contacts, withTmpid }: ContactCounts): Finding {
  if (withTmpid === 0)
    return finding(
      'tmpid_listed',
      'unseen',
      probeSaying('probe_no_tmpid', { contacts }),
      probeSaying('probe_tmpid_not_needed'),
    )
  return finding(
    'tmpid_listed',
    'holds',
    probeSaying('probe_some_tmpid', { count: withTmpid, contacts }),
    probeSaying('probe_tmpid_is_used'),
  )
}

function judgeForm({ tmpidForms }: ContactCounts): Finding {
  const guids = Object.entries(tmpidForms).filter(([form]) => form !== 'other')
  if (guids.length === 0) return finding('tmpid_form', 'unseen', probeSaying('probe_no_guid_in_tmpid'), AGAIN)
  const forms = guids.map(([form, count]) => `${form} ${count}`).join(', ')
  const isPlain = guids.every(([form]) => form === 'plain')
  return finding(
    'tmpid_form',
    isPlain ? 'holds' : 'differs',
    probeSaying('probe_forms_of_tmpid', { forms }),
    probeSaying('probe_any_form_is_read'),
  )
}

/** At least so many contacts have to say the same, and at most a tenth of them the contrary. */
const SURE = 3

/** What `TowardType` says here. Exported for the proposal. */
export function meaningOfTowardType({
  evidence,
}: ContactCounts): 'true-is-organization' | 'true-is-person' | 'unknown' {
  const straight = evidence.true.organizations + evidence.false.persons
  const reverse = evidence.true.persons + evidence.false.organizations
  // All contacts under one value, and all of one type, would fit a field that always has the same value.
  const types = evidence.true.organizations + evidence.false.organizations
  const others = evidence.true.persons + evidence.false.persons
  if (types === 0 || others === 0) return 'unknown'
  if (straight >= SURE && reverse * 10 <= straight) return 'true-is-organization'
  if (reverse >= SURE && straight * 10 <= reverse) return 'true-is-person'
  return 'unknown'
}

/** Whether `TowardType` means what the rule says. Exported for `siagh-sync check`. */
export function judgeTowardType(counts: ContactCounts, { organizationTowardType }: RulesOfContacts): Finding {
  const { evidence } = counts
  const straight = evidence.true.organizations + evidence.false.persons
  const reverse = evidence.true.persons + evidence.false.organizations
  const seen = probeSaying('probe_toward_type_counts', { straight, reverse })
  const reversed = probeSaying('probe_toward_type_reversed')
  switch (meaningOfTowardType(counts)) {
    case 'true-is-organization':
      return finding('toward_type', 'holds', seen, organizationTowardType ? NOTHING_TO_DO : reversed)
    case 'true-is-person':
      return finding('toward_type', 'differs', seen, organizationTowardType ? reversed : RULE_IS_SET)
    case 'unknown':
      return finding('toward_type', 'unseen', seen, probeSaying('probe_toward_type_ask'))
  }
}

/** Whether contacts are account parties. Exported for `siagh-sync check`. */
export function judgeAccountParty(counts: ContactCounts): Finding {
  const { customers, withAccountParty, newest, partyIsCode } = counts
  const without = customers - withAccountParty
  const seen = probeSaying('probe_account_parties', {
    count: withAccountParty,
    contacts: customers,
    newest: newest.withAccountParty,
    of: newest.contacts,
  })
  if (customers === 0) return finding('account_party', 'unseen', seen, AGAIN)
  if (withAccountParty === 0) return finding('account_party', 'differs', seen, probeSaying('probe_no_account_parties'))
  if (partyIsCode === withAccountParty)
    return finding('account_party', 'differs', seen, probeSaying('probe_party_is_code'))
  if (without === 0) return finding('account_party', 'holds', seen, NOTHING_TO_DO)
  return finding('account_party', 'differs', seen, probeSaying('probe_some_are_no_party', { count: without }))
}

function judgeMobiles({ withMobile, sharedMobiles }: ContactCounts): Finding {
  const seen = probeSaying('probe_mobiles_shared', { count: sharedMobiles, contacts: withMobile })
  if (withMobile === 0) return finding('unique_mobile', 'unseen', seen, AGAIN)
  return sharedMobiles === 0
    ? finding('unique_mobile', 'holds', seen, probeSaying('probe_mobile_is_unique'))
    : finding('unique_mobile', 'differs', seen, probeSaying('probe_mobile_is_shared'))
}
