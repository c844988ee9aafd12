// In the CommonJS declarations of a package, marks the types that come from packages with only ES modules. Otherwise the compiler refuses them.
// Usage: node mark-esm-types.mjs NAME…, in the folder of the package, after its build.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'

const names = process.argv.slice(2)

for (const file of readdirSync('dist').filter((name) => name.endsWith('.d.cts'))) {
  const declarations = readFileSync(`dist/${file}`, 'utf8')
  const marked = names.reduce(
    (text, name) =>
      text.replace(
        new RegExp(`^import (?:type )?(\\{[^}]*\\}) from '${name}';$`, 'gm'),
        `import type $1 from '${name}' with { 'resolution-mode': 'import' };`,
      ),
    declarations,
  )
  if (marked !== declarations) writeFileSync(`dist/${file}`, marked)
}
