import * as z from 'zod'
import { listOf, milliseconds, section, type InputOf, type OutputOf } from './values'

const typeKeys = listOf(z.array(z.string()).min(1, 'must name at least one key')).default([''])

const typeKeysShape = { person: typeKeys, organization: typeKeys, invoice: typeKeys, quote: typeKeys }

/** The `typeKey`s of each kind. */
export interface TypeKeys extends OutputOf<typeof typeKeysShape> {}
/** The `typeKey`s of some kinds. */
export interface TypeKeysInput extends InputOf<typeof typeKeysShape> {}

const findShape = {
  /**
   * The `typeKey`s of each kind, asked for one after the other. What an installation wants here is not known: `['']` asks for all of
   * a kind where that is enough, else list the codes of its types, as in `['PI_5', 'PI_6']`. Default `['']` for each.
   */
  typeKeys: section<TypeKeys, TypeKeysInput>(z.strictObject(typeKeysShape)),
}

/** How the CRM is asked for its records by `find`. */
export interface FindRules extends OutputOf<typeof findShape> {}
/** How the CRM is asked by `find`, as far as a site wants it otherwise. */
export interface FindRulesInput extends InputOf<typeof findShape> {}

export const findRules = section<FindRules, FindRulesInput>(z.strictObject(findShape))

const catchUpShape = {
  /** The workers ask at their start and then this often; `never`: only `catchUp` does. Default 600,000 ms. */
  everyMs: z.union([milliseconds, z.literal('never')], "must be a number of milliseconds or 'never'").default(600_000),
  /**
   * How far before the last change each catch-up begins, on the CRM's clock: a change may become visible later than one that bears a
   * later time. More than the CRM's clock is ever set back. Default 300,000 ms.
   */
  overlapMs: z.int().min(0).default(300_000),
  /**
   * Where the CRM refuses `find`, all identities have to be noted to catch a lost change: the workers do so at most this often.
   * Default 86,400,000 ms, a day.
   */
  walkEveryMs: z.int().min(1).default(86_400_000),
}

/** How the CRM is asked for changes whose webhooks were lost. */
export interface CatchUpRules extends OutputOf<typeof catchUpShape> {}
/** How the CRM is asked for lost changes, as far as a site wants it otherwise. */
export interface CatchUpRulesInput extends InputOf<typeof catchUpShape> {}

export const catchUpRules = section<CatchUpRules, CatchUpRulesInput>(z.strictObject(catchUpShape))
