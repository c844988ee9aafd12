import { json, type Answer } from '../answer'

/** How the CRM answers an id that it does not hold under that kind: not known of the real one, hence a switch. */
export type MissingIdAnswer = 404 | 400 | 'null' | 500

/** How it answers one that it does not hold at all, and one that it holds under another kind. */
export interface MissingIdAnswers {
  readonly missing: MissingIdAnswer
  readonly ofAnotherKind: MissingIdAnswer
}

/** The answers. */
export const missingAnswers: Readonly<Record<MissingIdAnswer, Answer>> = {
  404: json({ code: 404, message: 'Object not found', errorDetails: [] }, 404),
  400: json({ code: 400, message: 'Object not found', errorDetails: [] }, 400),
  null: json(null),
  500: json({ message: 'Object reference not set to an instance of an object.' }, 500),
}
