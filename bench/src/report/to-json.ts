import { cpus, loadavg } from 'node:os'
import { reaches, type Measure } from '../measure'

/** The figures and what they were taken on, as JSON text. */
export function toJson(measures: readonly Measure[], at: Date): string {
  const machine = { node: process.version, processors: cpus().length, load: loadavg()[0] }
  const figures = measures.map((measure) => ({ ...measure, reached: reaches(measure) }))
  return `${JSON.stringify({ at: at.toISOString(), machine, measures: figures }, null, 2)}\n`
}
