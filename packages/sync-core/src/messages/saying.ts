/** A language that people are spoken to in. */
export type Language = 'en' | 'fa'

/**
 * The value of a placeholder: a number, a text such as an id or a field, or another message. A text for `{reason}`,
 * `{fault}` or `{what}` holds the words of another program, which a Persian message marks as such.
 */
export type Param = string | number | Saying

/**
 * What is said, in no language yet: the code of a message and what its placeholders stand for. It is plain data, so that it can be kept
 * and be said later, in the language of its reader.
 */
export interface Saying {
  /** Stable: a script may go by it. */
  readonly code: string
  readonly params?: Readonly<Record<string, Param>>
}

/** A message in every language. `{name}` is a placeholder; `{count row/rows}` is a number and its noun, in one and in many. */
export interface MessageText {
  readonly en: string
  readonly fa: string
}

/** Messages by their codes. */
export type MessageTable = Readonly<Record<string, MessageText>>

/** A message, and the lines below it: what can be said in any language, or the words of a server, which are passed on as they are. */
export interface Said {
  readonly message: Saying
  readonly details: readonly (Saying | string)[]
}

/** What an error holds beside its `kind`: the message in English, for logs and programs, and as something to be said. */
export interface Worded {
  readonly message: string
  readonly saying: Saying
}
