import { parseWebhook } from '@siagh-sync/sync-core'
import type { Acks } from '../checks/acks'
import type { Running, World } from './world'

/** The CRM gives up on an answer after this time. */
const PATIENCE_MS = 10_000

/** Points the CRM's webhooks at the processes, past HTTP: each goes to one that is up, if any is. */
export function deliverWebhooks(world: World, acks: Acks): void {
  const { webhooks } = world.sandbox.crm
  webhooks.pointAt('http://app.test/webhook/crm')
  webhooks.set({
    ...world.plan.webhooks,
    send: (url) =>
      new Promise((resolve, reject) => {
        const up = [...world.slots.values()]
        const target = up[Math.floor(world.latency('balancer', 1) * up.length) % Math.max(1, up.length)]
        world.timeline.schedule(null, PATIENCE_MS, () => reject(new Error('no answer')))
        if (target) deliver(world, acks, target, url, (status) => resolve({ status }))
      }),
  })
}

function deliver(world: World, acks: Acks, target: Running, url: string, answer: (status: number) => void): void {
  const { pathname, searchParams } = new URL(url)
  const kind = pathname.endsWith('identity') ? 'identity' : pathname.endsWith('invoice') ? 'invoice' : 'quote'
  const { machine, sync } = target
  world.timeline.schedule(machine, world.latency('webhook', 20), () => {
    const change = parseWebhook({ method: 'GET', kind, query: searchParams })
    if (change.isErr()) {
      world.ledger.violations.push(`webhook: ${change.error.message}`)
      return
    }
    const handedInAt = world.timeline.now()
    void sync.receive(change.value).match(
      () => {
        acks.acknowledged(change.value, handedInAt)
        world.trace(
          `${machine.name} answers 202 for ${change.value.event} ${change.value.kind}/${change.value.id.slice(-4)}`,
        )
        world.timeline.schedule(null, world.latency('webhook back', 20), () => answer(202))
      },
      () => world.timeline.schedule(null, 0, () => answer(503)),
    )
  })
}
