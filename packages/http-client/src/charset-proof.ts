/**
 * How many Persian letters are needed. Text of a server in a single-byte charset, read as UTF-8, never has three of
 * them.
 */
const enough = 3
/** The largest number of bytes that are kept back to find them. */
const longestHead = 64 * 1024

const letters = /[\u0600-\u06FF]/g

/**
 * Finds out from the first bytes of a body whether it is Persian in UTF-8, whatever charset the server names. `open`:
 * more bytes are needed. Never `open` if `isWhole`.
 */
export function charsetProof(head: Uint8Array, isWhole: boolean): 'utf-8' | 'other' | 'open' {
  const text = utf8Of(head, isWhole)
  if (text === undefined) return 'other'
  if ((text.match(letters)?.length ?? 0) >= enough) return 'utf-8'
  return isWhole || head.byteLength >= longestHead ? 'other' : 'open'
}

function utf8Of(bytes: Uint8Array, isWhole: boolean): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !isWhole })
  } catch {
    return undefined
  }
}
