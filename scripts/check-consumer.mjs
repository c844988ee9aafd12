// Checks the packages as a user gets them. Packs every package and installs it into an empty folder. Imports, requires and type-checks it there.
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inTemporaryFolder, pack, publishedPackages, root, run } from './published-packages.mjs'

// `require` cannot load vitest. So it cannot load a package that uses vitest.
const ESM_ONLY = new Set(['@siagh-sync/contract-tests'])

// The oldest TypeScript that must be able to read our declarations.
const OLDEST_TYPESCRIPT = '~5.4.5'

const packages = publishedPackages().map(({ folder, manifest }) => ({ folder, manifest, name: manifest.name }))

/** Every name that a consumer can import: `@siagh-sync/adapter-store-sql/sqlite`. */
const entriesOf = ({ name, manifest }) =>
  Object.keys(manifest.exports)
    .filter((path) => path !== './package.json')
    .map((path) => name + path.slice(1))

const entries = packages.flatMap(entriesOf)
const requirable = packages.filter(({ name }) => !ESM_ONLY.has(name)).flatMap(entriesOf)

/** The manifest of the user's project: all tarballs, and the peers that they need. */
const consumerManifest = (tarballs) => ({
  name: 'consumer',
  private: true,
  dependencies: {
    ...Object.assign({}, ...packages.map(({ manifest }) => manifest.peerDependencies ?? {})),
    '@types/node': '^22.13.0',
    '@types/express': '^5.0.6',
    typescript: OLDEST_TYPESCRIPT,
    ...tarballs,
  },
})

const loader = (load, names) => `
const names = ${JSON.stringify(names)}
const shape = {}
for (const name of names) shape[name] = Object.keys(${load}(name)).filter((key) => key !== 'default').sort()
console.log(JSON.stringify(shape))
`

/** Existing names do not prove that the code behind them works. So each client calls a server that refuses connections. */
const caller = (load) => `
const access = { baseUrl: 'http://127.0.0.1:1', username: 'u', password: 'p', retry: { attempts: 1 } }
for (const [name, create] of [['siagh-client', 'createSiaghClient'], ['crm-client', 'createCrmClient']]) {
  const answer = await (${load}('@siagh-sync/' + name))[create](access).login()
  if (!answer.isErr() || answer.error.kind !== 'unavailable') throw new Error(name + ' does not call: ' + JSON.stringify(answer))
}
`
const typed = (names) =>
  names
    .map((name, index) => `import * as p${index} from '${name}'\nexport type P${index} = typeof p${index}\n`)
    .join('')

const tsconfig = {
  compilerOptions: { module: 'node16', target: 'es2022', strict: true, noEmit: true, types: ['node'] },
  files: ['consumer.mts', 'consumer.cts'],
}

/** The compiler's complaints about our declarations and the user's project. Complaints about foreign packages are left out. */
const typeErrorsIn = (folder, modules) => {
  try {
    run(join(modules, 'node_modules/.bin/tsc'), ['-p', folder])
    return []
  } catch (error) {
    return error.message.split('\n').filter((line) => /\/@siagh-sync\/|consumer\.[cm]ts/.test(line))
  }
}

await inTemporaryFolder('consumer', (folder) => {
  const write = (file, content) => {
    writeFileSync(join(folder, file), typeof content === 'string' ? content : JSON.stringify(content, null, 2))
  }
  const tarballs = Object.fromEntries(packages.map((it) => [it.name, `file:${pack(it.folder, folder)}`]))
  write('package.json', consumerManifest(tarballs))
  // Their own dependencies on each other come from the tarballs too, not from the registry.
  write('pnpm-workspace.yaml', { overrides: tarballs, allowBuilds: { esbuild: false, msw: false } })
  write('import.mjs', loader('await import', entries))
  write('require.cjs', loader('require', requirable))
  write('call.mjs', caller('await import'))
  write(
    'call.cjs',
    `(async () => {${caller('require')}})().catch((error) => { console.error(error); process.exit(1) })`,
  )
  write('consumer.mts', typed(entries))
  write('consumer.cts', typed(requirable))
  write('tsconfig.json', tsconfig)

  run('pnpm', ['install', '--no-frozen-lockfile', '--prefer-offline'], folder)
  const imported = JSON.parse(run('node', ['import.mjs'], folder))
  const required = JSON.parse(run('node', ['--no-warnings', 'require.cjs'], folder))
  for (const name of requirable) {
    if (String(imported[name]) !== String(required[name])) throw new Error(`${name} gives other names to require()`)
  }
  run('node', ['call.mjs'], folder)
  run('node', ['--no-warnings', 'call.cjs'], folder)
  const complaints = [root, folder].flatMap((modules) => typeErrorsIn(folder, modules))
  if (complaints.length > 0) throw new Error(complaints.join('\n'))
  for (const name of entries) console.log(`✓ ${name}: ${imported[name].length} names`)
})

/** The packages that a user of the command line installs only if needed. */
const NOT_BROUGHT = ['msw', 'bullmq', 'ioredis', 'pg']

// A user who installs only the command line.
await inTemporaryFolder('command-line', (folder) => {
  const { name, folder: cli } = packages.find((each) => each.name === '@siagh-sync/cli')
  const dependencies = { [name]: `file:${pack(cli, folder)}` }
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'operator', private: true, dependencies }))
  run('pnpm', ['install', '--no-frozen-lockfile', '--prefer-offline', '--ignore-workspace'], folder)
  const installed = readdirSync(join(folder, 'node_modules/.pnpm'))
  const brought = NOT_BROUGHT.filter((each) => installed.some((entry) => entry.startsWith(`${each}@`)))
  if (brought.length > 0) throw new Error(`${name} brings ${brought.join(', ')}`)
  const program = join(folder, 'node_modules', name, 'dist/bin.js')
  const version = run('node', [program, '--version'], folder).trim()
  run('node', [program, '--help'], folder)
  const settings = ['SIAGH', 'CRM'].flatMap((system) => [
    `${system}_URL=http://127.0.0.1:1`,
    `${system}_USERNAME=operator`,
    `${system}_PASSWORD=made-up-${system.toLowerCase()}`,
  ])
  // A store in a file needs none of the drivers, also not for a copy of the store.
  writeFileSync(join(folder, '.env'), settings.join('\n'))
  run('node', [program, 'status'], folder)
  // On a terminal the command line loads other parts.
  if (process.platform === 'linux') run('script', ['-qec', `node ${program} status`, '/dev/null'], folder)
  run('node', [program, 'backup', 'copy.db'], folder)
  writeFileSync(join(folder, '.env'), [...settings, 'DATABASE_URL=postgresql://127.0.0.1:1/none'].join('\n'))
  const said = failureOf(() => run('node', [program, 'status'], folder))
  if (!said.includes('npm install [--global] pg@8 bullmq@6'))
    throw new Error(`${name} does not say what to install: ${said}`)
  console.log(`✓ ${name} ${version} alone: ${installed.length} packages, and says which driver is missing`)
})

/** The message of the error of work that must fail. */
function failureOf(work) {
  try {
    return work()
  } catch (error) {
    return error.message
  }
}
