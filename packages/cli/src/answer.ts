import type { Result } from 'neverthrow'
import type { ExitCode } from './exit-codes'
import type { Failure } from './failure'
import type { Style } from './output/style'

/** What a command has to say: the same as data, for `--json`, and as text for a person. */
export interface Answer<Data = unknown> {
  readonly exitCode: ExitCode
  readonly result: Data
  readonly text: (style: Style) => string
}

/** What a command comes to. `announced`: it has said all it had to say, and then went on until it was stopped. */
export type Answered = Promise<Result<Answer | 'announced', Failure>>
