import type { CrmClient, FoundObjects } from '@siagh-sync/crm-client'
import { isRefused } from '@siagh-sync/sync-core/matching'
import { saidBy, type Saying } from '@siagh-sync/sync-core/messages'
import { finding, notLookedAt, type Finding } from '../finding'
import { probeSaying } from '../messages/probe-messages'

/** The kinds of record that `find` shows. */
export const FOUND_KINDS = ['person', 'organization', 'invoice', 'quote'] as const

/** One of these kinds. */
export type FoundKind = (typeof FOUND_KINDS)[number]

/** What `find` does for one kind. */
export interface FindOfKind {
  readonly kind: FoundKind
  /** The type keys under which it shows records. Empty: it shows none. */
  readonly typeKeys: readonly string[]
  /** How many records it counts under them. */
  readonly total: number
  /** The number of its first page. 1 until it was looked at. */
  readonly firstPage: 0 | 1
  readonly finding: Finding
}

interface Candidate {
  readonly kind: FoundKind
  /** The type keys that the rules name. */
  readonly configured: readonly string[]
  /** Type codes that records of the kind have. */
  readonly codes: readonly string[]
}

/**
 * Asks `find` for one kind: first with the type keys of the rules, then with an empty one, then with the type codes that
 * its records have.
 */
export async function judgeFind(crm: Pick<CrmClient, 'find'>, candidate: Candidate): Promise<FindOfKind> {
  const { kind, configured, codes } = candidate
  let why: Saying | undefined
  for (const typeKeys of differing([configured, [''], codes])) {
    const counted = await countBy(crm, kind, typeKeys)
    if (counted.is === 'failed') return { ...NONE, kind, finding: notLookedAt(`find_${kind}`, counted.why) }
    if (counted.is === 'refused') why ??= counted.why
    else if (counted.total > 0) return works(candidate, counted.typeKeys, counted.total)
  }
  return { ...NONE, kind, finding: whereNothing(candidate, why) }
}

const NONE = { typeKeys: [], total: 0, firstPage: 1 } as const

function works({ kind, configured }: Candidate, typeKeys: readonly string[], total: number): FindOfKind {
  const isAsConfigured = typeKeys.length === configured.length && typeKeys.every((key) => configured.includes(key))
  const seen =
    typeKeys.length === 1 && typeKeys[0] === ''
      ? probeSaying('probe_find_shows', { count: total })
      : probeSaying('probe_find_shows_by_keys', { count: total, keys: typeKeys.join(', ') })
  return {
    kind,
    typeKeys,
    total,
    firstPage: 1,
    finding: isAsConfigured
      ? finding(`find_${kind}`, 'holds', seen, probeSaying('probe_find_fine'))
      : finding(`find_${kind}`, 'differs', seen, probeSaying('probe_find_needs_keys')),
  }
}

function whereNothing({ kind, codes }: Candidate, why: Saying | undefined): Finding {
  const isIdentity = kind === 'person' || kind === 'organization'
  const follows = probeSaying(isIdentity ? 'probe_find_identities_unused' : 'probe_find_documents_unused')
  if (why) return finding(`find_${kind}`, 'differs', probeSaying('probe_find_refuses', { reason: why }), follows)
  if (codes.length > 0) return finding(`find_${kind}`, 'differs', probeSaying('probe_find_is_blind'), follows)
  const none = probeSaying(isIdentity ? 'probe_find_may_be_empty' : 'probe_find_shows_no_document')
  return finding(`find_${kind}`, 'unseen', none, probeSaying('probe_find_ask_for_keys'))
}

type Counted =
  | { readonly is: 'counted'; readonly total: number; readonly typeKeys: readonly string[] }
  | { readonly is: 'refused'; readonly why: Saying }
  | { readonly is: 'failed'; readonly why: Saying }

/** Counts under several type keys. Those under which there is nothing are left out. */
async function countBy(
  crm: Pick<CrmClient, 'find'>,
  kind: keyof FoundObjects,
  typeKeys: readonly string[],
): Promise<Counted> {
  let total = 0
  const showing: string[] = []
  let refused: Saying | undefined
  for (const typeKey of typeKeys) {
    const page = await crm.find(kind, { typeKey, conditions: [], pageNumber: 1, pageSize: 1 })
    if (page.isErr() && !isRefused(page.error)) return { is: 'failed', why: saidBy(page.error).message }
    if (page.isErr()) {
      refused ??= saidBy(page.error).message
      continue
    }
    const { data, total: count = data.length } = page.value
    total += count
    if (count > 0) showing.push(typeKey)
  }
  return refused && total === 0 ? { is: 'refused', why: refused } : { is: 'counted', total, typeKeys: showing }
}

function differing(lists: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const seen = new Set<string>()
  return lists.filter((list) => {
    const key = JSON.stringify(list)
    const isNew = list.length > 0 && !seen.has(key)
    seen.add(key)
    return isNew
  })
}
