import { readFileSync } from 'node:fs'

/** Of this package; its manifest is one folder above, in the sources as in what is published. */
export const version = versionOf(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))

function versionOf(manifest: string): string {
  const { version } = JSON.parse(manifest) as { readonly version: string }
  return version
}
