import type { ApiError } from '@siagh-sync/siagh-client'
import { err, errAsync, ok, okAsync, type ResultAsync } from 'neverthrow'
import { describe, expect, it } from 'vitest'
import type { StoreUnavailable } from './errors'
import type { RunGate } from './held/run-gate'
import type { Mapping, SaveMapping } from './ports/store'
import { resolveRules } from './rules'
import { createMappingRecord, type Draft } from './run/mapping-record'
import {
  arrivalOf,
  endOfWrite,
  mayBeDenied,
  recordAfter,
  refusalToSend,
  sendWhileHeld,
  timeUntilArrival,
  writeOnce,
  type Departure,
  type OnceWrite,
  type WriteKind,
} from './write-once'
import { expectErr } from '../../../test-support/results'

const key = { company: 'acme', kind: 'identity', id: 'p-1' } as const
const siagh = { system: 'siagh', message: 'x' } as const

const lost: ApiError = { ...siagh, kind: 'outcome_unknown', retryable: true }
const refused: ApiError = { ...siagh, kind: 'rejected', retryable: false, reasons: [] }
const brokeOff: ApiError = { ...refused, brokeOff: true }
const away: ApiError = { ...siagh, kind: 'unavailable', retryable: true }

describe('a write may leave', () => {
  const minute: Departure = { leftMs: 60_000, leaseMs: 60_000, arrivalMs: 30_000, waitedMs: 0, isLeftAlone: false }

  it.each<[string, Partial<Departure>, ReturnType<typeof refusalToSend>]>([
    ['with a whole lease', {}, undefined],
    ['while the lease lasts just as long as the write may take', { leftMs: 30_000 }, undefined],
    ['not a millisecond later', { leftMs: 29_999 }, 'too_late'],
    ['not after the lease', { leftMs: -1 }, 'too_late'],
    ['not under a lease that was found lost', { leftMs: -Infinity }, 'too_late'],
    [
      'in the first half of a lease that is shorter than the write may take',
      { leaseMs: 20_000, leftMs: 10_000 },
      undefined,
    ],
    ['not in the second half of it', { leaseMs: 20_000, leftMs: 9_999 }, 'too_late'],
    ['not with more than a whole lease left, since the clock was set back', { leftMs: 60_001 }, 'too_late'],
    ['after a short wait, as for a login', { waitedMs: 10_000 }, undefined],
    ['not after a longer one, whatever is left of the lease', { waitedMs: 10_001 }, 'too_late'],
    ['not after a wait that nobody can measure, since the clock was set back', { waitedMs: -1 }, 'too_late'],
    ['not to a server that has just lost an answer', { isLeftAlone: true }, 'left_alone'],
    ['not to such a server, whatever the lease', { isLeftAlone: true, leftMs: 0 }, 'left_alone'],
  ])('%s', (_what, departure, refusal) => {
    expect(refusalToSend({ ...minute, ...departure })).toBe(refusal)
  })
})

describe('the end of a write', () => {
  const notDone: readonly ApiError[] = [
    refused,
    away,
    { ...siagh, kind: 'unauthorized', retryable: false },
    { ...siagh, kind: 'not_found', retryable: false },
    { ...siagh, kind: 'rate_limited', retryable: true, retryAfterMs: 1 },
    { ...siagh, kind: 'malformed', retryable: true, path: '' },
  ]

  it.each(notDone)('is known after $kind: it was not carried out', (error) => {
    expect(endOfWrite(err(error))).toBe('not_done')
  })

  it.each<ApiError>([lost, brokeOff, { ...siagh, kind: 'defect', retryable: false, cause: 'a bug' }])(
    'is unknown after $kind',
    (error) => {
      expect(endOfWrite(err(error))).toBe('unknown')
    },
  )

  it('is known after an answer', () => {
    expect(endOfWrite(ok({ code: 1 }))).toBe('done')
  })

  it.each([
    ['make_contact', 'done', 'counterpart'],
    ['make_contact', 'not_done', 'forget'],
    ['make_contact', 'unknown', 'intend_again'],
    ['change_contact', 'done', 'counterpart'],
    ['change_contact', 'not_done', 'leave'],
    ['change_contact', 'unknown', 'leave'],
    ['post_document', 'done', 'counterpart'],
    ['post_document', 'not_done', 'before'],
    ['post_document', 'unknown', 'doubt'],
  ] as const)('of %s that is %s is recorded: %s', (kind, end, after) => {
    expect(recordAfter(kind, end)).toBe(after)
  })
})

