import { expect, it } from 'vitest'
import { createBatch } from './batch'

/**
 * Words are counted together, but for `?`. One that begins with `!` makes the batch fail, `~` for a reason that is about all. `written` is
 * what each batch held.
 */
function openBatch({ limit = 10, delay = () => Promise.resolve() } = {}) {
  const written: string[][] = []
  const join = createBatch<string, string, number>({
    nameOf: (word) => word.slice(0, 1),
    fold: (row, word) => (row === undefined ? word : row.endsWith('.') ? null : row + word),
    async write(rows) {
      written.push([...rows])
      await delay()
      if (rows.some((row) => row.startsWith('~'))) throw new Error('away')
      if (rows.some((row) => row.startsWith('!'))) throw new Error('refused')
      return rows.map((row) => (row === '?' ? undefined : row.length))
    },
    isAboutOneRow: (cause) => cause instanceof Error && cause.message === 'refused',
    isAboutAll: (cause) => cause instanceof Error && cause.message === 'away',
    limit,
  })
  return { join, written }
}

it('writes what comes in one turn together, in the order of the names', async () => {
  const { join, written } = openBatch()
  const answers = await Promise.all(['b', 'c', 'a'].map(join))
  expect(written).toEqual([['a', 'b', 'c']])
  expect(answers).toEqual(Array(3).fill({ answer: 1, behind: 0 }))
})

it('folds items of one name, and tells each how many came after it', async () => {
  const { join, written } = openBatch()
  const answers = await Promise.all(['a1', 'b', 'a2', 'a3'].map(join))
  expect(written).toEqual([['a1a2a3', 'b']])
  expect(answers.map(({ behind }) => behind)).toEqual([2, 0, 1, 0])
})

it('leaves to the next batch what cannot be folded, and all of that name behind it', async () => {
  const { join, written } = openBatch()
  await Promise.all(['a1.', 'a2', 'a3', 'b'].map(join))
  expect(written).toEqual([['a1.', 'b'], ['a2a3']])
})

const turns = () => new Promise((resolve) => setTimeout(resolve, 5))

it('writes a second batch while the first is under way, and gathers what comes meanwhile', async () => {
  let open = () => {}
  const gate = new Promise<void>((resolve) => (open = resolve))
  const { join, written } = openBatch({ delay: () => gate })
  const answers = [join('a')]
  await turns()
  answers.push(join('b'))
  await turns()
  answers.push(join('c'), join('d'))
  await turns()
  expect(written).toEqual([['a'], ['b']])
  open()
  await Promise.all(answers)
  expect(written).toEqual([['a'], ['b'], ['c', 'd']])
})

it('writes nothing of a name that is under way, whatever else it writes', async () => {
  let open = () => {}
  const gate = new Promise<void>((resolve) => (open = resolve))
  const { join, written } = openBatch({ delay: () => gate })
  const answers = [join('a1')]
  await turns()
  answers.push(join('a2'))
  await turns()
  answers.push(join('b'))
  await turns()
  expect(written).toEqual([['a1'], ['b']])
  open()
  await Promise.all(answers)
  expect(written).toEqual([['a1'], ['b'], ['a2']])
})

it('writes no more rows at once than the limit', async () => {
  const { join, written } = openBatch({ limit: 2 })
  await Promise.all(['a', 'b', 'c', 'a2', 'd', 'e'].map(join))
  expect(written).toEqual([['aa2', 'b'], ['c', 'd'], ['e']])
})

it('writes the others when one is refused', async () => {
  const { join } = openBatch()
  const answers = await Promise.allSettled(['a', '!', 'b', 'c', 'd'].map(join))
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', ...Array<string>(3).fill('fulfilled')])
})

it('goes on after a batch that failed', async () => {
  const { join } = openBatch()
  await expect(join('!')).rejects.toThrow('refused')
  expect(await join('a')).toEqual({ answer: 1, behind: 0 })
})

it('fails whoever waits when a batch fails for a reason that is about all, and goes on with who comes later', async () => {
  const { join, written } = openBatch({ limit: 2 })
  const answers = await Promise.allSettled(['a', '~', 'b', 'c', 'd', 'e', 'f'].map(join))
  const [under, away, ...others] = answers.map(({ status }) => status)
  expect([under, away]).toEqual(['rejected', 'rejected'])
  expect(others).toEqual(['fulfilled', 'fulfilled', 'rejected', 'rejected', 'rejected'])
  expect(written).toEqual([
    ['a', '~'],
    ['b', 'c'],
  ])
  expect(await join('a')).toEqual({ answer: 1, behind: 0 })
})

it('does not halve a batch once the reason is about all', async () => {
  const { join, written } = openBatch()
  const answers = await Promise.allSettled(['!', 'a', 'b', '~'].map(join))
  expect(answers.map(({ status }) => status)).toEqual(Array(4).fill('rejected'))
  expect(written).toHaveLength(1)
})

it('fails what the write has no answer for, alone', async () => {
  const { join } = openBatch()
  const answers = await Promise.allSettled(['a', '?', 'b'].map(join))
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})
