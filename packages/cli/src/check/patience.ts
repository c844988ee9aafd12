import type { TransportOptions } from '@siagh-sync/siagh-client'

/** Somebody waits for the answer: one attempt, and half the usual time for it. */
export const PATIENCE = { timeoutMs: 15_000, retry: { attempts: 1 } } as const satisfies TransportOptions
