import { err, ok, type Result } from 'neverthrow'
import { charsetProof } from './charset-proof'

/** Reads the bytes of one body as text. The error is a sentence that says why the bytes are not text. */
export interface BodyText {
  /** The text of the next bytes. A character may be split between two calls. */
  readonly take: (bytes: Uint8Array) => Result<string, string>
  /** Ends the body and returns the rest of the text. */
  readonly end: () => Result<string, string>
}

type Decoder = InstanceType<typeof TextDecoder>

const longestBom = 3

/**
 * Creates a reader for a body with these headers. The charset comes from the byte order mark, else from
 * `content-type`, else it is UTF-8. Bytes that are not text in this charset are an error. A charset that Node does
 * not know is an error too (https://encoding.spec.whatwg.org/#names-and-labels). Persian in UTF-8 is read as UTF-8
 * even if `content-type` names a single-byte charset, as some servers do by default. In that charset every byte would
 * be a wrong letter.
 */
export function createBodyText(headers: Headers): BodyText {
  const declared = charsetOf(headers)
  let decoder: Decoder | undefined
  let head: Uint8Array = new Uint8Array()

  const choose = (isLast: boolean): Result<Decoder | undefined, string> => {
    if (head.byteLength < longestBom && !isLast) return ok(undefined)
    const charsetOfHead = charsetOfBom(head)
    const charset = charsetOfHead ?? declared
    const chosen = decoderOf(charset)
    if (chosen === undefined) return err(`The answer is in a charset that is not known (${printable(charset)})`)
    if (charsetOfHead !== undefined || !isSingleByte(chosen)) return ok(chosen)
    switch (charsetProof(head, isLast)) {
      case 'utf-8':
        return ok(decoderOf('utf-8'))
      case 'other':
        return ok(chosen)
      case 'open':
        return ok(undefined)
    }
  }
  const read = (bytes: Uint8Array, isLast: boolean): Result<string, string> => {
    if (decoder !== undefined) return decode(decoder, bytes, isLast)
    head = joined(head, bytes)
    return choose(isLast).andThen((chosen) => {
      if (chosen === undefined) return ok('')
      decoder = chosen
      return decode(chosen, head, isLast)
    })
  }
  return { take: (bytes) => read(bytes, false), end: () => read(new Uint8Array(), true) }
}

function charsetOf(headers: Headers): string {
  const type = headers.get('content-type') ?? ''
  const [, quoted, bare] = /;\s*charset\s*=\s*(?:"([^"]*)"|([^\s;,"]*))/i.exec(type) ?? []
  // Single quotes have no meaning in a header, but some servers send them.
  return (quoted ?? bare?.replace(/^'(.*)'$/, '$1') ?? '').trim() || 'utf-8'
}

function charsetOfBom([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined
}

function decoderOf(charset: string): Decoder | undefined {
  try {
    return new TextDecoder(charset, { fatal: true })
  } catch {
    return undefined
  }
}

function isSingleByte({ encoding }: Decoder): boolean {
  return /^(?:windows|iso-8859)-/.test(encoding)
}

function decode(decoder: Decoder, bytes: Uint8Array, isLast: boolean): Result<string, string> {
  try {
    return ok(decoder.decode(bytes, { stream: !isLast }))
  } catch {
    return err(`The answer is no valid text in its charset (${decoder.encoding})`)
  }
}

/** The name comes from the server. Only as much as a charset name can hold goes into a message. */
function printable(charset: string): string {
  return charset.slice(0, 40).replace(/[^\w.:+-]/g, '?')
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.byteLength + second.byteLength)
  both.set(first)
  both.set(second, first.byteLength)
  return both
}
