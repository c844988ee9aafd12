import type { Scenario } from '../measure'
import { runImport } from './run-import'

const size = { contacts: 200_000, identities: 0, twins: 150_000, latencyMs: 0 } as const
const CONCURRENCY = 8
/** What Node takes by itself on a machine of 512 MB. With more, V8 leaves garbage lying that nobody asked it to keep. */
const HEAP_LIMIT = '--max-old-space-size=256'

/** The most memory that an import of 200,000 contacts takes, three quarters of which the CRM has under other spellings. */
export const measureImportMemory: Scenario = async ({ tell }) => {
  tell(`${size.contacts} contacts, ${size.twins} identities; takes some minutes`)
  const { peakRssMb, wallMs, readingMs, report } = await runImport(size, CONCURRENCY, tell, [HEAP_LIMIT])
  const { created, linked, undecided, skipped } = report.actions
  const seconds = (ms: number) => (ms / 1_000).toFixed(0)
  return [
    {
      what: `import of ${size.contacts} contacts, peak MB resident, heap limited to 256`,
      value: Math.round(peakRssMb),
      goal: { atMost: 512 },
      detail: `${report.identities} identities; ${created} created, ${linked} linked, ${undecided} undecided, ${skipped} skipped; ${seconds(wallMs)} s, ${seconds(readingMs)} s of it before the first write`,
    },
  ]
}
