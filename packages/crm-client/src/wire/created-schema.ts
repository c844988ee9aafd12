import * as z from 'zod'
import type { components } from '../generated/payamgostar'
import { text, type FieldsOf } from './fields'

interface Created {
  readonly crmId: string
}

/** The answer to create and update. */
export const createdSchema: z.ZodType<Created> = z.object({
  crmId: text.min(1),
} satisfies FieldsOf<Created, components['schemas']['Created']>)
