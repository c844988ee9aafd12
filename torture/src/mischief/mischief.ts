import type { Random } from '../../../test-support/random'
import type { Scale } from '../scale'
import type { Stage } from '../stage/open-stage'

/** Something that is done to the processes while the load goes on. One at a time. */
export interface Mischief {
  readonly name: string
  /** Resolves when all is well again. What it tells goes into the printed schedule. */
  act(scene: Scene): Promise<string>
}

/** What a mischief is done to. */
export interface Scene {
  readonly stage: Stage
  readonly scale: Scale
  readonly random: Random
}
