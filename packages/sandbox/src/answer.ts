/** What a server answers, whether through msw or over HTTP. */
export interface Answer {
  readonly status: number
  readonly body: string | Uint8Array
  readonly headers: Readonly<Record<string, string>>
  /** The call was carried out: a refusal, an error or a missing session is not. */
  readonly applied: boolean
  /** It says that the session is over. */
  readonly sessionEnded?: true
}

const jsonHeaders = { 'content-type': 'application/json; charset=utf-8' }

/** A JSON answer. Carried out, unless the status or the caller says otherwise. */
export const json = (body: unknown, status = 200, applied = status < 400): Answer => ({
  status,
  body: JSON.stringify(body),
  headers: jsonHeaders,
  applied,
})

/** JSON that was serialised before, as bytes. */
export const jsonBytes = (body: Uint8Array): Answer => ({ status: 200, body, headers: jsonHeaders, applied: true })

/** A 2xx without a body. */
export const empty = (): Answer => ({ status: 200, body: '', headers: {}, applied: true })

/** The page of the IIS in front, which knows nothing of JSON. */
export const htmlPage: Answer = {
  status: 200,
  body: '<!DOCTYPE html><html><head><title>IIS</title></head><body><h1>Service is starting</h1></body></html>',
  headers: { 'content-type': 'text/html; charset=utf-8' },
  applied: false,
}

/** The connection ends without an answer: nobody listened, or it was reset. */
interface NetworkFailure {
  readonly failure: 'ECONNREFUSED' | 'ECONNRESET'
}

/** What becomes of a call. */
export type AnswerOrFailure = Answer | NetworkFailure
