// Checks the packed packages with publint, with attw and with our own rules. Run it after `build`.
import { basename } from 'node:path'
import { inTemporaryFolder, pack, publishedPackages, run } from './published-packages.mjs'

/** Our own rules that a packed package breaks, one sentence for each. */
const brokenRules = (manifest, files) => [
  ...(manifest.sideEffects === false ? [] : ['`sideEffects` is not false']),
  ...(manifest.engines?.node === undefined ? ['`engines.node` is missing'] : []),
  ...(manifest.exports === undefined ? ['`exports` is missing'] : []),
  ...(files.includes('package/README.md') ? [] : ['README.md is missing']),
  ...(files.some((file) => file.startsWith('package/LICENSE')) ? [] : ['LICENSE is missing']),
  ...files.filter((file) => /\.test\.|\.tgz$|\.env/.test(file)).map((file) => `${file} does not belong in a package`),
  ...(/"(workspace|link|file):/.test(JSON.stringify(manifest)) ? ['a dependency points into the workspace'] : []),
]

/** Everything that is wrong with a tarball. */
const findings = (tarball) => {
  const files = run('tar', ['tzf', tarball]).trim().split('\n')
  const manifest = JSON.parse(run('tar', ['xzOf', tarball, 'package/package.json']))
  const tools = [
    ['publint', ['run', tarball, '--strict']],
    ['attw', [tarball, '--no-color', '--format', 'ascii']],
  ]
  return [...brokenRules(manifest, files), ...tools.flatMap(([tool, args]) => complaintsOf(tool, args))]
}

const complaintsOf = (tool, args) => {
  try {
    run(tool, args)
    return []
  } catch (error) {
    return [error.message]
  }
}

const bad = await inTemporaryFolder('packages', (folder) =>
  publishedPackages().filter((published) => {
    const tarball = pack(published.folder, folder)
    const found = findings(tarball)
    console.log(`${found.length === 0 ? '✓' : '✗'} ${basename(tarball)}`)
    found.forEach((finding) => console.log(`  ${finding.replaceAll('\n', '\n  ')}`))
    return found.length > 0
  }),
)
process.exitCode = bad.length === 0 ? 0 : 1
