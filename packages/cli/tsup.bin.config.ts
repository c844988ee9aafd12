import { defineConfig } from 'tsup'
import { notices } from '../../tsup.notices'

/** The program `siagh-sync`. Each command is a chunk of its own, which is loaded when the command is called. */
export default defineConfig({
  entry: ['src/bin.ts'],
  format: 'esm',
  target: 'node22',
  // Node keeps the text of each loaded file in memory. If one letter is not Latin, each letter takes two bytes.
  esbuildOptions(options) {
    options.charset = 'ascii'
    options.minifyWhitespace = true
    options.minifySyntax = true
    options.legalComments = 'none'
  },
  esbuildPlugins: [notices('dist/THIRD-PARTY-NOTICES.txt')],
  // Some bundled packages are CommonJS, and call `require` for modules of Node.
  banner: {
    js: "import { createRequire as createRequireHere } from 'node:module'; const require = createRequireHere(import.meta.url);",
  },
})
