/** How items are combined and written. */
export interface BatchOptions<Item, Row, Answer> {
  /** Items with one name become one row, because a statement can change a row only once. */
  readonly nameOf: (item: Item) => string
  /**
   * Adds an item to the row of its name. The row is `undefined` for the first item. `null`: the item has to wait for
   * the next batch.
   */
  readonly fold: (row: Row | undefined, item: Item) => Row | null
  /**
   * Writes the rows together. Returns one answer for each row. `undefined`: the row has no answer, and its items
   * fail.
   */
  readonly write: (rows: readonly Row[]) => Promise<readonly (Answer | undefined)[]>
  /** Whether one single row may have caused the error, so that the others have to be written without it. */
  readonly isAboutOneRow: (cause: unknown) => boolean
  /** Whether the error has nothing to do with the rows, so that the next write would fail too. */
  readonly isAboutAll: (cause: unknown) => boolean
  readonly limit: number
}

/** An item and the promise of its caller. */
interface Member<Item, Answer> {
  readonly item: Item
  readonly resolve: (answer: { readonly answer: Answer; readonly behind: number }) => void
  readonly reject: (cause: unknown) => void
}

interface Folded<Item, Row, Answer> {
  readonly name: string
  row: Row
  readonly members: Member<Item, Answer>[]
}

// While the server writes one batch to disk, the next one is on its way. A third one would only make the batches
// smaller.
const LANES = 2

/**
 * Returns a function that writes an item together with all items that come in the same turn of the event loop, or
 * while earlier batches are under way. Items with one name are written in their order: an item waits for its
 * predecessor. The function resolves with the answer for the item's row, and with `behind`: how many items of that
 * row came after it. If a batch fails for a reason that concerns all rows, the waiting items fail with it, so nobody
 * waits for several timeouts.
 */
export function createBatch<Item, Row, Answer>(options: BatchOptions<Item, Row, Answer>) {
  type Waiting = Member<Item, Answer>
  const underWay = new Set<string>()
  let waiting: Waiting[] = []
  let lanes = 0
  let isCalled = false

  const flush = () => {
    isCalled = false
    while (lanes < LANES && waiting.length > 0) {
      const { rows, rest } = foldAll(options, waiting, underWay)
      if (rows.length === 0) return
      waiting = rest
      void write(rows)
    }
  }
  const write = async (rows: readonly Folded<Item, Row, Answer>[]) => {
    lanes += 1
    for (const { name } of rows) underWay.add(name)
    try {
      await writeAll(options, rows)
    } catch (cause) {
      const behind = waiting
      waiting = []
      for (const { reject } of [...membersOf(rows), ...behind]) reject(cause)
    }
    for (const { name } of rows) underWay.delete(name)
    lanes -= 1
    flush()
  }
  return (item: Item) =>
    new Promise<{ readonly answer: Answer; readonly behind: number }>((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      if (isCalled || lanes === LANES) return
      isCalled = true
      setImmediate(flush)
    })
}

/**
 * Combines items into rows, sorted by name. Two processes then lock the same rows in the same order, so there is no
 * deadlock.
 */
function foldAll<Item, Row, Answer>(
  { nameOf, fold, limit }: BatchOptions<Item, Row, Answer>,
  members: readonly Member<Item, Answer>[],
  underWay: ReadonlySet<string>,
) {
  const byName = new Map<string, Folded<Item, Row, Answer>>()
  const rest: Member<Item, Answer>[] = []
  const late = new Set(underWay)
  for (const member of members) {
    const name = nameOf(member.item)
    const folded = byName.get(name)
    const isFull = folded === undefined && byName.size === limit
    const row = isFull || late.has(name) ? null : fold(folded?.row, member.item)
    if (row === null) {
      late.add(name)
      rest.push(member)
    } else if (folded === undefined) byName.set(name, { name, row, members: [member] })
    else {
      folded.row = row
      folded.members.push(member)
    }
  }
  const rows = [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
  return { rows, rest }
}

const membersOf = <Item, Row, Answer>(rows: readonly Folded<Item, Row, Answer>[]) =>
  rows.flatMap(({ members }) => members)

/**
 * Writes the rows. If a row cannot be written, the rows are halved until that row is alone. Rejects with an error
 * that concerns all rows.
 */
async function writeAll<Item, Row, Answer>(
  options: BatchOptions<Item, Row, Answer>,
  rows: readonly Folded<Item, Row, Answer>[],
): Promise<void> {
  try {
    const answers = await options.write(rows.map(({ row }) => row))
    for (const [index, { members }] of rows.entries()) {
      const answer = answers[index]
      for (const [place, { resolve, reject }] of members.entries()) {
        if (answer === undefined) reject(new Error('PostgreSQL answered for less than was written'))
        else resolve({ answer, behind: members.length - 1 - place })
      }
    }
  } catch (cause) {
    if (options.isAboutAll(cause)) throw cause
    if (rows.length > 1 && options.isAboutOneRow(cause)) {
      const half = Math.ceil(rows.length / 2)
      await writeAll(options, rows.slice(0, half))
      await writeAll(options, rows.slice(half))
      return
    }
    for (const { reject } of membersOf(rows)) reject(cause)
  }
}
