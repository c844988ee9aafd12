import { sqliteStore } from '../src/sqlite'

// A process of its own: notes, 16 at a time, and prints the generation or id of every note that was acknowledged.
// Arguments: file, prefix of the ids ('' for one shared id), number of notes ('forever' to be killed).
const [file = '', prefix = '', count = 'forever'] = process.argv.slice(2)
const total = count === 'forever' ? Infinity : Number(count)
const store = await sqliteStore({ file })
let next = 0

async function noteOn(): Promise<void> {
  while (next < total) {
    const id = prefix === '' ? 'shared' : `${prefix}-${next}`
    next += 1
    const key = { company: 'acme', kind: 'identity', id } as const
    const noted = await store.inbox.note({ key, event: 'update', trigger: 'webhook', at: next })
    noted.match(
      ({ generation }) => process.stdout.write(`${prefix === '' ? generation : id}\n`),
      ({ message }) => process.stderr.write(`${message}\n`),
    )
  }
}

await Promise.all(Array.from({ length: 16 }, noteOn))
await store.close().match(
  () => undefined,
  ({ message }) => process.stderr.write(`${message}\n`),
)
