/** Passes items from a producer to a consumer, one at a time. The producer is at most one item ahead. */
export interface HandOver<T> {
  /** Resolves when the item was taken, or when nobody takes items any more. One call at a time. */
  readonly give: (item: T) => Promise<void>
  /** The next item. `undefined`: there are no more items. One call at a time. */
  readonly take: () => Promise<T | undefined>
  /** Ends giving and taking. */
  readonly close: () => void
  readonly isClosed: () => boolean
}

/** Creates an open hand-over. */
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
