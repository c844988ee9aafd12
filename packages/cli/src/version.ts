import { readFileSync } from 'node:fs'
import { z } from 'zod'

const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))

/** Of this package; its manifest is one folder above, in the sources as in what is published. */
export const { version } = z.object({ version: z.string() }).parse(manifest)
