import type { World } from '../world/world'
import { readFailures, readJournal } from '../world/read-store'
import { checkGone, checkNewestState, checkOneContact } from './check-contacts'
import { checkAllPosted, checkFailures, checkOnePreInvoice } from './check-documents'
import { checkHeld } from './check-held'
import { checkJournal } from './check-journal'
import { checkWrites } from './check-writes'

/** All promises, once everything is handled. */
export async function checkEverything(world: World): Promise<void> {
  const failures = await readFailures(world)
  world.ledger.violations.push(
    ...checkOneContact(world),
    ...checkNewestState(world, failures, () => true),
    ...checkGone(world, failures, () => true),
    ...checkOnePreInvoice(world),
    ...checkAllPosted(world, failures, () => true),
    ...checkFailures(world, failures),
    ...checkWrites(world.ledger, world.plan),
    ...checkHeld(world),
    ...checkJournal(world.ledger, await readJournal(world)),
  )
}
