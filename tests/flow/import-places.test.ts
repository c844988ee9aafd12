import type { Store } from '@siagh-sync/sync-core'
import { ResultAsync } from 'neverthrow'
import { expect, test } from 'vitest'
import { importWorld } from './import-world'

type Input = Parameters<typeof globalThis.fetch>[0]

const isCreate = (input: Input) => (input instanceof Request ? input.url : input.toString()).endsWith('/create')

function worldOf(contacts: number) {
  const world = importWorld()
  for (let number = 1; number <= contacts; number += 1) {
    world.sandbox.siagh.addContact({ Code: 9_000 + number, Name: `سارا آزمونی${number}` })
  }
  return world
}

test('a contact that waits for the store takes no place from the next call', async () => {
  const world = worldOf(3)
  let second: () => void = () => {}
  const secondLeft = new Promise<void>((resolve) => (second = resolve))
  let creates = 0
  const fetch: typeof globalThis.fetch = (input, init) => {
    if (isCreate(input) && (creates += 1) === 2) second()
    return world.sandbox.fetch(input, init)
  }
  // The store takes the first identity only when the second one has left for the CRM.
  const finish: Store['finish'] = (...end) => new ResultAsync(secondLeft.then(() => world.store.finish(...end)))
  const store = { ...world.store, finish }
  const { report } = await world.run(world.start(Infinity, false, { ...world.sandbox, fetch }, store), {
    concurrency: 1,
  })
  expect(report?.actions.created).toBe(3)
})

test('never more contacts are on their way to the CRM than were asked for', async () => {
  const world = worldOf(30)
  world.sandbox.crm.faults.latency(20, { operation: 'personCreate' })
  let [underWay, most] = [0, 0]
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const counted = isCreate(input) ? 1 : 0
    most = Math.max(most, (underWay += counted))
    try {
      return await world.sandbox.fetch(input, init)
    } finally {
      underWay -= counted
    }
  }
  await world.run(world.start(Infinity, false, { ...world.sandbox, fetch }), { concurrency: 3 })
  expect(most).toBe(3)
})
