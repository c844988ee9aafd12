import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt)

/** One attempt takes about a third of a second and 32 MiB. */
const COST = { logN: 15, r: 8, p: 3 }
const SALT_BYTES = 16
const HASH_BYTES = 32

/** `$scrypt$ln=15,r=8,p=3$<salt>$<hash>`, both in base64 without `=`: the PHC string format. */
const FORM = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{22,86})\$([A-Za-z0-9+/]{43,86})$/

/** Costs that a hash in the configuration may have. More would stop the process for seconds. */
const isBearable = (logN: number, r: number, p: number) => logN >= 14 && logN <= 17 && r === 8 && p >= 1 && p <= 5

/** Whether a text is a hash that `hashPassword` could have written. */
export function isPasswordHash(text: string): boolean {
  return read(text) !== undefined
}

/** Hashes a password with scrypt and a random salt. The result is in the PHC string format. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const hash = await deriveWith(password, salt, HASH_BYTES, COST)
  return `$scrypt$ln=${COST.logN},r=${COST.r},p=${COST.p}$${unpadded(salt)}$${unpadded(hash)}`
}

/**
 * Whether this is the password of the hash. For a text that is no hash it takes the same time and returns `false`, so that
 * nobody learns by the time which users exist.
 */
export async function isPassword(password: string, text: string | undefined): Promise<boolean> {
  const known = text === undefined ? undefined : read(text)
  const { salt, hash, cost } = known ?? { salt: Buffer.alloc(SALT_BYTES), hash: Buffer.alloc(HASH_BYTES), cost: COST }
  const given = await deriveWith(password, salt, hash.length, cost)
  return timingSafeEqual(given, hash) && known !== undefined
}

function read(text: string) {
  const [, logN, r, p, salt = '', hash = ''] = FORM.exec(text) ?? []
  const cost = { logN: Number(logN), r: Number(r), p: Number(p) }
  if (!isBearable(cost.logN, cost.r, cost.p)) return undefined
  return { cost, salt: Buffer.from(salt, 'base64'), hash: Buffer.from(hash, 'base64') }
}

/** The same letters may be typed in several ways, so that the password is brought into one form first. */
function deriveWith(password: string, salt: Buffer, length: number, { logN, r, p }: typeof COST): Promise<Buffer> {
  const N = 2 ** logN
  return derive(password.normalize('NFKC'), salt, length, { N, r, p, maxmem: 129 * N * r * p + 2 ** 20 })
}

const unpadded = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')
