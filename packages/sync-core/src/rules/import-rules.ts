import type { Category } from '@siagh-sync/crm-client'
import type { SiaghUser } from '@siagh-sync/siagh-client'
import * as z from 'zod'
import { splitName, type SplitName } from '../to-identity/split-name'
import { aFunction, listOf, section, text, type InputOf, type OutputOf } from './values'

const typeCodeShape = { person: text.exactOptional(), organization: text.exactOptional() }

/** `crmObjectTypeCode` of what is made. */
export interface TypeCodes extends OutputOf<typeof typeCodeShape> {}

const importShape = {
  /**
   * What is proof enough that a contact and an identity are the same, where nothing surer names one. What is not listed is
   * only told, for a person to decide. Default: none.
   */
  accept: listOf(z.array(z.enum(['nationalCode', 'mobile', 'nameAndPhone']))).default([]),
  /** Whether contacts that are switched off in Siagh are brought over. Default `skip`. */
  inactive: z.enum(['skip', 'import']).default('skip'),
  /** Splits the name of a person. Default: `splitName`, which knows titles and compound Persian names. */
  splitName: aFunction<(name: string) => SplitName>().default(() => splitName),
  /** The categories that a contact gets in the CRM. Default: none. */
  categories: aFunction<(row: SiaghUser) => readonly Category[]>().default(() => () => []),
  /** `crmObjectTypeCode` of what is made. Default: the CRM chooses. */
  typeCode: section<TypeCodes, TypeCodes>(z.strictObject(typeCodeShape)),
}

/** How the contacts of Siagh become identities of the CRM. */
export interface ImportRules extends OutputOf<typeof importShape> {}
/** How the contacts of Siagh become identities of the CRM, as far as a site wants it otherwise. */
export interface ImportRulesInput extends InputOf<typeof importShape> {}

export const importRules = section<ImportRules, ImportRulesInput>(z.strictObject(importShape))
