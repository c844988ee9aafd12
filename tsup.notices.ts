import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Options } from 'tsup'

type Plugin = NonNullable<Options['esbuildPlugins']>[number]

/** Writes the names and licences of all foreign packages in a bundle. Their licences demand this. */
export const notices = (file: string): Plugin => ({
  name: 'notices',
  setup(build) {
    build.initialOptions.metafile = true
    build.onEnd(({ metafile }) => {
      const outputs = Object.values(metafile?.outputs ?? {})
      const inputs = outputs.flatMap((output) =>
        Object.keys(output.inputs).filter((name) => name.includes('node_modules/')),
      )
      const folders = new Set(inputs.map(packageFolderOf))
      const texts = [...folders].map(noticeOf).sort()
      writeFileSync(file, [...new Set(texts)].join(`\n${'-'.repeat(80)}\n\n`))
    })
  },
})

/** The folder of the package that a file belongs to: the innermost with a manifest that has a name and a version. */
function packageFolderOf(input: string): string {
  for (let folder = dirname(input); folder !== '.'; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json')) && manifestOf(folder).version !== undefined) return folder
  }
  throw new Error(`${input} belongs to no package`)
}

function noticeOf(folder: string): string {
  const { name = '', version = '', license = '' } = manifestOf(folder)
  const texts = readdirSync(folder).filter((file) => /^(licen[cs]e|notice)/i.test(file))
  const bodies = texts.map((file) => readFileSync(join(folder, file), 'utf8').trim())
  return [`${name} ${version} (${license})`, ...bodies].join('\n\n') + '\n'
}

const manifestOf = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly name?: string
    readonly version?: string
    readonly license?: string
  }
