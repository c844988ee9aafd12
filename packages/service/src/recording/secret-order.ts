import { createCipheriv, createHmac } from 'node:crypto'

/** Draws from a secret key. The same label always draws the same. Without the key nobody can tell what a label draws. */
export interface SecretOrder {
  /** 32 bytes that belong to the label. */
  readonly bytes: (label: string) => Buffer
  /** A whole number from 0 to below `below`. */
  readonly number: (label: string, below: number) => number
  /**
   * Other digits of the same count, by a permutation that only the key knows: two different texts never become the same
   * one. `isAlike` may hold some texts together; a text stays among those that are alike.
   */
  readonly digits: (digits: string, isAlike?: (candidate: string) => boolean) => string
}

/** A number that belongs to a round of the permutation and to half of the digits. */
type Draw = (count: number, round: number, half: string) => bigint

/** Up to this count of digits, a table of all texts makes sure that none stays as it is. */
const TABLE_DIGITS = 4
const ROUNDS = 10
/** Longer texts are cut, because half of a piece has to fit into a block of the cipher. */
const PIECE_DIGITS = 36

/** Makes the draws of one key. */
export function createSecretOrder(key: Uint8Array): SecretOrder {
  const bytes = (label: string) => createHmac('sha256', key).update(label).digest()
  const draw = createDraw(bytes('digits'))
  const tables = new Map<number, ReadonlyMap<string, string>>()
  const tableOf = (count: number) => {
    const table = tables.get(count) ?? ringOf(count, draw)
    tables.set(count, table)
    return table
  }
  const step = (digits: string) =>
    digits.length <= TABLE_DIGITS ? (tableOf(digits.length).get(digits) ?? digits) : permuted(digits, draw)
  return {
    bytes,
    number: (label, below) => Number(bytes(label).readBigUInt64BE() % BigInt(below)),
    digits: (digits, isAlike = () => true) => {
      if (digits.length > PIECE_DIGITS) {
        return digits.replace(new RegExp(`\\d{1,${PIECE_DIGITS}}`, 'g'), (piece) => permuted(piece, draw))
      }
      let candidate = step(digits)
      while (!isAlike(candidate) && candidate !== digits) candidate = step(candidate)
      return candidate
    },
  }
}

function createDraw(key: Uint8Array): Draw {
  const cipher = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false)
  const block = Buffer.alloc(16)
  return (count, round, half) => {
    const value = BigInt(half)
    block[0] = count
    block[1] = round
    block.writeUIntBE(0, 2, 6)
    block.writeBigUInt64BE(value & 0xffff_ffff_ffff_ffffn, 8)
    block.writeUInt32BE(Number(value >> 64n), 4)
    const drawn = cipher.update(block)
    return (drawn.readBigUInt64BE(0) << 64n) | drawn.readBigUInt64BE(8)
  }
}

/** All texts of so few digits in one ring, each followed by the one that it becomes. So none stays as it is. */
function ringOf(count: number, draw: Draw): ReadonlyMap<string, string> {
  const all = Array.from({ length: 10 ** count }, (_, index) => String(index).padStart(count, '0'))
  for (let last = all.length - 1; last > 0; last -= 1) {
    const other = Number(draw(count, 255, String(last)) % BigInt(last + 1))
    ;[all[last], all[other]] = [all[other] ?? '', all[last] ?? '']
  }
  return new Map(all.map((digits, index) => [digits, all[(index + 1) % all.length] ?? digits]))
}

/** A Feistel network over decimal digits: a permutation of all texts of this length. */
function permuted(digits: string, draw: Draw): string {
  let left = digits.slice(0, digits.length >> 1)
  let right = digits.slice(digits.length >> 1)
  for (let round = 0; round < ROUNDS; round += 1) {
    const sum = (BigInt(left) + draw(digits.length, round, right)) % 10n ** BigInt(left.length)
    const moved = sum.toString().padStart(left.length, '0')
    left = right
    right = moved
  }
  return left + right
}
