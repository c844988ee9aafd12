import { runSeed } from '../run-seed'

/** A process that runs the seeds it is given one after the other, and says what came of each. */
process.on('message', (seed: number) => {
  void runSeed(seed).then(({ trace: _, ...verdict }) => process.send?.(verdict))
})
process.on('disconnect', () => process.exit(0))
