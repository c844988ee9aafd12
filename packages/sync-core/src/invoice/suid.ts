import { createHash } from 'node:crypto'
import { foldId } from '../key'
import type { RecordKey } from '../types'

/**
 * The `_In_Suid` of a document: 32 upper-case hex digits. It is the same for every attempt at one document. Nobody
 * knows whether Siagh refuses a repeated one. It helps the person who has to look. Source: siagh.md, "Pre-invoice".
 */
export function suidOf(key: RecordKey): string {
  const name = JSON.stringify([key.company, key.kind, foldId(key.id)])
  return createHash('sha256').update(name).digest('hex').slice(0, 32).toUpperCase()
}
