import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { decodeText, UNREADABLE } from '../env-file/decode-text'
import { createJiti, type Jiti } from 'jiti'
import * as kit from './config-kit'

/**
 * Creates a reader of configuration files in JSON, JavaScript or TypeScript, in any Unicode encoding. Rejects if the
 * file has bytes of another encoding. Such bytes would become wrong characters, for example in the name of a company.
 */
export function createReader(from: string): Jiti {
  const jiti = createJiti(from, {
    interopDefault: true,
    moduleCache: false,
    // So that the file can import `defineConfig`, wherever siagh-sync is installed.
    virtualModules: { '@siagh-sync/cli': kit, '@siagh-sync/service': kit },
  })
  const importUtf8 = jiti.import.bind(jiti)
  return Object.assign(jiti, {
    async import(path: string, options?: Parameters<Jiti['import']>[1]): Promise<unknown> {
      const bytes = await readFile(path)
      const text = decodeText(bytes)
      const line = text.split(/\r\n|\r|\n/).findIndex((each) => each.includes(UNREADABLE)) + 1
      if (line > 0) throw new Error(`${path}, line ${line}: It holds bytes that are no UTF-8. Save the file as UTF-8.`)
      if (bytes.includes(0)) return evaluate(jiti, path, text)
      return importUtf8(path, options)
    },
  })
}

/** Reads UTF-16. It has a NUL in each ASCII character, and jiti cannot read that. */
async function evaluate(jiti: Jiti, filename: string, text: string): Promise<unknown> {
  const ext = extname(filename)
  if (ext === '.json') return JSON.parse(text)
  const module = await jiti.evalModule(text, { filename, ext, async: true })
  return typeof module === 'object' && module !== null && 'default' in module ? module.default : module
}
