import { setTimeout as sleep } from 'node:timers/promises'
import type { AppProcess } from '../stage/app-process'
import type { Mischief, Scene } from './mischief'

/** `kill -9` of a web. */
export const killWeb: Mischief = { name: 'kill -9 a web', act: (scene) => killOne(scene.stage.webs, scene) }

/** `kill -9` of a worker. */
export const killWorker: Mischief = { name: 'kill -9 a worker', act: (scene) => killOne(scene.stage.workers, scene) }

async function killOne(processes: readonly AppProcess[], { random }: Scene): Promise<string> {
  const one = random.pick(processes)
  await one.kill()
  await sleep(random.int(200, 1_500))
  await one.start()
  return one.name
}

/** SIGTERM and a new start of all, one after the other, as a deploy does. */
export const rollingRestart: Mischief = {
  name: 'rolling restart',
  async act({ stage }) {
    const codes: string[] = []
    for (const one of [...stage.workers, ...stage.webs]) {
      const startedAt = Date.now()
      const code = await one.terminate()
      codes.push(`${one.name} ended with ${String(code)} after ${String(Date.now() - startedAt)} ms`)
      await one.start()
    }
    return codes.join(', ')
  },
}

/** A worker stands still for longer than its leases last, and goes on in the middle of what it was doing. */
export const freezeWorker: Mischief = {
  name: 'freeze a worker past its leases',
  async act({ stage, scale, random }) {
    const one = random.pick(stage.workers)
    const ms = scale.leaseSeconds * 1_250 + random.int(0, 500)
    one.freeze()
    await sleep(ms)
    one.thaw()
    return `${one.name} for ${String(ms)} ms`
  },
}
