import type { CrmClient, FindQuery, Person } from '@siagh-sync/crm-client'
import fc from 'fast-check'
import { okAsync } from 'neverthrow'
import { expect, it } from 'vitest'
import { readChanges, type ChangePage } from './changes'
import { expectOk } from '../../../../test-support/results'

const START = Date.parse('2025-12-21T10:00:00Z')

interface Row {
  readonly id: string
  readonly at: number
}

/** What happens in the CRM after it has answered a page. `place` is a part of the list, from 0 to 1. */
type Edit = { readonly do: 'edit' | 'remove'; readonly place: number } | { readonly do: 'create' }

/** A CRM with a small page of its own that puts rows of one instant in any order, and in another one after every change. */
function crmOf(start: readonly Row[], pageSize: number, edits: Edit[], random: () => number) {
  let rows = [...start]
  let now = START + 1_000_000
  let calls = 0

  const shuffle = () => new Map(rows.map(({ id }) => [id, random()]))
  let ties = shuffle()
  const change = (edit: Edit) => {
    now += 1 + Math.floor(random() * 2)
    const row = 'place' in edit ? rows[Math.floor(edit.place * rows.length)] : undefined
    if (edit.do === 'create') rows = [...rows, { id: `new-${now}`, at: now }]
    else if (row) rows = rows.filter((each) => each !== row)
    if (edit.do === 'edit' && row) rows = [...rows, { id: row.id, at: now }]
    ties = shuffle()
  }
  const holds = ({ at }: Row, { conditions }: FindQuery) =>
    conditions.every(({ operator, value }) =>
      operator === 'less' ? at < Number(value) : operator === 'greaterOrEqual' && at >= Number(value),
    )
  const answer = (query: FindQuery) => {
    calls += 1
    // The last page has to be one that nothing follows.
    const tie = ({ id }: Row) => ties.get(id) ?? 0
    const found = rows
      .filter((row) => holds(row, query))
      .sort((one, other) => one.at - other.at || tie(one) - tie(other))
    const page = found.slice((query.pageNumber - 1) * pageSize, query.pageNumber * pageSize)
    const data = page.map(personOf)
    const total = found.length
    if (query.pageNumber * pageSize < total) for (const edit of edits.splice(0, 1)) change(edit)
    return { data, total }
  }
  const find = ((_kind, query) => okAsync(answer(query))) as CrmClient['find']
  return { crm: { find }, rows: () => rows, calls: () => calls }
}

const personOf = ({ id, at }: Row): Person => ({
  crmId: id,
  modifyDate: new Date(at),
  phoneContacts: [],
  addressContacts: [],
})

async function readAll(crm: Pick<CrmClient, 'find'>, since: number): Promise<ChangePage[]> {
  const pages: ChangePage[] = []
  for await (const page of readChanges(crm, { kind: 'person', typeKey: '' }, since)) pages.push(expectOk(page))
  return pages
}

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    do: fc.constantFrom('edit' as const, 'remove' as const),
    place: fc.double({ min: 0, max: 0.999, noNaN: true }),
  }),
  fc.constant({ do: 'create' as const }),
)

it('tells every record as it is in the end, each state once, however the list is edited between its pages', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 60 }),
      fc.integer({ min: 1, max: 7 }),
      fc.array(edit, { maxLength: 30 }),
      fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })),
      async (times, pageSize, edits, numbers) => {
        const start = times.map((at, index) => ({ id: `p-${index}`, at: START + at }))
        const random = () => Number(numbers.next().value)
        const { crm, rows } = crmOf(start, pageSize, edits, random)
        const pages = await readAll(crm, START + 3)
        const told = pages.flatMap(({ changes }) => changes.map(({ id, at }) => `${id} ${at}`))
        expect(new Set(told).size).toBe(told.length)
        const wanted = rows().filter(({ at }) => at >= START + 3)
        expect(new Set(told)).toEqual(new Set([...told, ...wanted.map(({ id, at }) => `${id} ${at}`)]))
      },
    ),
    { numRuns: 500 },
  )
})

it('never says that it is past a change which it has not told', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 60 }),
      fc.integer({ min: 1, max: 7 }),
      async (times, pageSize) => {
        const rows = times.map((at, index) => ({ id: `p-${index}`, at: START + at }))
        const { crm } = crmOf(rows, pageSize, [], Math.random)
        const told = new Set<string>()
        for (const { changes, until } of await readAll(crm, START)) {
          for (const { id } of changes) told.add(id)
          expect(rows.filter(({ id, at }) => at < until && !told.has(id))).toEqual([])
        }
      },
    ),
  )
})

it('asks once for each page, and once behind the last one', async () => {
  const rows = Array.from({ length: 1_200 }, (_, index) => ({ id: `p-${index}`, at: START + index }))
  const { crm, calls } = crmOf(rows, 500, [], () => 0)
  expect((await readAll(crm, START)).flatMap(({ changes }) => changes)).toHaveLength(1_200)
  expect(calls()).toBe(4)
})

it('tells more of one instant than a page holds, though some are edited between the pages', async () => {
  const start = Array.from({ length: 2_300 }, (_, index) => ({ id: `p-${index}`, at: START }))
  const edits: Edit[] = [
    { do: 'edit', place: 0.9 },
    { do: 'edit', place: 0 },
    { do: 'edit', place: 0.1 },
    { do: 'remove', place: 0 },
  ]
  const { crm, rows } = crmOf(start, 500, edits, () => 0)
  const told = new Map((await readAll(crm, START)).flatMap(({ changes }) => changes.map(({ id, at }) => [id, at])))
  for (const { id, at } of rows()) expect(told.get(id)).toBe(at)
  expect(edits).toEqual([])
})

const wrongAnswers: Readonly<Record<string, (data: readonly Person[]) => readonly Person[]>> = {
  'tells no ModifyDate': (data) => data.map(({ modifyDate: _modifyDate, ...person }) => person),
  'heeds no order': (data) => [...data].reverse(),
  'heeds no condition': (data) => data.map((person) => ({ ...person, modifyDate: new Date(0) })),
}

it.each(Object.entries(wrongAnswers))('does not go by a CRM that %s', async (_what, spoil) => {
  const { crm } = crmOf(
    [
      { id: 'a', at: START },
      { id: 'b', at: START + 1 },
    ],
    500,
    [],
    () => 0,
  )
  const find = ((_kind, query) =>
    crm.find('person', query).map(({ data, total }) => ({ data: spoil(data), total }))) as CrmClient['find']
  const pages = readChanges({ find }, { kind: 'person', typeKey: '' }, START)
  const first = await pages.next()
  expect(first.value).toMatchObject({ error: { kind: 'malformed', system: 'crm' } })
  expect(await pages.next()).toMatchObject({ done: true })
})

it('yields a record that cannot be read, in its order, if its id and date can be read', async () => {
  const odd = { index: 1, field: 'customerNumber', id: 'odd', modifyDate: new Date(START + 1) }
  const data = [personOf({ id: 'first', at: START }), personOf({ id: 'last', at: START + 2 })]
  const find = ((_kind, _query) => okAsync({ data, unreadable: [odd], total: 3 })) as CrmClient['find']
  const [page] = await readAll({ find }, START)
  expect(page?.changes.map(({ id }) => id)).toEqual(['first', 'odd', 'last'])
})
