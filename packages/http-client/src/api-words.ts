/** The code of an error's message. It does not change, so the message can be shown in another language. */
export type ApiErrorCode =
  | 'connection_failed'
  | 'connection_failed_uncoded'
  | 'no_answer_in_time'
  | 'cancelled'
  | 'left_alone'
  | 'server_failed'
  | 'redirected'
  | 'answer_too_long'
  | 'answer_no_json'
  | 'answer_unexpected'
  | 'write_answer_unreadable'
  | 'too_many_calls'
  | 'credentials_refused'
  | 'login_refused'
  | 'session_refused'
  | 'session_ended_twice'
  | 'not_licensed'
  | 'account_locked'
  | 'no_login_there'
  | 'no_saving_there'
  | 'no_such_record'
  | 'call_refused'
  | 'save_refused'
  | 'made_another'
  | 'script_broke_off'
  | 'letters_lost'
  | 'number_impossible'

/** The code of an error's message, and its parameters: an HTTP status, or the code of a failed connection. */
export interface ApiErrorWords {
  readonly code: ApiErrorCode
  readonly params?: Readonly<Record<string, string | number>>
}

/** A message in English, with its code. */
export interface ApiMessage {
  readonly message: string
  readonly words: ApiErrorWords
}

/** Makes a message with its code, for the errors of a client. */
export function coded(code: ApiErrorCode, message: string, params?: ApiErrorWords['params']): ApiMessage {
  return { message, words: { code, ...(params && { params }) } }
}

/** The fields of an error that hold its message. */
export function asHeld(message: string | ApiMessage): { readonly message: string; readonly words?: ApiErrorWords } {
  return typeof message === 'string' ? { message } : message
}