describe('a write of unknown end', () => {
  it.each([
    ['may arrive for the whole time when the lease was taken at once', 1_000, 1_000, 30_000],
    ['may arrive for what is left of the time', 1_000, 21_000, 10_000],
    ['has arrived when the time is over', 1_000, 31_000, 0],
    ['has arrived long after that', 1_000, 9_999_999, 0],
    ['has an unknown age when it is newer than the lease', 1_001, 1_000, 'unknown'],
  ] as const)('%s', (_what, intendedAt, takenAt, left) => {
    expect(arrivalOf(intendedAt, takenAt, 30_000)).toBe(left)
  })

  it('may be denied only when it must have arrived', () => {
    expect([0, 1, 60_000].map(mayBeDenied)).toEqual([true, false, false])
  })

  it('is recorded anew where its age is unknown, and waited for from the beginning', () => {
    const { mapping, writer } = world({ stored: mappingAt(1, 'intent', 5_000) })
    expect(timeUntilArrival({ ...writer, mapping }, mappingAt(1, 'intent', 5_000))).toBe(40_000)
    expect(mapping.change()).toMatchObject({ draft: { state: 'intent' }, expectedVersion: 1 })
  })

  it('is left as it is where its age is known', () => {
    const { mapping, writer } = world({ stored: mappingAt(1, 'intent', -10_000) })
    expect(timeUntilArrival({ ...writer, mapping }, mappingAt(1, 'intent', -10_000))).toBe(30_000)
    expect(mapping.change()).toBeUndefined()
  })
})

function mappingAt(version: number, state: Mapping['state'], updatedAt = 0): Mapping {
  return { key, state, fingerprint: 'old', detail: {}, version, updatedAt }
}

interface World {
  readonly stored?: Mapping
  /** What the store answers to the intent. Default: it is saved. */
  readonly intend?: () => ResultAsync<SaveMapping, StoreUnavailable>
  readonly leftMs?: number
}

/** A run at the instant 0 on both clocks, with a minute of lease. */
function world({ stored, intend, leftMs = 60_000 }: World = {}) {
  const intents: Draft[] = []
  const lease = { key, token: 't', expiresAt: 60_000 }
  const saved = (draft: Draft, version: number) => ({ ...draft, key, version: version + 1, updatedAt: 0 })
  const mapping = createMappingRecord(
    {
      key,
      intend: (draft, version) => {
        intents.push(draft)
        return intend?.() ?? okAsync({ status: 'saved', mapping: saved(draft, version) })
      },
      finish: () => errAsync({ kind: 'store_unavailable', retryable: true, message: 'not asked here' }),
    },
    stored ?? null,
  )
  const hold = { lease, takenAt: 0, taken: { at: 0, elapsed: 0 }, until: () => leftMs }
  let now = 0
  const clock = { now: () => now, after: () => () => {} }
  const pass = (ms: number) => void (now += ms)
  return { mapping, intents, pass, writer: { hold, clock, rules: resolveRules({}), mapping, gate: openGate } }
}

const openGate: RunGate = {
  isAwaited: () => okAsync(false),
  mode: 'live',
  judge: () => okAsync(undefined),
  written: () => undefined,
  waitFor: () => undefined,
  change: () => undefined,
  planned: () => undefined,
}

const intent: Draft = { state: 'intent', fingerprint: 'new', detail: {} }

/** Sends as the clients do: they ask whether it may leave, and answer that nothing was sent where it may not. */
function writeOf(
  kind: WriteKind,
  answer: ApiError | undefined,
  { loggingIn, ...options }: Partial<OnceWrite<number>> & { readonly loggingIn?: () => void } = {},
) {
  let sent = 0
  const write: OnceWrite<number> = {
    kind,
    planned: { write: 'write_ref_id', refId: 'r-1' },
    intent,
    send: (mayLeave) => {
      loggingIn?.()
      if (!mayLeave()) return errAsync(away)
      sent += 1
      return answer ? errAsync(answer) : okAsync(77)
    },
    counterpart: (code) => ({ ...intent, state: 'linked', siagh: { code: String(code) } }),
    ...options,
  }
  return { write, sent: () => sent }
}

