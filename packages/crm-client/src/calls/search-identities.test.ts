import { describe, expect, it } from 'vitest'
import { clientOfFake, fakeCrm, json, type Asked } from '../../test/fake-crm'
import type { CrmClient, IdentityQuery } from '../client-types'
import { expectErr, expectOk } from '../../../../test-support/results'

const path = 'identity/search'
const identities = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => ({ identityId: `id-${from + index}`, nickName: '', customerNo: null }))

/** Answers as a CRM that holds `count` identities. */
const holding = (count: number) => (asked: Asked) => {
  const { pageNumber, pageSize } = asked.body as IdentityQuery
  const start = pageNumber * pageSize
  return json(identities(count, 0).slice(start, start + pageSize))
}

async function pagesOf(client: CrmClient, ...query: Parameters<CrmClient['searchAllIdentities']>) {
  const pages = []
  for await (const page of client.searchAllIdentities(...query)) pages.push(page)
  return pages
}

describe('searchIdentities', () => {
  const crm = fakeCrm()

  it('asks for a page of what the term finds', async () => {
    crm.answer(path, () => json([]))
    const query = { pageNumber: 3, pageSize: 20, searchTerm: 'رضا' }
    expect(expectOk(await clientOfFake().searchIdentities(query))).toEqual([])
    expect(crm.calls()[0]?.body).toEqual(query)
  })

  it.each(['person', 'organization', 1, 2])(
    'never sends the identityType %s, whose meaning nobody knows',
    async (type) => {
      crm.answer(path, () => json([]))
      const query = { pageNumber: 0, pageSize: 20, identityType: type }
      expect((await clientOfFake().searchIdentities(query)).isOk()).toBe(true)
      expect(crm.calls()[0]?.body).toEqual({ pageNumber: 0, pageSize: 20 })
    },
  )
})

describe('searchByIdentityType', () => {
  const crm = fakeCrm()

  it('sends the type that it is asked for', async () => {
    crm.answer(path, () => json([]))
    const query = { pageNumber: 0, pageSize: 20, identityType: 2 } as const
    expect(expectOk(await clientOfFake().searchByIdentityType(query))).toEqual([])
    expect(crm.calls()[0]?.body).toEqual(query)
  })
})

describe('an odd row of a search', () => {
  const crm = fakeCrm()
  const [first, second, third] = identities(3)

  it.each([
    [null, { index: 1, field: '' }],
    ['text', { index: 1, field: '' }],
    [{ nickName: 'x' }, { index: 1, field: 'identityId' }],
    [
      { identityId: 'id-9', customerNo: 3 },
      { index: 1, field: 'customerNo', id: 'id-9' },
    ],
  ])('%j is left out and told, and the others are used', async (odd, told) => {
    crm.answer(path, () => json([first, odd, third]))
    const seen: unknown[] = []
    const onUnreadable = (row: unknown) => seen.push(row)
    const page = await clientOfFake().searchIdentities({ pageNumber: 0, pageSize: 5 }, { onUnreadable })
    expect(expectOk(page).map(({ identityId }) => identityId)).toEqual(['id-0', 'id-2'])
    expect(seen).toEqual([told])
  })

  it('counts as one of its page, so that the walk goes on behind it', async () => {
    const pages = [[first, null], [second, third], [null]]
    crm.answer(path, ({ body }) => json(pages[(body as IdentityQuery).pageNumber]))
    const walked = await pagesOf(clientOfFake(), { pageSize: 2 })
    expect(walked.map((page) => expectOk(page).length)).toEqual([1, 2, 0])
  })

  it.each([
    ['no list', { message: 'x' }, ''],
    ['a list of something else', [{ message: 'x' }], '0.identityId'],
  ])('is none where the answer is %s', async (_name, body, at) => {
    crm.answer(path, () => json(body))
    const error = expectErr(await clientOfFake().searchIdentities({ pageNumber: 0, pageSize: 5 }))
    expect(error).toMatchObject({ kind: 'malformed', path: at })
    expect(expectErr((await pagesOf(clientOfFake()))[0])).toEqual(error)
  })
})

describe('searchAllIdentities', () => {
  const crm = fakeCrm()

  it('walks from page 0 in pages of 500 to the short page', async () => {
    crm.answer(path, holding(1_203))
    const pages = await pagesOf(clientOfFake())
    expect(pages.map((page) => expectOk(page).length)).toEqual([500, 500, 203])
    expect(crm.calls().map(({ body }) => body)).toEqual([
      { pageNumber: 0, pageSize: 500 },
      { pageNumber: 1, pageSize: 500 },
      { pageNumber: 2, pageSize: 500 },
    ])
    const ids = pages.flatMap((page) => expectOk(page).map(({ identityId }) => identityId))
    expect(new Set(ids).size).toBe(1_203)
  })

  it('ends on an empty page where the last one was full', async () => {
    crm.answer(path, holding(4))
    const pages = await pagesOf(clientOfFake(), { pageSize: 2, searchTerm: 'ر' })
    expect(pages.map((page) => expectOk(page).length)).toEqual([2, 2, 0])
    expect(crm.calls()[0]?.body).toEqual({ pageNumber: 0, pageSize: 2, searchTerm: 'ر' })
  })

  it('ends at once where there is nobody', async () => {
    crm.answer(path, holding(0))
    expect(await pagesOf(clientOfFake())).toHaveLength(1)
  })

  it('gives up with malformed on a page that repeats the one before', async () => {
    crm.answer(path, () => json(identities(2)))
    const pages = await pagesOf(clientOfFake(), { pageSize: 2 })
    expect(pages.map((page) => page.isOk())).toEqual([true, false])
    expect(expectErr(pages[1])).toMatchObject({ kind: 'malformed', system: 'crm' })
    expect(crm.calls()).toHaveLength(2)
  })

  it.each([2, 3, 5, 8])('gives up with malformed on pages that go round in a circle of %i', async (length) => {
    crm.answer(path, ({ body }) => json(identities(2, ((body as IdentityQuery).pageNumber % length) * 2)))
    const pages = await pagesOf(clientOfFake(), { pageSize: 2 })
    expect(expectErr(pages.at(-1))).toMatchObject({ kind: 'malformed' })
    expect(pages.slice(0, -1).every((page) => page.isOk())).toBe(true)
    expect(pages.length).toBeLessThan(length * 4)
  })

  it('ends with the first failure as its last item', async () => {
    crm.answer(path, (asked) => (crm.calls().length > 1 ? json('خطا', 400) : holding(10)(asked)))
    const pages = await pagesOf(clientOfFake(), { pageSize: 2 })
    expect(pages.map((page) => page.isOk())).toEqual([true, false])
    expect(expectErr(pages[1])).toMatchObject({ kind: 'rejected', reasons: [{ message: 'خطا' }] })
  })

  it('asks for no page that nobody takes', async () => {
    crm.answer(path, holding(10))
    for await (const page of clientOfFake().searchAllIdentities({ pageSize: 2 })) {
      expect(page.isOk()).toBe(true)
      break
    }
    expect(crm.calls()).toHaveLength(1)
  })

  it('stops where its signal says so', async () => {
    crm.answer(path, holding(10))
    const pages = await pagesOf(clientOfFake(), { pageSize: 2 }, { signal: AbortSignal.abort() })
    expect(pages.map((page) => page.isErr())).toEqual([true])
    expect(crm.calls()).toHaveLength(0)
  })
})
