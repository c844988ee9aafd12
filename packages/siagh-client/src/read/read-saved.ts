import { coded, rejected, type ApiError, type Reason } from '@siagh-sync/http-client'
import { err, ok, type Result } from 'neverthrow'
import * as z from 'zod'
import type { components } from '../generated/siagh'
import { looseNumber, looseText, saysNothing } from './absent'
import { check } from './check'
import type { Pinned, ShapeOf } from './pinned'

type SavedForm = components['schemas']['SaveFormAnswer']
type Message = components['schemas']['SaveFormMessage']

const message = z.object({
  ColName: looseText,
  Group: looseText,
  ErrorType: looseText,
  Description: looseText,
  ErrorCode: looseNumber,
  MessageText: looseText,
  Solution: looseText,
  HelpIndex: looseText,
} satisfies ShapeOf<Message>)

const schema = z.object({
  Errors: z.exactOptional(z.array(message).nullable()),
  FinalMessages: z.exactOptional(z.array(z.string().nullable()).nullable()),
  ReturnValue: z.boolean(),
  ReturnCode: looseText,
  ReturnParams: looseText,
} satisfies ShapeOf<SavedForm>)

/** The answer to a save that was not refused. Texts are trimmed and may be empty. */
export interface Saved {
  readonly code: string
  readonly params: string
  /** Siagh's own messages. The final messages come first. */
  readonly messages: readonly string[]
}

/** Reads the answer to a save. `rejected`: Siagh refuses, which it does with HTTP 200. Warnings are no refusal. */
export function readSaved(body: unknown): Result<Saved, ApiError> {
  return check<Pinned<z.input<typeof schema>, SavedForm>>(schema, body).andThen((answer) => {
    const rows = answer.Errors ?? []
    const final = (answer.FinalMessages ?? []).filter((text) => text !== null)
    const refusals = rows.filter((row) => row.ErrorType === 'ErrError')
    if (!answer.ReturnValue || refusals.length > 0) {
      return err(refusalOf(toReasons(refusals, rows, final)))
    }
    const successes = rows.filter((row) => row.ErrorType === 'ErrSuccs').map((row) => row.Description ?? '')
    return ok({
      code: answer.ReturnCode?.trim() ?? '',
      params: answer.ReturnParams?.trim() ?? '',
      messages: [...final, ...successes],
    })
  })
}

// If a form's script breaks off, Siagh answers like a refusal. Nobody knows whether a part of the record is left
// behind (siagh.md).
function refusalOf(reasons: Reason[]): ApiError {
  if (!reasons.some(({ message }) => message.startsWith('RUNTIME ERROR'))) {
    return rejected('siagh', coded('save_refused', 'Siagh refused to save the record'), reasons)
  }
  const message = coded('script_broke_off', "the form's script broke off while Siagh saved the record")
  return { kind: 'rejected', retryable: false, system: 'siagh', ...message, reasons, brokeOff: true }
}

// Nobody has seen `ReturnValue: false` without an ErrError row. In that case the other texts of the answer are used
// as reasons.
function toReasons(refusals: readonly Message[], rows: readonly Message[], final: readonly string[]): Reason[] {
  const reasons = (refusals.length > 0 ? refusals : rows).map(toReason)
  return refusals.length > 0 ? reasons : [...reasons, ...final.map((text) => ({ message: text.trim() }))]
}

function toReason(row: Message): Reason {
  const text = [row.Description, row.MessageText].find((candidate) => !saysNothing(candidate))?.trim()
  const field = row.ColName?.trim()
  return { message: text ?? 'Siagh gave no reason', ...(field ? { field } : {}) }
}
