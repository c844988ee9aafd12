/** What a child process does when it is asked. */
export type Commands = Readonly<Record<string, (...args: never[]) => Promise<unknown>>>

/** From the parent. */
export interface Ask {
  readonly id: number
  readonly name: string
  readonly args: readonly unknown[]
}

/** From the child. */
export type Reply =
  { readonly id: number; readonly answer: unknown } | { readonly id: number; readonly failure: string }
