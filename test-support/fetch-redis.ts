import { haveRedis } from '../backends/src/index'

/**
 * A Redis that is missing is fetched before the first test, so that no test waits for it. Where that fails, the tests without a Redis
 * still run, and those that want one fail with the same sentence.
 */
export default async function setup(): Promise<void> {
  await haveRedis().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  })
}
