import { haveRedis } from '../backends/src/index'

/**
 * If the machine has no Redis, it is fetched before the first test, so that no test waits for it. If it cannot be fetched, the tests that
 * need no Redis still run. The tests that need a Redis fail with the sentence that is printed here.
 */
export default async function setup(): Promise<void> {
  await haveRedis().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  })
}
