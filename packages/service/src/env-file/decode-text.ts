/** Stands in decoded text for bytes that are no text in its encoding. */
export const UNREADABLE = '\uFFFD'

/**
 * The text of a file that a person saved: UTF-8 or UTF-16, with or without a byte order mark, which is left out. PowerShell's `>` writes
 * UTF-16. Bytes that are no text become `UNREADABLE`, and it is for the caller to refuse them: windows-1256 cannot be told from other
 * encodings of one byte.
 */
export function decodeText(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes)
}

function encodingOf(bytes: Uint8Array): string {
  const [first = 0, second = 0] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  // No mark. Text begins with an ASCII character as a rule, and has no NUL.
  if (first !== 0 && second === 0 && isTextIn('utf-16le', bytes)) return 'utf-16le'
  if (first === 0 && second !== 0 && isTextIn('utf-16be', bytes)) return 'utf-16be'
  return 'utf-8'
}

function isTextIn(encoding: string, bytes: Uint8Array): boolean {
  return bytes.length > 1 && !new TextDecoder(encoding).decode(bytes).includes('\0')
}
