import { defineConfig } from 'tsup'
import { notices } from '../../tsup.notices'

/** The command itself: a chunk for each command, loaded when it is called. */
export default defineConfig({
  entry: ['src/bin.ts'],
  format: 'esm',
  target: 'node22',
  // Node keeps the text of what it loads in memory, at two bytes a letter where one letter is beyond Latin.
  esbuildOptions(options) {
    options.charset = 'ascii'
    options.minifyWhitespace = true
    options.minifySyntax = true
    options.legalComments = 'none'
  },
  esbuildPlugins: [notices('dist/THIRD-PARTY-NOTICES.txt')],
  // Some of what is bundled is CommonJS and calls `require` for modules of Node.
  banner: {
    js: "import { createRequire as createRequireHere } from 'node:module'; const require = createRequireHere(import.meta.url);",
  },
})
