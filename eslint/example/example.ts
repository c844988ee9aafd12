import type { Result, ResultAsync } from 'neverthrow'

// What the statements in `no-dropped-result.test.js` speak of.
export declare const save: () => ResultAsync<number, string>
export declare const read: () => Result<number, string>
export declare const readLater: () => Promise<Result<number, string>>
export declare const maybe: { save?: () => ResultAsync<number, string> }
export declare const yes: boolean

/** Not neverthrow's, although it is called so. */
interface Ok {
  readonly mine: true
}
export declare const namesake: () => Ok
