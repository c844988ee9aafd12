import type { Answer } from './answer'

/** How a server encodes its texts, and what its header says of that. */
export type Encoding = 'utf-8' | 'utf-8-with-bom' | 'utf-8-undeclared' | 'utf-8-declared-1256' | 'windows-1256'

// What Windows writes for letters that the code page does not have (Microsoft's table of best fits).
const bestFits: ReadonlyMap<string, string> = new Map([
  ['ی', 'ي'],
  ...Array.from('۰۱۲۳۴۵۶۷۸۹', (digit, value): [string, string] => [digit, String(value)]),
  ...Array.from('٠١٢٣٤٥٦٧٨٩', (digit, value): [string, string] => [digit, String(value)]),
])

const bytesOf1256 = (): ReadonlyMap<string, number> => {
  const decoder = new TextDecoder('windows-1256')
  return new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]))
}

let known1256: ReadonlyMap<string, number> | undefined

const to1256 = (text: string): Uint8Array => {
  known1256 ??= bytesOf1256()
  const known = known1256
  return Uint8Array.from(text, (letter) => known.get(bestFits.get(letter) ?? letter) ?? '?'.charCodeAt(0))
}

const withType = (answer: Answer, body: Answer['body'], charset?: string): Answer => ({
  ...answer,
  body,
  headers: {
    ...answer.headers,
    'content-type': `application/json${charset === undefined ? '' : `; charset=${charset}`}`,
  },
})

/** An answer in JSON as a server with this encoding sends it. Other answers stay as they are. */
export const encodeAnswer = (answer: Answer, encoding: Encoding): Answer => {
  if (encoding === 'utf-8' || !answer.headers['content-type']?.startsWith('application/json')) return answer
  const bytes = typeof answer.body === 'string' ? Buffer.from(answer.body) : answer.body
  switch (encoding) {
    case 'utf-8-with-bom':
      return withType(answer, Buffer.concat([Buffer.from('\uFEFF'), bytes]), 'utf-8')
    case 'utf-8-undeclared':
      return withType(answer, bytes)
    case 'utf-8-declared-1256':
      return withType(answer, bytes, 'windows-1256')
    case 'windows-1256':
      return withType(answer, to1256(Buffer.from(bytes).toString()), 'windows-1256')
  }
}
