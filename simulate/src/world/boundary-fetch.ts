import type { RequestRecord } from '@siagh-sync/sandbox'
import type { Machine } from '../scheduler/machine'
import type { World } from './world'
import { cross } from './passage'

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
    const isStruck = sent.recordId !== undefined && world.strikeWrite(machine, 'sent')
    const answer = await cross<Answer>(world.timeline, world.latency, machine, {
      name: `${side} ${url.slice(url.lastIndexOf('/') + 1)}`,
      usualMs: 40,
      outlivesCaller: true,
      ...(isStruck && { thereMs: world.latency(`${machine.name} straggles`, 1) * LATEST_MS }),
      effect() {
        if (!machine.alive && !isStruck && !survives(world, machine)) return undefined
        const call = callServer(world, url, init)
        const record = world.sandbox[side].requests().at(-1)
        if (record) sent.record = record
        if (isSilent(record)) {
          void world.timeline.hold(nextTurn()).then(() => world.ledger.requestDone(sent))
          world.trace(`${machine.name} -> ${side} ${record?.operation ?? ''} ${record?.fault ?? ''}`)
          return undefined
        }
        return call.then((answered) => {
          world.ledger.requestDone(sent)
          world.trace(
            `${machine.name} -> ${side} ${record?.operation ?? ''} ${record?.fault ?? ''} ${record?.status ?? ''}`,
          )
          if (sent.wroteContact || sent.wrotePreInvoice) world.strikeWrite(machine, 'written')
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

// A write that outlives its sender arrives before the product counts it as lost, which it does after 30 seconds.
const LATEST_MS = 26_000

/** Of the requests that were on their way when their sender was killed, some get through. */
function survives(world: World, machine: Machine): boolean {
  return world.latency(`${machine.name} survives`, 1) < 0.5
}

async function callServer(world: World, url: string, init: RequestInit): Promise<Answer> {
  try {
    const response = await world.sandbox.fetch(url, init)
    const { status, headers } = response
    // Read on this side, so that the caller's reading takes no turns of its own.
    return { response: new Response(await response.text(), { status, headers }) }
  } catch (failure) {
    return { failure }
  }
}

/** Whatever a server does, it has done by then. */
const nextTurn = () => new Promise((resolve) => setImmediate(resolve))

function isSilent(record: RequestRecord<string> | undefined): boolean {
  return record?.fault === 'hang' || record?.fault === 'hangAfter'
}
