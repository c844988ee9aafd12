import { Pool } from 'pg'
import { postgresStore } from '../src/postgres'

// A process of its own, with no listener for anything: asks the store 50 times a second, on and off, and prints what came of it. It ends
// once its input does. Arguments: URL of the server, schema, which is the name of its connections too.
const [connectionString = '', schema = ''] = process.argv.slice(2)
const pool = new Pool({ connectionString, application_name: schema, max: 3 })
const store = await postgresStore({ pool, schema, timeoutMs: 2_000 })
process.stdin.resume()

for (let round = 0; !process.stdin.readableEnded; round += 1) {
  const key = { company: 'acme', kind: 'identity', id: `p-${round % 5}` } as const
  const answers = await Promise.all([
    store.inbox.note({ key, event: 'update', trigger: 'webhook', at: round }),
    store.mappings.get(key),
    store.leases.acquire(key, 10),
  ])
  process.stdout.write(answers.every((answer) => answer.isOk()) ? 'ok\n' : 'unavailable\n')
  await new Promise((resolve) => setTimeout(resolve, 20))
}
await store.close().match(
  () => process.stdout.write('closed\n'),
  ({ message }) => process.stderr.write(`${message}\n`),
)
await pool.end()
