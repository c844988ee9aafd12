import { createRequire } from 'node:module'
import type * as Msw from 'msw'

/**
 * Loads msw when handlers are wanted, and not before: only tests have a use for it, and it is large. msw is an ES module alone;
 * `require` loads it since Node 22.12, and gives what `import` gives.
 */
export function loadMsw(): typeof Msw {
  const load = createRequire(import.meta.url)
  try {
    return load('msw') as typeof Msw
  } catch (cause) {
    throw new Error(
      'The handlers of the sandbox need msw 3: npm install --save-dev msw. Its HTTP servers need nothing.',
      {
        cause,
      },
    )
  }
}
