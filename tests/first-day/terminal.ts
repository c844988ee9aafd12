import { Writable } from 'node:stream'
import { stripVTControlCharacters } from 'node:util'

const COLUMNS = 100

/** A terminal without colours. */
export function openTerminal() {
  let written = ''
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written += chunk.toString()
      done()
    },
  })
  const text = () => stripVTControlCharacters(written.replace(LINE_TILL_CLEARED, ''))
  return {
    stream: Object.assign(stream, { isTTY: true, columns: COLUMNS }),
    /** What stands on it: a progress bar that was taken away does not. */
    text,
    /** The same, and nothing stands on it any more. */
    take() {
      const stood = text()
      written = ''
      return stood
    },
  }
}

// ESC [ 2 K clears a line: what was written there before is gone.
const LINE_TILL_CLEARED = new RegExp(`^.*${String.fromCharCode(27)}\\[2K`, 'gm')
