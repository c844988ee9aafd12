import { serveStore } from '@siagh-sync/contract-tests/process'
import { sqliteStore } from '../src/sqlite'

// A process of its own on the file that it is given.
await serveStore((place) => sqliteStore({ file: String(place) }))
