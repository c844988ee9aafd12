import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The root of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/** The folders of `packages/`. */
export const packages = readdirSync(join(root, 'packages'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort()

/** What a newcomer reads, as paths from the root. */
export const readmes = [
  'README.md',
  'README.fa.md',
  'examples/express-app/README.md',
  'demo/README.md',
  'docker/README.md',
  ...packages.map((name) => `packages/${name}/README.md`),
]

/** The text of a file, by its path from the root. */
export function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

/** A block of TypeScript that stands in a README. */
export interface Snippet {
  /** As in `packages/sync-core/README.md, block 1`. */
  readonly name: string
  readonly code: string
  /** The folder whose dependencies the block may import. */
  readonly folder: string
}

/** Every block that is marked as TypeScript. */
export function snippetsOf(readme: string): Snippet[] {
  return [...textOf(readme).matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = ''], index) => ({
    name: `${readme}, block ${index + 1}`,
    code,
    folder: dirname(readme),
  }))
}
