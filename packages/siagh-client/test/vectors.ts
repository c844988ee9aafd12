import { readdirSync, readFileSync } from 'node:fs'

const folder = new URL('./vectors/', import.meta.url)

/** A recorded exchange. */
export interface Vector {
  readonly request: {
    readonly method: string
    readonly path: string
    readonly headers?: Readonly<Record<string, string>>
    readonly body?: unknown
  }
  readonly response: { readonly status: number; readonly body: unknown }
}

/** The names of all recorded exchanges. */
export const vectorNames = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.replace('.json', ''))

export function readVector(name: string): Vector {
  return JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as Vector
}
