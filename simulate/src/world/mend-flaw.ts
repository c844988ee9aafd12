import { killMachine, startMachine } from './start-machine'
import { readShadowed } from './read-store'
import type { World } from './world'

/** The processes that are up are started anew, with other settings. */
function restartAll(world: World, reason: string): void {
  for (const slot of [...world.slots.keys()]) {
    killMachine(world, slot, reason)
    startMachine(world, slot)
  }
}

/** The company goes live: every process is started anew. */
export async function endShadow(world: World): Promise<void> {
  world.ledger.endShadow(await readShadowed(world))
  world.trace('the shadow ends')
  restartAll(world, 'its shadow ends')
}

/** Somebody puts right what made it impossible to work. */
export function mendFlaw(world: World): void {
  const { plan, sandbox } = world
  if (!plan.flaw) return
  sandbox.changeDialect(plan.dialect)
  removeSecondContacts(world)
  world.trace('somebody mends the flaw')
  restartAll(world, 'it gets other settings')
}

/** Where Siagh has made another contact of an update, somebody deletes it. */
function removeSecondContacts({ sandbox, ledger }: World): void {
  for (const { madeAnother } of ledger.requests) if (madeAnother) sandbox.siagh.removeContact(madeAnother.Code)
  ledger.siagh.look()
}
