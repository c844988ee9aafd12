import { createInterface } from 'node:readline'
import type { Store, StoreUnavailable } from '@siagh-sync/sync-core'
import type { ResultAsync } from 'neverthrow'
import type { Reply, Call } from './messages'

type Method = (...parameters: readonly unknown[]) => ResultAsync<unknown, StoreUnavailable>

/**
 * Everything that a script of `otherProcess` has to do. It opens the store at the place that the contract suite was
 * given, calls its methods as the suite asks, and closes it when its stdin ends. Rejects when the store cannot be
 * opened.
 *
 * @example
 * ```ts
 * await serveStore((place) => openMyStore(place as string))
 * ```
 */
export async function serveStore(open: (place: unknown) => Promise<Store>): Promise<void> {
  const store = await open(JSON.parse(process.argv[2] ?? 'null'))
  const send = (answer: Reply) => process.stdout.write(`${JSON.stringify(answer)}\n`)
  send({ id: 0 })
  const answer = async (line: string) => {
    const { id, part, method, parameters } = JSON.parse(line) as Call
    const methods: unknown = part === 'flow' ? store : Reflect.get(store, part)
    const call = (methods as Readonly<Record<string, Method>>)[method]
    if (call === undefined) throw new Error(`the store has no ${part}.${method}`)
    send(
      await call(...parameters).match(
        (value): Reply => ({ id, value }),
        ({ message }) => ({ id, failure: message }),
      ),
    )
  }
  const lines = createInterface(process.stdin)
  lines.on('line', (line) => void answer(line))
  lines.on(
    'close',
    () =>
      void store.close().match(
        () => undefined,
        ({ message }) => send({ id: 0, failure: message }),
      ),
  )
}
