import { coded, malformed, outcomeUnknown, rejected, type ApiError } from '@siagh-sync/http-client'
import { err, ok, type Result } from 'neverthrow'
import type { CreatedContact, CreatedPreInvoice } from '../types'
import { findDocumentNumber } from './document-number'
import { readSaved } from './read-saved'

/**
 * Reads the answer to a new contact. If the answer has no code, the contact exists and nobody knows which one it is.
 */
export function readCreatedContact(body: unknown): Result<CreatedContact, ApiError> {
  return readSaved(body).andThen(({ code }) => {
    const number = Number(code)
    if (/^[0-9]+$/.test(code) && Number.isSafeInteger(number)) return ok({ code: number })
    return err(malformed('siagh', 'ReturnCode'))
  })
}

/**
 * Reads the answer to an update of the contact `code`. An empty code is correct. Another code means that Siagh has
 * created a new contact and did not change this one. That is `rejected`, because another attempt would create one
 * more.
 */
export function readUpdatedContact(body: unknown, code: number): Result<void, ApiError> {
  return readSaved(body).andThen((saved) => {
    if (saved.code === '' || Number(saved.code) === code) return ok(undefined)
    const reason = { message: `Contact ${code} was to be updated, and Siagh answered with the code ${saved.code}` }
    const words = coded('made_another', 'Siagh made a new contact instead of updating the one that was named')
    return err(rejected('siagh', words, [reason]))
  })
}

/**
 * Reads the answer to a new pre-invoice. A message without a number is no error. Without a code, the number says which
 * pre-invoice it is: its code is `number-NUMBER` then. Without both, nobody knows.
 */
export function readCreatedPreInvoice(body: unknown): Result<CreatedPreInvoice, ApiError> {
  return readSaved(body).andThen(({ code, params, messages }) => {
    const number = findDocumentNumber(messages)
    if (code === '' && number === undefined) {
      return err(
        outcomeUnknown('siagh', 'Siagh says that the pre-invoice was saved, and answers neither code nor number'),
      )
    }
    return ok({ code: code || `number-${number ?? ''}`, ...(number && { number }), ...(params && { params }) })
  })
}
