import { writeFile } from 'node:fs/promises'
import { measureCatchUp } from './catch-up/measure-catch-up'
import { endChildren } from './child/start-child'
import { measureCommandLine } from './command-line/measure-command-line'
import { measureCreateContact } from './create-contact/measure-create-contact'
import { measureEdits } from './edits/measure-edits'
import { measureFirstSync } from './first-sync/measure-first-sync'
import { measureHistory } from './history/measure-history'
import { measureImport } from './import/measure-import'
import { measureImportMemory } from './import/measure-import-memory'
import { measureIntake } from './intake/measure-intake'
import { measureIntakePostgres } from './intake/measure-intake-postgres'
import { reaches, type Measure, type Scenario } from './measure'
import { measureMemory } from './memory/measure-memory'
import { measureQueue } from './queue/measure-queue'
import { readOptions, usage, type Options } from './options'
import { toJson } from './report/to-json'
import { toTable } from './report/to-table'
import { measureWorkers } from './workers/measure-workers'

const scenarios: ReadonlyMap<string, Scenario> = new Map([
  ['intake', measureIntake],
  ['intake-postgres', measureIntakePostgres],
  ['create-contact', measureCreateContact],
  ['first-sync', measureFirstSync],
  ['memory', measureMemory],
  ['import', measureImport],
  ['import-memory', measureImportMemory],
  ['catch-up', measureCatchUp],
  ['workers', measureWorkers],
  ['queue', measureQueue],
  ['edits', measureEdits],
  ['history', measureHistory],
  ['command-line', measureCommandLine],
])
const names = [...scenarios.keys()]

async function run({ only, rounds, json }: Options): Promise<void> {
  const startedAt = new Date()
  const measures: Measure[] = []
  for (const [name, measure] of scenarios) {
    if (only.length > 0 && !only.includes(name)) continue
    const tell = (text: string) => process.stderr.write(`${name}: ${text}\n`)
    try {
      measures.push(...(await measure({ rounds, tell })))
    } catch (error) {
      // The results of the other scenarios are printed all the same.
      process.exitCode = 1
      tell(`FAILED: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  process.stdout.write(`\n${toTable(measures)}\n`)
  if (json !== undefined) await writeFile(json, toJson(measures, startedAt))
  if (!measures.every(reaches)) process.exitCode = 1
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), names)
  if (options === 'help') process.stdout.write(usage(names))
  else await run(options)
}

// A signal ends the children. Then the scenario ends, and removes its schemas and keys from the databases.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, endChildren)

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
