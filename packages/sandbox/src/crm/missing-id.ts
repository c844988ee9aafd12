import { empty, json, type Answer } from '../answer'
import type { Dialect } from '../dialect/dialect'

type Missing = Dialect['missingId']

const answers: Readonly<Record<Missing, Answer>> = {
  404: json({ code: 404, message: 'Object not found', errorDetails: [] }, 404),
  400: json({ code: 400, message: 'Object not found', errorDetails: [] }, 400),
  null: json(null),
  500: json({ message: 'Object reference not set to an instance of an object.' }, 500),
  nothing: empty(),
  'empty-object': json({}),
}

/** How the CRM answers an id that it does not hold under a kind: at all, or because it is of another kind. */
export const missingAnswer = ({ missingId, wrongKind }: Dialect, isOfAnotherKind: boolean): Answer =>
  answers[isOfAnotherKind && wrongKind !== 'as-missing' ? wrongKind : missingId]