describe('writeOnce', () => {
  it.each<[WriteKind, string, ApiError | undefined, Mapping | undefined, object | null | undefined]>([
    ['make_contact', 'was made', undefined, undefined, { state: 'linked', siagh: { code: '77' } }],
    ['make_contact', 'was refused', refused, undefined, null],
    ['make_contact', 'was refused after an interrupted one', refused, mappingAt(4, 'intent'), null],
    ['make_contact', 'lost its answer', lost, undefined, { state: 'intent', fingerprint: 'new' }],
    ['make_contact', 'broke off', brokeOff, undefined, { state: 'intent', fingerprint: 'new' }],
    ['change_contact', 'was made', undefined, mappingAt(4, 'linked'), { state: 'linked', siagh: { code: '77' } }],
    ['change_contact', 'was refused', refused, mappingAt(4, 'linked'), undefined],
    ['change_contact', 'lost its answer', lost, mappingAt(4, 'linked'), undefined],
    ['post_document', 'was made', undefined, undefined, { state: 'linked', siagh: { code: '77' } }],
    ['post_document', 'was refused', refused, undefined, null],
    [
      'post_document',
      'was refused after a verdict',
      refused,
      mappingAt(4, 'in_doubt'),
      { state: 'in_doubt', fingerprint: 'old' },
    ],
    ['post_document', 'met a server that is away', away, undefined, null],
    ['post_document', 'lost its answer', lost, undefined, { state: 'in_doubt', fingerprint: 'new' }],
    ['post_document', 'broke off', brokeOff, undefined, { state: 'in_doubt', fingerprint: 'new' }],
  ])('%s that %s', async (kind, _what, answer, stored, recorded) => {
    const { mapping, intents, writer } = world(stored ? { stored } : {})
    const { write, sent } = writeOf(kind, answer)
    const result = await writeOnce(writer, write)
    expect([intents.length, sent()]).toEqual([1, 1])
    expect(result.isOk() ? result.value : result.error).toBe(answer ?? 77)
    const change = mapping.change()
    if (recorded === undefined) expect(change).toBeUndefined()
    else if (recorded === null) expect(change?.draft).toBeNull()
    else expect(change?.draft).toMatchObject(recorded)
    if (change) expect(change.expectedVersion).toBe((stored?.version ?? 0) + 1)
  })

  it('fails by what its caller makes of an unknown end', async () => {
    const { writer } = world()
    const doubt = { kind: 'in_doubt', retryable: false, message: 'look there' } as const
    const { write } = writeOf('post_document', lost, { unknown: () => doubt })
    expect(expectErr(await writeOnce(writer, write))).toBe(doubt)
  })

  it.each<[string, SaveMapping, string]>([
    ['the lease is lost', { status: 'lease_lost' }, 'busy'],
    ['the mapping was written meanwhile', { status: 'conflict' }, 'busy'],
    ['the counterpart is taken', { status: 'taken', by: { ...key, id: 'p-2' } }, 'ambiguous_match'],
  ])('sends nothing and records nothing where %s', async (_what, answer, kind) => {
    const { mapping, writer } = world({ intend: () => okAsync(answer) })
    const { write, sent } = writeOf('make_contact', undefined)
    expect(expectErr(await writeOnce(writer, write)).kind).toBe(kind)
    expect(sent()).toBe(0)
    expect(mapping.change()).toBeUndefined()
  })

  it.each<[string, Mapping | undefined]>([
    ['nothing', undefined],
    ['what was there', mappingAt(4, 'in_doubt')],
  ])('takes an intent of which the store did not say whether it has it back for %s', async (_what, stored) => {
    const noAnswer = () => errAsync({ kind: 'store_unavailable', retryable: true, message: 'x' } as const)
    const { mapping, writer } = world({ intend: noAnswer, ...(stored && { stored }) })
    const { write, sent } = writeOf('post_document', undefined)
    expect(expectErr(await writeOnce(writer, write)).kind).toBe('store_unavailable')
    expect(sent()).toBe(0)
    expect(mapping.change()).toEqual({ draft: stored ?? null, expectedVersion: (stored?.version ?? 0) + 1 })
    // Whether it was stored is seen when it is taken back: that it was not is no failure.
    expect(mapping.refuse({ kind: 'busy', retryable: true, message: 'x' })).toBeUndefined()
  })

  it('stores no intent where the lease is too short already', async () => {
    const { intents, writer } = world({ leftMs: 29_999 })
    const { write, sent } = writeOf('make_contact', undefined)
    expect(expectErr(await writeOnce(writer, write)).kind).toBe('busy')
    expect([intents.length, sent()]).toEqual([0, 0])
  })

  it.each([
    ['make_contact', null],
    ['change_contact', undefined],
    ['post_document', null],
  ] as const)('keeps %s back that has waited long for a login, which is known not to be done', async (kind, draft) => {
    const { mapping, writer, pass } = world()
    const { write, sent } = writeOf(kind, undefined, { loggingIn: () => pass(10_001) })
    expect(expectErr(await writeOnce(writer, write)).kind).toBe('busy')
    expect(sent()).toBe(0)
    expect(mapping.change()?.draft).toBe(draft)
  })

  it.each([
    ['make_contact', null],
    ['change_contact', undefined],
    ['post_document', null],
  ] as const)('keeps %s back from a server that is left alone, which is known not to be done', async (kind, draft) => {
    const { mapping, writer } = world()
    const { write, sent } = writeOf(kind, undefined, { isLeftAlone: () => true })
    expect(expectErr(await writeOnce(writer, write)).kind).toBe('busy')
    expect(sent()).toBe(0)
    expect(mapping.change()?.draft).toBe(draft)
  })
})

describe('sendWhileHeld', () => {
  it.each<[string, number, ApiError | undefined, object]>([
    ['an answer', 60_000, undefined, { end: 'done', value: 77 }],
    ['a refusal', 60_000, refused, { end: 'not_done', error: { kind: 'rejected' } }],
    ['a lost answer', 60_000, lost, { end: 'unknown', error: { kind: 'outcome_unknown' } }],
    ['no departure', 0, undefined, { end: 'not_done', error: { kind: 'busy' } }],
  ])('tells %s', async (_what, leftMs, answer, sent) => {
    const { writer } = world({ leftMs })
    expect(await sendWhileHeld(writer, writeOf('make_contact', answer).write.send)).toMatchObject(sent)
  })
})
