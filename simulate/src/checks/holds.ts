import type { FinishRun, Lease, RunEnd } from '@siagh-sync/sync-core'
import type { Machine } from '../scheduler/machine'
import type { StoreCall } from './store-call'

/** One holding of one record's lease. */
interface Hold {
  readonly machine: Machine
  readonly kind: string
  readonly id: string
  readonly token: string
  readonly since: number
  expiresAt: number
  endedAt?: number
  /** Its holder has begun to write: it has stored its intent, or tried. */
  hasIntent: boolean
  /** What happened to its holder meanwhile that nobody can help. */
  readonly troubles: string[]
}

/** Who held what, and what befell the holders. */
export interface Holds {
  of(id: string): readonly Hold[]
  /** Those whose holder lives and may still be at work. */
  open(): readonly Hold[]
  readonly storeCall: (call: StoreCall) => void
  /** Everything that a machine holds has this trouble. */
  strike(machine: Machine, trouble: string): void
}

function newHold({ machine, told }: StoreCall, { key, token, expiresAt }: Lease, since: number): Hold {
  const troubles = [
    ...(told.isErr() ? ['it was never told that it holds the lease'] : []),
    // The call was on its way when its sender was stopped.
    ...(machine.suspended || !machine.alive ? ['stopped before it knew'] : []),
  ]
  return { machine, kind: key.kind, id: key.id, token, since, expiresAt, hasIntent: false, troubles }
}

/** Nobody holds anything. */
export function createHolds(now: () => number, violations: string[]): Holds {
  const all = new Map<string, Hold[]>()
  const open = new Map<string, Hold>()

  const begin = (call: StoreCall, lease: Lease) => {
    const { id } = lease.key
    const before = open.get(id)
    if (before) violations.push(...takenOver(before, now()))
    const hold = newHold(call, lease, now())
    open.set(id, hold)
    all.set(id, [...(all.get(id) ?? []), hold])
  }
  const goOn = (call: StoreCall, lease: Lease) => {
    const hold = open.get(lease.key.id)
    violations.push(...recordedWithout(call, lease, hold, now()))
    if (hold?.token !== lease.token) return
    if (call.name === 'intend') hold.hasIntent = true
    if (call.told.isErr()) hold.troubles.push(`store failed ${call.name}`)
    if (call.result.isErr()) return
    if (call.name === 'leases.renew' && isLease(call.result.value)) hold.expiresAt = call.result.value.expiresAt
    if (call.name !== 'leases.release' && !hasEnded(call)) return
    hold.endedAt = now()
    open.delete(lease.key.id)
  }

  return {
    of: (id) => all.get(id) ?? [],
    open: () => [...open.values()].filter(({ machine, expiresAt }) => machine.alive && expiresAt > now()),
    strike: (machine, trouble) => {
      for (const hold of open.values()) if (hold.machine === machine) hold.troubles.push(trouble)
    },
    storeCall(call) {
      const { args } = call
      const taken = takenBy(call)
      if (taken) begin(call, taken)
      else if (isLease(args[0])) goOn(call, args[0])
    },
  }
}

/** Ends a hold that somebody else follows. What is wrong with that. */
function takenOver(hold: Hold, now: number): string[] {
  hold.endedAt = now
  const who = `${hold.kind} ${hold.id} of ${hold.machine.name}`
  if (hold.expiresAt > now) return [`lease: ${who} was taken over before it ran out`]
  return hold.troubles.length === 0 ? [`lease: ${who} ran out though its holder was well`] : []
}

/** What is wrong with a call that the store took: it was made under a lease that its caller had lost. */
function recordedWithout(call: StoreCall, { key, token }: Lease, hold: Hold | undefined, now: number): string[] {
  if (!isRecorded(call) || (hold?.token === token && hold.expiresAt > now)) return []
  return [`lease: ${call.machine.name} recorded ${call.name} for ${key.id} under a lease that it had lost`]
}

const FENCED: ReadonlySet<string> = new Set(['leases.renew', 'intend', 'finish', 'marks.set'])

/** Whether the store took what a lease is needed for. */
function isRecorded({ name, result }: StoreCall): boolean {
  if (!FENCED.has(name) || result.isErr()) return false
  const { value } = result
  const status = typeof value === 'object' && value !== null && 'status' in value ? value.status : value
  return status !== null && status !== 'lease_lost' && status !== 'conflict' && status !== 'taken'
}

/** The lease that a call has brought its caller. */
function takenBy({ name, result }: StoreCall): Lease | undefined {
  if (result.isErr()) return undefined
  const { value } = result
  if (name === 'leases.acquire' && isLease(value)) return value
  return name === 'begin' && hasLease(value) ? value.lease : undefined
}

/** Whether a call has recorded the end of a run and given its lease back. */
function hasEnded({ name, args, result }: StoreCall): boolean {
  if (name !== 'finish') return false
  const { keepLease } = args[1] as RunEnd
  return keepLease !== true && (result.unwrapOr(undefined) as FinishRun | undefined)?.status === 'finished'
}

function hasLease(value: unknown): value is { readonly lease: Lease } {
  return typeof value === 'object' && value !== null && 'lease' in value && isLease(value.lease)
}

function isLease(value: unknown): value is Lease {
  return typeof value === 'object' && value !== null && 'token' in value && 'key' in value
}
