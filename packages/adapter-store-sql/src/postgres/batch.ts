/** How a batch is made and written. */
export interface BatchOptions<Item, Row, Answer> {
  /** Items of one name become one row, since a statement can change a row only once. */
  readonly nameOf: (item: Item) => string
  /** Puts another item of the same name into a row, which is `undefined` for the first. `null`: it has to wait for the next batch. */
  readonly fold: (row: Row | undefined, item: Item) => Row | null
  /** Writes the rows together. What comes back is one answer for every row; `undefined`: the row has none, and its items fail. */
  readonly write: (rows: readonly Row[]) => Promise<readonly (Answer | undefined)[]>
  /** Whether one of the rows alone may be why a write failed, so that the others have to be written without it. */
  readonly isAboutOneRow: (cause: unknown) => boolean
  /** Whether a write failed for a reason that has nothing to do with its rows, so that the next one would fail too. */
  readonly isAboutAll: (cause: unknown) => boolean
  readonly limit: number
}

/** The part of an item in the row that it was folded into. */
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

// While the server puts one batch on disk the next one is on its way. A third would only be smaller.
const LANES = 2

/**
 * Returns a function that writes an item together with all that come in the same turn of the event loop, or while earlier batches are
 * under way. Items of one name are written in their order: what is under way is waited for. It resolves with the answer for the item's row, and `behind`: how many items of that row came after it. Nobody waits for the
 * timeouts of several batches: one that fails for a reason that is about all fails whoever waits behind it as well.
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

/** In the order of their names: two processes that lock the same rows lock them in the same order, and none waits for the other. */
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

/** Halves what cannot be written together, until the row that it is about stands alone. Rejects with what is about all. */
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
