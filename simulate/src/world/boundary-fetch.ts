import type { RequestRecord } from '@siagh-sync/sandbox'
import type { SentRequest } from '../checks/ledger'
import type { Machine } from '../scheduler/machine'
import type { World } from './world'
import { cross } from './passage'
import { cutAnswer } from './siagh-screen'

/** What a server answered: a failed connection is an answer as well. */
type Answer = { readonly response: Response } | { readonly failure: unknown }

/**
 * The `fetch` of one process. A request that has left arrives, though its sender be dead by then; an answer reaches only a sender
 * that lives.
 */
export function boundaryFetch(world: World, machine: Machine): typeof globalThis.fetch {
  return async (input, init = {}) => {
    const url = input instanceof Request ? input.url : input.toString()
    const body = typeof init.body === 'string' ? init.body : ''
    const side = url.startsWith(world.sandbox.siagh.url) ? 'siagh' : 'crm'
    const sent = world.ledger.requestLeaves(machine, side, body)
    const struck = world.strikeSent(sent)
    if (struck === 'cut') world.operator.askAgain(machine.slot, sent.recordId ?? '')
    const answer = await cross<Answer>(world.timeline, world.latency, machine, {
      name: `${side} ${url.slice(url.lastIndexOf('/') + 1)}`,
      usualMs: url.endsWith('/GetAll') ? world.plan.listMs : 40,
      outlivesCaller: true,
      ...(struck && { thereMs: world.latency(`${machine.name} straggles`, 1) * latestOf(world, sent) }),
      ...(struck === 'cut' && { insteadOfAnswer: BROKEN }),
      effect() {
        if (!machine.alive && !struck && !survives(world, machine)) return undefined
        const call = callServer(world, url, init)
        const record = world.sandbox[side].requests().at(-1)
        if (record) sent.record = record
        if (isSilent(record)) {
          void world.timeline.hold(nextTurn()).then(() => world.ledger.requestDone(sent))
          world.trace(`${machine.name} -> ${side} ${record?.operation ?? ''} ${record?.fault ?? ''}`)
          return undefined
        }
        return call.then((answered) => {
          arrived(world, sent)
          return answered
        })
      },
      returned: () => {
        sent.returnedAt = world.timeline.now()
      },
    })
    if ('failure' in answer) throw answer.failure
    return answer.response
  }
}

/** A proxy loses its sender and sends the request on. */
const BROKEN: Answer = { failure: new TypeError('fetch failed', { cause: { code: 'ECONNRESET' } }) }

function arrived(world: World, sent: SentRequest): void {
  const { machine, side, record } = sent
  world.ledger.requestDone(sent)
  world.trace(`${machine.name} -> ${side} ${record?.operation ?? ''} ${record?.fault ?? ''} ${record?.status ?? ''}`)
  if (side === 'crm' && record?.operation.endsWith('Get')) world.strikeRead(machine)
  if (sent.wroteContact || sent.wrotePreInvoice) world.strikeWrite(machine, 'written')
}

// A write that outlives its sender arrives before the product counts it as lost, which it does after 30 seconds.
const LATEST_MS = 26_000

/** No other worker takes the record while the lease of an update lasts. Half of the lease is left when the update leaves. */
function latestOf({ plan }: World, { isUpdate }: SentRequest): number {
  return isUpdate ? Math.min(LATEST_MS, plan.leaseMs / 2) : LATEST_MS
}

/** Of the requests that were on their way when their sender was killed, some get through. */
function survives(world: World, machine: Machine): boolean {
  return world.latency(`${machine.name} survives`, 1) < 0.5
}

async function callServer(world: World, url: string, init: RequestInit): Promise<Answer> {
  try {
    const response = await world.sandbox.fetch(url, init)
    const { status, headers } = response
    // Read on this side, so that the caller's reading takes no turns of its own.
    const bytes = await response.arrayBuffer()
    if (!url.endsWith('/GetAll') || status !== 200 || !world.listCut)
      return { response: new Response(bytes, { status, headers }) }
    const charset = world.plan.dialect.siaghEncoding === 'windows-1256' ? 'windows-1256' : 'utf-8'
    const cut = await cutAnswer(world, new TextDecoder(charset).decode(bytes))
    return { response: new Response(cut, { status, headers: { 'content-type': 'application/json; charset=utf-8' } }) }
  } catch (failure) {
    return { failure }
  }
}

/** Whatever a server does, it has done by then. */
const nextTurn = () => new Promise((resolve) => setImmediate(resolve))

function isSilent(record: RequestRecord<string> | undefined): boolean {
  return record?.fault === 'hang' || record?.fault === 'hangAfter'
}
