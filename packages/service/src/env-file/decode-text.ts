/** Replaces bytes that are not text in the encoding of the file. */
export const UNREADABLE = '\uFFFD'

/**
 * The text of a file that a person has saved: UTF-8 or UTF-16, with or without a byte order mark, which is left out.
 * PowerShell's `>` writes UTF-16. Bytes that are not text become `UNREADABLE`, and the caller has to refuse them:
 * windows-1256 cannot be distinguished from other single-byte encodings.
 */
export function decodeText(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes)
}

function encodingOf(bytes: Uint8Array): string {
  const [first = 0, second = 0] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  // There is no mark. The first character is usually ASCII, and text has no NUL.
  if (first !== 0 && second === 0 && isTextIn('utf-16le', bytes)) return 'utf-16le'
  if (first === 0 && second !== 0 && isTextIn('utf-16be', bytes)) return 'utf-16be'
  return 'utf-8'
}

function isTextIn(encoding: string, bytes: Uint8Array): boolean {
  return bytes.length > 1 && !new TextDecoder(encoding).decode(bytes).includes('\0')
}
