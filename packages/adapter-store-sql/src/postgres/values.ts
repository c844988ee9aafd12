import type { PostgresQuery } from './pool'

const toNumber = (text: string) => Number(text)
const toBoolean = (text: string) => text === 't'
const asItIs = (text: string) => text

const parsers: Readonly<Record<number, (text: string) => unknown>> = { 16: toBoolean, 20: toNumber, 23: toNumber }

/**
 * Reads the types in the store's answers: bigint (20), integer (23) and boolean (16). All other types are text. Every
 * statement names these parsers, because the application may have changed those of `pg`.
 */
export const answerTypes: NonNullable<PostgresQuery['types']> = { getTypeParser: (oid) => parsers[oid] ?? asItIs }

/**
 * A value in the form that is bound. A bigint accepts no fraction of a millisecond, but a delay with jitter may have
 * one.
 */
export const toBound = (value: unknown): unknown =>
  typeof value === 'number' && Number.isFinite(value) ? Math.round(value) : value
