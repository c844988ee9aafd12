import type { Dialect } from '../dialect/dialect'

/** What is saved by a form. */
export type Form = 'contact' | 'pre-invoice'

const forms: Readonly<Record<Dialect['formIds'], Readonly<Record<string, Form>>>> = {
  usual: { '2BFDA': 'contact', '43D81': 'pre-invoice' },
  own: { '3A001': 'contact', '5B002': 'pre-invoice' },
}

/** The form that has this id. `undefined`: there is no such form. */
export const formNamed = (formId: string, { formIds }: Dialect): Form | undefined => forms[formIds][formId]
