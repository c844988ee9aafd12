import { join } from 'node:path'
import ts from 'typescript'
import { root, type Snippet } from './readmes'
import { modulesOfReader, surroundings, surroundingsOf } from './surroundings'

// A snippet may import what its package depends on, and what an application or the flow's tests do.
const FALLBACKS = ['examples/express-app', 'tests', 'tests/frameworks', 'packages/siagh-client'].map((folder) =>
  join(root, folder, 'x.ts'),
)

/** Compiles all snippets against the sources of the workspace; answers the errors of each, by its name. */
export function typeCheck(snippets: readonly Snippet[]): ReadonlyMap<string, readonly string[]> {
  const files = new Map(snippets.map((snippet, index) => [pathOf(snippet, index), moduleOf(snippet)]))
  const ours = new Map([
    ...files,
    [join(root, 'tests', 'surroundings-of-readmes.ts'), surroundings],
    ...readersModules(),
  ])
  const options = optionsOfReaders()
  const program = ts.createProgram([...ours.keys()], options, hostWith(ours, options))
  return new Map(
    snippets.map((snippet, index) => {
      const source = program.getSourceFile(pathOf(snippet, index))
      const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]
      return [snippet.name, found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))]
    }),
  )
}

function pathOf({ folder }: Snippet, index: number): string {
  return join(root, folder, `readme-${index}.ts`)
}

function moduleOf({ folder, code }: Snippet): string {
  return `${code}\n${surroundingsOf[folder] ?? ''}\nexport {}\n`
}

function readersModules(): [string, string][] {
  return Object.entries(modulesOfReader).map(([name, code]) => [join(root, 'tests', `${name}.ts`), code])
}

/** Ours, but for what is a matter of taste: `process.env.NAME` is how a reader would write it. */
function optionsOfReaders(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.base.json'), (path) => ts.sys.readFile(path))
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: [] }, ts.sys, root)
  return { ...options, noPropertyAccessFromIndexSignature: false }
}

/** Files that are nowhere on disk, and imports that are looked for from more than one place. */
function hostWith(files: ReadonlyMap<string, string>, options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options)
  const resolve = (name: string, from: string) => ts.resolveModuleName(name, from, options, host).resolvedModule
  return {
    ...host,
    fileExists: (path) => files.has(path) || ts.sys.fileExists(path),
    readFile: (path) => files.get(path) ?? ts.sys.readFile(path),
    getSourceFile: (path, target) => {
      const text = files.get(path) ?? ts.sys.readFile(path)
      return text === undefined ? undefined : ts.createSourceFile(path, text, target)
    },
    resolveModuleNameLiterals: (names, from) =>
      names.map(({ text }) => {
        const places = files.has(from) ? [from, ...FALLBACKS] : [from]
        if (files.has(from) && text in modulesOfReader)
          return { resolvedModule: { resolvedFileName: join(root, 'tests', `${text}.ts`), extension: ts.Extension.Ts } }
        return { resolvedModule: places.map((place) => resolve(text, place)).find((found) => found !== undefined) }
      }),
  }
}
