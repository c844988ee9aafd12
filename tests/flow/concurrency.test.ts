import { ResultAsync } from 'neverthrow'
import { expect, it, vi } from 'vitest'
import { callsTo, succeed, untilHandled, world, type World } from './world'

const receive = async ({ sync, sandbox }: World, count: number) => {
  for (let index = 0; index < count; index += 1) {
    const id = sandbox.crm.createPerson({ nickName: `نام ${index}` })
    await succeed(sync.receive({ kind: 'identity', id, event: 'insert' }))
  }
}

it('no more calls are under way at once than `concurrency` says', async () => {
  const the = world()
  const heal = the.sandbox.crm.faults.set('hang')
  await receive(the, 8)
  await succeed(the.sync.start({ concurrency: 2 }))
  await vi.waitFor(() => expect(callsTo(the.sandbox.crm, 'login')).toBe(1))
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(the.sandbox.crm.requests()).toHaveLength(1)

  heal()
  const slow = the.sandbox.crm.faults.set('hang', { operation: 'personGet' })
  await vi.waitFor(() => expect(callsTo(the.sandbox.crm, 'personGet')).toBe(2), { timeout: 2_000 })
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(callsTo(the.sandbox.crm, 'personGet')).toBe(2)
  slow()
  await untilHandled(the)
})

it('a run that waits for the store takes no place from another that could call', async () => {
  let letGo = () => {}
  const held = new Promise<void>((resolve) => (letGo = resolve))
  let intents = 0
  const the = world({
    store: (store) => ({
      ...store,
      intend: (...intent) => {
        intents += 1
        const intended = () => store.intend(...intent)
        return intents === 1 ? ResultAsync.fromSafePromise(held).andThen(intended) : intended()
      },
    }),
  })
  await receive(the, 2)
  await succeed(the.sync.start({ concurrency: 1 }))
  await vi.waitFor(() =>
    expect(the.sandbox.siagh.requests().filter((call) => call.operation === 'saveContact')).toHaveLength(1),
  )
  letGo()
  await untilHandled(the)
  expect(callsTo(the.sandbox.siagh, 'saveContact')).toBe(2)
})
