/**
 * A text for a column of `width`: one character a cell, so that a terminal and the table agree on how wide it is. A half-space
 * (U+200C), which terminals draw in no cell or in one, becomes a space; marks without width are left out.
 */
export function inColumns(text: string, width: number): string {
  const plain = text
    .replaceAll('\u200C', ' ')
    .replace(/[\p{Mn}\p{Cf}\p{Cc}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
  const characters = Array.from(plain)
  return characters.length <= width ? plain : `${characters.slice(0, width - 1).join('')}…`
}
