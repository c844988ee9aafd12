import type { Store, StoreUnavailable } from '@siagh-sync/sync-core'
import { errAsync, type Result, ResultAsync } from 'neverthrow'
import { keyIn } from '../checks/store-call'
import { chanceOf } from '../../../test-support/random'
import type { Machine } from '../scheduler/machine'
import type { World } from './world'
import { cross } from './passage'

type Part = 'mappings' | 'inbox' | 'journal' | 'leases' | 'marks' | 'origins' | 'gaps' | 'heldChanges' | 'values'
type Method = (...args: unknown[]) => ResultAsync<unknown, unknown>

const failure = (name: string) =>
  errAsync<never, StoreUnavailable>({
    kind: 'store_unavailable',
    retryable: true,
    message: `${name}: the connection broke`,
  })

/** The common store as one process reaches it: every call takes its time, and may fail before or after its effect. */
export function boundaryStore(world: World, machine: Machine): Store {
  const { store } = world
  return {
    begin: (...args) => callStore(world, machine, 'begin', () => store.begin(...args), args),
    intend: (...args) => callStore(world, machine, 'intend', () => store.intend(...args), args),
    finish: (...args) => callStore(world, machine, 'finish', () => store.finish(...args), args),
    mappings: boundaryPart(world, machine, 'mappings', store.mappings),
    inbox: boundaryPart(world, machine, 'inbox', store.inbox),
    journal: boundaryPart(world, machine, 'journal', store.journal),
    leases: boundaryPart(world, machine, 'leases', store.leases),
    marks: boundaryPart(world, machine, 'marks', store.marks),
    origins: boundaryPart(world, machine, 'origins', store.origins),
    gaps: boundaryPart(world, machine, 'gaps', store.gaps),
    heldChanges: boundaryPart(world, machine, 'heldChanges', store.heldChanges),
    values: boundaryPart(world, machine, 'values', store.values),
    close: () => store.close(),
  }
}

function boundaryPart<T extends object>(world: World, machine: Machine, part: Part, methods: T): T {
  return new Proxy(methods, {
    get(target, name) {
      const method = Reflect.get(target, name) as Method
      return (...args: unknown[]) => callStore(world, machine, `${part}.${String(name)}`, () => method(...args), args)
    },
  })
}

function callStore<T, E>(
  world: World,
  machine: Machine,
  name: string,
  call: () => ResultAsync<T, E>,
  args: readonly unknown[],
): ResultAsync<T, E | StoreUnavailable> {
  let calls = 0
  const answer = cross<Result<T, E | StoreUnavailable>>(world.timeline, world.latency, machine, {
    name: `store.${name}`,
    usualMs: 8,
    outlivesCaller: world.plan.remoteStore,
    async effect() {
      calls += 1
      const fails = faultOf(world, machine, `${name} ${calls}`)
      const result = fails === 'before' ? await failure(name) : await call()
      const told = fails === 'after' ? await failure(name) : result
      world.ledger.storeCall({ machine, name, args, result, told })
      world.trace(
        `${machine.name} ${name} ${describe(args)}${told.isErr() ? ` FAILS ${fails ?? ''}` : ` = ${brief(told.value)}`}`,
      )
      strikeIntent(world, machine, name, args)
      return told
    },
  })
  return new ResultAsync(answer)
}

function strikeIntent(world: World, machine: Machine, name: string, args: readonly unknown[]): void {
  const [, draft] = args
  const isIntent = typeof draft === 'object' && draft !== null && 'state' in draft && draft.state === 'intent'
  if (name === 'intend' && isIntent) world.strikeWrite(machine, 'intent')
}

function faultOf(world: World, machine: Machine, name: string): 'before' | 'after' | undefined {
  const { part = 'all', share: rate = 0 } = world.storeFaults.get(machine.slot) ?? {}
  if (rate === 0 || (part !== 'all' && !name.startsWith(`${part}.`))) return undefined
  world.draws += 1
  const draw = chanceOf(`${world.plan.seed} fails ${machine.name} ${name} ${world.timeline.now()} ${world.draws}`)
  if (draw >= rate) return undefined
  return draw < rate / 2 ? 'before' : 'after'
}

function describe(args: readonly unknown[]): string {
  const key = keyIn(args)
  return key ? `${key.kind}/${key.id.slice(-4)}` : ''
}

function brief(value: unknown): string {
  if (value === null || value === undefined || typeof value !== 'object') return String(value)
  if ('status' in value) return String(value.status)
  if ('state' in value)
    return `${String(value.state)} v${String('version' in value ? value.version : Reflect.get(value, 'generation'))}`
  if ('generation' in value) return `g${String(value.generation)}`
  if ('items' in value && Array.isArray(value.items)) return `${value.items.length} items`
  return 'token' in value || 'lease' in value ? 'held' : 'ok'
}
