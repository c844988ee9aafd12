import ipaddr from 'ipaddr.js'
import pLimit from 'p-limit'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

const WINDOW_SECONDS = 15 * 60
/** Tries of one name from one address. A person mistypes a few times. The right password gives them all back. */
const FOR_NAME = 5
/** Tries from one address. Behind a proxy, everybody has one address. */
const FROM_ADDRESS = 100
/** A password costs a third of a second of a processor, so few may wait. */
const WAITING = 10

/** Limits how often somebody may try a password. */
export interface Attempts {
  /** Counts a try. Returns how many seconds this name has to wait at this address. 0: it may try now. */
  count(name: string, address: string): Promise<number>
  /** Forgets the tries of a name, after the right password. */
  forget(name: string, address: string): Promise<void>
  /** Runs `check` when no other check runs. `undefined`: too many wait already. */
  inTurn<T>(check: () => Promise<T>): Promise<T> | undefined
}

/** Counts in the memory of this process. A restart forgets what was counted. */
export function createAttempts(): Attempts {
  const byName = new RateLimiterMemory({ points: FOR_NAME, duration: WINDOW_SECONDS, blockDuration: WINDOW_SECONDS })
  const byAddress = new RateLimiterMemory({ points: FROM_ADDRESS, duration: WINDOW_SECONDS })
  const oneAtATime = pLimit(1)
  const nameKey = (name: string, address: string) => `${networkOf(address)} ${name}`
  return {
    async count(name, address) {
      // The address first: who tries many names must not fill the memory with them.
      const seconds = await secondsToWait(byAddress, networkOf(address))
      return seconds > 0 ? seconds : secondsToWait(byName, nameKey(name, address))
    },
    async forget(name, address) {
      await byName.delete(nameKey(name, address))
    },
    inTurn: (check) => (oneAtATime.pendingCount >= WAITING ? undefined : oneAtATime(check)),
  }
}

/** What one caller has. With IPv6, everybody has 2^64 addresses, which begin with the same 64 bits. */
function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address
  const parsed = ipaddr.process(address)
  return parsed.kind() === 'ipv4' ? parsed.toString() : parsed.toByteArray().slice(0, 8).join('.')
}

async function secondsToWait(limiter: RateLimiterMemory, key: string): Promise<number> {
  try {
    await limiter.consume(key)
    return 0
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1_000))
    throw refused
  }
}
