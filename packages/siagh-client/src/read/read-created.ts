import { malformed, outcomeUnknown, rejected, type ApiError } from '@siagh-sync/http-client'
import { err, ok, type Result } from 'neverthrow'
import type { CreatedContact, CreatedPreInvoice } from '../types'
import { findDocumentNumber } from './document-number'
import { readSaved } from './read-saved'

/** Reads the answer to a new contact. Without a code in it the contact exists and nobody knows which it is. */
export function readCreatedContact(body: unknown): Result<CreatedContact, ApiError> {
  return readSaved(body).andThen(({ code }) => {
    const number = Number(code)
    if (/^[0-9]+$/.test(code) && Number.isSafeInteger(number)) return ok({ code: number })
    return err(malformed('siagh', 'ReturnCode'))
  })
}

/**
 * Reads the answer to an update of the contact `code`; an empty code in it is fine. Another one means that Siagh made a new contact
 * and left this one as it was. That is `rejected`, for sent again it would make one more.
 */
export function readUpdatedContact(body: unknown, code: number): Result<void, ApiError> {
  return readSaved(body).andThen((saved) => {
    if (saved.code === '' || Number(saved.code) === code) return ok(undefined)
    const reason = { message: `Contact ${code} was to be updated, and Siagh answered with the code ${saved.code}` }
    return err(rejected('siagh', 'Siagh made a new contact instead of updating the one that was named', [reason]))
  })
}

/** Reads the answer to a new pre-invoice. A message without a number is no fault; an answer without a code is. */
export function readCreatedPreInvoice(body: unknown): Result<CreatedPreInvoice, ApiError> {
  return readSaved(body).andThen(({ code, params, messages }) => {
    const number = findDocumentNumber(messages)
    if (code !== '') return ok({ code, ...(number && { number }), ...(params && { params }) })
    const which = number ? `number ${number}` : 'no number either'
    return err(outcomeUnknown('siagh', `Siagh says that the pre-invoice was saved and answers no code (${which})`))
  })
}
