import type { Options } from './options'

/** The sizes and times of one run. */
export interface Scale {
  readonly webhooks: number
  readonly identities: number
  readonly documents: number
  readonly loadMs: number
  /** Of what is stopped for long: Redis. */
  readonly redisAwayMs: number
  readonly siaghAwayMs: number
  /** Whether calls hang, too, which takes a minute each to be over with. */
  readonly hangs: boolean
  readonly leaseSeconds: number
  readonly sweepSeconds: number
  /** The longest that everything may take to be handled once all is well again. */
  readonly patienceMs: number
}

/** Ten webhooks for every identity, and one document for every four. */
export function scaleOf({ webhooks, short }: Options): Scale {
  const sizes = { webhooks, identities: Math.floor(webhooks / 10), documents: Math.floor(webhooks / 40) }
  return short
    ? {
        ...sizes,
        loadMs: webhooks * 13,
        redisAwayMs: 4_000,
        siaghAwayMs: 5_000,
        hangs: false,
        leaseSeconds: 4,
        sweepSeconds: 2,
        patienceMs: 120_000,
      }
    : {
        ...sizes,
        loadMs: webhooks * 15,
        redisAwayMs: 20_000,
        siaghAwayMs: 30_000,
        hangs: true,
        leaseSeconds: 10,
        sweepSeconds: 5,
        patienceMs: 300_000,
      }
}
