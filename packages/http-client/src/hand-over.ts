/** Passes items from one side to the other, one at a time: neither runs ahead by more than one. */
export interface HandOver<T> {
  /** Resolves when the item has been taken, or nobody takes any more. One at a time. */
  readonly give: (item: T) => Promise<void>
  /** The next item; `undefined` when there is none to come. One at a time. */
  readonly take: () => Promise<T | undefined>
  /** Nothing more is given or taken. */
  readonly close: () => void
  readonly isClosed: () => boolean
}

/** Builds an open hand-over. */
export function createHandOver<T>(): HandOver<T> {
  let offered: { readonly item: T; readonly taken: () => void } | undefined
  let asking: ((item: T | undefined) => void) | undefined
  let closed = false

  const meet = () => {
    if (asking === undefined || (offered === undefined && !closed)) return
    const [give, item] = [asking, offered]
    asking = offered = undefined
    give(item?.item)
    item?.taken()
  }
  return {
    give: (item) =>
      new Promise((taken) => {
        offered = { item, taken }
        if (closed) taken()
        else meet()
      }),
    take: () =>
      new Promise((resolve) => {
        asking = resolve
        meet()
      }),
    close: () => {
      closed = true
      offered?.taken()
      offered = undefined
      meet()
    },
    isClosed: () => closed,
  }
}
