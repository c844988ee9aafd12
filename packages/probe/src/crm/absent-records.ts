import { randomUUID } from 'node:crypto'
import type { ApiError } from '@siagh-sync/crm-client'
import type { IdentityType } from '@siagh-sync/sync-core'
import type { FetchedIdentity } from '@siagh-sync/sync-core/matching'
import { saidBy, type Saying } from '@siagh-sync/sync-core/messages'
import type { Result } from 'neverthrow'
import { finding, notLookedAt, type Finding } from '../finding'
import { probeSaying } from '../messages/probe-messages'
import type { ProbedServers } from '../servers'

/** What an answer to a request for a record that is not there looked like. */
type AbsentAnswer =
  | { readonly is: 'absent'; readonly seen: Saying }
  | { readonly is: 'fault'; readonly seen: Saying }
  /** The answer was a record. */
  | { readonly is: 'shown' }
  | { readonly is: 'unknown'; readonly why: Saying }

type Servers = Pick<ProbedServers, 'crm' | 'answers'>

/** What the CRM answers for an id that nobody has: a new random GUID. */
export async function judgeMissingId(servers: Servers): Promise<Finding> {
  const answer = await seeAnswer(servers, async () => servers.crm.getPerson(randomUUID()))
  switch (answer.is) {
    case 'absent':
      return finding('missing_id', 'holds', answer.seen, probeSaying('probe_missing_id_fine'))
    case 'fault':
      return finding('missing_id', 'differs', answer.seen, probeSaying('probe_missing_id_fault'))
    case 'shown':
      return finding(
        'missing_id',
        'differs',
        probeSaying('probe_a_record_is_shown'),
        probeSaying('probe_missing_id_shown'),
      )
    case 'unknown':
      return notLookedAt('missing_id', answer.why)
  }
}

/** What the CRM answers for a person's id as an organization, and the reverse. */
export async function judgeWrongKind(servers: Servers, identities: readonly FetchedIdentity[]): Promise<Finding> {
  const some = TYPES.flatMap((type) => identities.find((each) => each.type === type) ?? [])
  if (some.length === 0) return notLookedAt('wrong_kind', probeSaying('probe_no_identity_to_ask'))
  const answers: AbsentAnswer[] = []
  for (const { type, identity } of some) answers.push(await readAs(servers, identity.crmId, otherThan(type)))
  if (answers.some(({ is }) => is === 'shown')) {
    return finding(
      'wrong_kind',
      'differs',
      probeSaying('probe_a_record_is_shown'),
      probeSaying('probe_wrong_kind_shown'),
    )
  }
  const fault = answers.find((answer) => answer.is === 'fault')
  if (fault) return finding('wrong_kind', 'differs', fault.seen, probeSaying('probe_wrong_kind_fault'))
  const absent = answers.find((answer) => answer.is === 'absent')
  if (absent) return finding('wrong_kind', 'holds', absent.seen, probeSaying('probe_wrong_kind_fine'))
  return notLookedAt(
    'wrong_kind',
    answers.flatMap((answer) => (answer.is === 'unknown' ? answer.why : []))[0] ?? NOTHING,
  )
}

const TYPES = ['person', 'organization'] as const
const NOTHING = probeSaying('probe_no_identity_to_ask')

function otherThan(type: IdentityType): IdentityType {
  return type === 'person' ? 'organization' : 'person'
}

function readAs(servers: Servers, id: string, type: IdentityType): Promise<AbsentAnswer> {
  return seeAnswer(servers, async () =>
    type === 'person' ? servers.crm.getPerson(id) : servers.crm.getOrganization(id),
  )
}

async function seeAnswer({ answers }: Servers, ask: () => Promise<Result<unknown, ApiError>>): Promise<AbsentAnswer> {
  answers.forget()
  const asked = await ask()
  if (asked.isOk()) return { is: 'shown' }
  const { error } = asked
  const status = answers.last()?.status
  const isAbsent = error.kind === 'not_found'
  // Something that is no record, where nothing was expected.
  if (status === 200 && error.kind === 'malformed')
    return { is: 'fault', seen: probeSaying('probe_answered_otherwise') }
  if (status === undefined || (!isAbsent && status < 500)) return { is: 'unknown', why: saidBy(error).message }
  const seen = status === 200 ? probeSaying('probe_answered_empty') : probeSaying('probe_answered_status', { status })
  return { is: isAbsent ? 'absent' : 'fault', seen }
}
