import type { PostgresQuery } from './pool'

const toNumber = (text: string) => Number(text)
const toBoolean = (text: string) => text === 't'
const asItIs = (text: string) => text

const parsers: Readonly<Record<number, (text: string) => unknown>> = { 16: toBoolean, 20: toNumber, 23: toNumber }

/**
 * Reads what the store's statements answer: bigint (20), integer (23) and boolean (16), and text as it is. It goes along with every
 * statement, since the parsers of `pg` itself are the application's.
 */
export const answerTypes: NonNullable<PostgresQuery['types']> = { getTypeParser: (oid) => parsers[oid] ?? asItIs }

/** A value as it is bound. A bigint takes no fraction of a millisecond, which a jittered delay may well bring. */
export const toBound = (value: unknown): unknown =>
  typeof value === 'number' && Number.isFinite(value) ? Math.round(value) : value
