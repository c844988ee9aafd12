/** So many letters: in a charset of single bytes no text of a server comes to three of them. */
const enough = 3
/** The most that is held back for them. */
const longestHead = 64 * 1024

const letters = /[\u0600-\u06FF]/g

/**
 * Tells Persian in UTF-8 by its bytes, however the server calls them: what the first bytes of a body prove. `open`: not enough of them yet;
 * never so where the body has ended.
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
