import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { FOLDER } from './patches'

const FILE = join(FOLDER, 'caught.json')

/** By the name of a mutant: the seed that caught it when it was hunted last. */
export function readCaught(): ReadonlyMap<string, number> {
  return new Map(Object.entries(JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, number>))
}

/** Remembers which seed has caught a mutant; `undefined`: none has. */
export function writeCaught(name: string, seed: number | undefined): void {
  const caught = new Map(readCaught())
  if (caught.get(name) === seed) return
  if (seed === undefined) caught.delete(name)
  else caught.set(name, seed)
  const sorted = [...caught].sort(([one], [other]) => (one < other ? -1 : 1))
  writeFileSync(FILE, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`)
}
