import type { HeldChange, Sync } from '@siagh-sync/sync-core'
import { chanceOf } from '../../../test-support/random'
import { through } from './through'
import type { World } from './world'

const EVERY_MS = 15_000
// A server that cannot show a record is not asked for it again and again: the client would take it for away.
const UNANSWERED_MS = 3_600_000
const REFUSED_SHARE = 0.2

/** The operator looks at what is held through whichever process is up. */
export function watchHeld(world: World): void {
  if (world.plan.hold === 'none' && world.plan.shadowMs === 0) return
  const notBefore = new Map<string, number>()
  const asked = new Set<string>()
  const again = () => {
    through(world, 0, (sync) => {
      const states = world.isCalm() ? (['held', 'refused'] as const) : (['held'] as const)
      for (const state of states)
        void sync.held({ state }).match(
          ({ items }) => {
            for (const change of items) {
              const { id } = change.key
              if ((notBefore.get(id) ?? 0) > world.timeline.now()) continue
              lookAt(world, sync, change, () => {
                // If an hour changes nothing, the record gets another run, once: that one decides what becomes of it.
                if (world.isCalm() && notBefore.has(id) && !asked.has(id)) {
                  asked.add(id)
                  noteAgain(sync, change.key)
                }
                notBefore.set(id, world.timeline.now() + UNANSWERED_MS)
              })
            }
          },
          () => {},
        )
    })
    world.timeline.schedule(null, EVERY_MS, again)
  }
  world.timeline.schedule(null, EVERY_MS, again)
}

/** Decides about exactly what was shown. What was refused during the faults is released after them. */
function lookAt(world: World, sync: Sync, { key, waitsFor }: HeldChange, isUnanswered: () => void): void {
  const { id, kind } = key
  void sync.showHeld({ kind, id }).match(
    ({ planned, fingerprint, isChanged, result }) => {
      if (!planned || fingerprint === undefined || isChanged) {
        // What is held is out of date. The record gets another run, as after an edit. If a server cannot say what
        // would be sent, the operator waits: each note would begin the attempts of the record anew.
        if (result.isErr() && result.error.retryable) isUnanswered()
        else if (waitsFor === undefined) noteAgain(sync, key)
        return
      }
      world.draws += 1
      const draw = chanceOf(`${world.plan.seed} refuses ${id} ${world.draws}`)
      if (!world.isCalm() && draw < REFUSED_SHARE) {
        world.trace(`the operator refuses ${kind}/${id.slice(-4)}`)
        void sync.refuse({ kind, id }, { seen: fingerprint }).unwrapOr(undefined)
        return
      }
      world.trace(`the operator releases ${kind}/${id.slice(-4)}`)
      world.ledger.released(id, planned)
      void sync.release({ kind, id }, { seen: fingerprint }).unwrapOr(undefined)
    },
    () => {},
  )
}

function noteAgain(sync: Sync, { kind, id }: HeldChange['key']): void {
  void sync.receive({ kind, id, event: 'update' }).unwrapOr(undefined)
}
