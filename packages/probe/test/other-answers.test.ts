import { machineClock, type Sandbox } from '@siagh-sync/sandbox'
import { describe, expect, it } from 'vitest'
import type { Question } from '../src'
import { answerTo, filledSandbox, probeOf } from './probed'

type Body = Record<string, unknown>

/** What stands between the probe and the servers: it may change what is asked, and what is answered. */
interface Between {
  readonly path: RegExp
  readonly asked?: (body: Body) => Body
  readonly answered?: (body: never, asked: Body) => unknown
  /** A status in place of an answer. */
  readonly refused?: (body: Body) => number | undefined
}

/** The servers of a sandbox, whose records have dates a second apart, with something between. */
function altered({ path, asked = (body) => body, answered, refused }: Between) {
  let now = Date.UTC(2025, 10, 20, 8)
  const sandbox: Sandbox = filledSandbox({ clock: { ...machineClock, now: () => (now += 1_000) } })
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input)
    if (!path.test(url) || typeof init?.body !== 'string') return sandbox.fetch(input, init)
    const body = JSON.parse(init.body) as Body
    const status = refused?.(body)
    if (status !== undefined) return Response.json({ message: 'no' }, { status })
    const answer = await sandbox.fetch(input, { ...init, body: JSON.stringify(asked(body)) })
    return answered ? Response.json(answered((await answer.json()) as never, body)) : answer
  }
  return { crm: sandbox.crm, siagh: sandbox.siagh, fetch }
}

interface Found {
  readonly data: readonly { readonly crmObjectTypeCode: string }[]
  readonly total: number
}

const FIND = /\/find$/
const SEARCH = /identity\/search$/
const GET_ALL = /GetAll$/

describe('the probe tells the truth where a server', () => {
  it.each<[string, Between, Question, string]>([
    ['sorts by date', { path: FIND }, 'find_order', 'holds: order_works'],
    [
      'ignores the order',
      { path: FIND, asked: (body) => ({ ...body, orders: [] }) },
      'find_order',
      'differs: order_is_ignored',
    ],
    [
      'refuses an order',
      { path: FIND, refused: (body) => (body['orders'] ? 500 : undefined) },
      'find_order',
      'differs: order_is_refused',
    ],
    [
      'counts pages of find from 0',
      { path: FIND, asked: (body) => ({ ...body, pageNumber: Number(body['pageNumber']) + 1 }) },
      'find_first_page',
      'differs: pages_start_at',
    ],
    [
      'shows the same page always',
      { path: FIND, asked: (body) => ({ ...body, pageNumber: 1 }) },
      'find_first_page',
      'differs: pages_start_elsewhere',
    ],
    [
      'limits the pages of find',
      { path: FIND, asked: (body) => ({ ...body, pageSize: Math.min(5, Number(body['pageSize'])) }) },
      'find_page_size',
      'differs: page_is_limited',
    ],
    ['counts all records', { path: FIND }, 'find_total', 'holds: count_is_of_all'],
    [
      'counts the records of a page',
      { path: FIND, answered: ({ data }: Found) => ({ data, total: data.length }) },
      'find_total',
      'differs: count_is_of_page',
    ],
    ['follows a date', { path: FIND }, 'find_dates', 'holds: dates_work'],
    [
      'ignores a date',
      { path: FIND, asked: (body) => ({ ...body, queries: [] }) },
      'find_dates',
      'differs: dates_are_ignored',
    ],
    [
      'shows nothing since a date',
      {
        path: FIND,
        answered: (page: Found, asked) => ((asked['queries'] as unknown[]).length > 0 ? { data: [], total: 0 } : page),
      },
      'find_dates',
      'differs: dates_hide_all',
    ],
    [
      'refuses a date',
      { path: FIND, refused: (body) => ((body['queries'] as unknown[]).length > 0 ? 500 : undefined) },
      'find_dates',
      'differs: dates_are_refused',
    ],
    ['is blind', { path: FIND, answered: () => ({ data: [], total: 0 }) }, 'find_person', 'differs: find_is_blind'],
    [
      'is blind to documents, of which no other list tells',
      { path: /sales\/find$/, answered: () => ({ data: [], total: 0 }) },
      'find_invoice',
      'unseen: find_shows_no_document',
    ],
    ['refuses find', { path: FIND, refused: () => 403 }, 'find_quote', 'differs: find_refuses'],
    [
      'wants a type key',
      { path: FIND, refused: ({ typeKey }) => (typeKey === '' ? 400 : undefined) },
      'find_organization',
      'differs: find_shows_by_keys',
    ],
    [
      'limits the pages of a search',
      { path: SEARCH, asked: (body) => ({ ...body, pageSize: Math.min(4, Number(body['pageSize'])) }) },
      'search_pages',
      'differs: page_is_limited',
    ],
    [
      'counts pages of a search from 1',
      { path: SEARCH, asked: (body) => ({ ...body, pageNumber: Math.max(0, Number(body['pageNumber']) - 1) }) },
      'search_pages',
      'differs: pages_start_at',
    ],
    [
      'ignores the page size of a search',
      { path: SEARCH, asked: (body) => ({ ...body, pageNumber: 0, pageSize: 500 }) },
      'search_pages',
      'differs: page_size_ignored',
    ],
    [
      'answers an error with HTTP 200',
      { path: /(person|organization)\/get$/, answered: (record: unknown) => record ?? {} },
      'wrong_kind',
      'differs: answered_otherwise',
    ],
    ['filters contacts', { path: GET_ALL }, 'list_filter', 'holds: filter_works'],
    ['ignores a filter of contacts', { path: GET_ALL, asked: () => ({}) }, 'list_filter', 'differs: filter_fails'],
    [
      'filters contacts by TelNo alone',
      { path: GET_ALL, asked: (body) => ('TelNo' in body ? body : {}) },
      'list_filter',
      'differs: filter_fields',
    ],
    [
      'refuses a filter of contacts',
      { path: GET_ALL, refused: () => 405 },
      'list_filter',
      'differs: filter_is_refused',
    ],
    [
      'tells no fiscal year',
      { path: /LoginUser$/, answered: (session: Body) => ({ ...session, FiscalYear: null }) },
      'fiscal_year',
      'differs: no_fiscal_year',
    ],
  ])('%s', async (_what, between, question, expected) => {
    const report = await probeOf(altered(between))
    expect(report.failures).toEqual([])
    expect(answerTo(report, question)).toBe(expected)
  })

  it('wants a type key: proposes those that show something', async () => {
    const between: Between = { path: FIND, refused: ({ typeKey }) => (typeKey === '' ? 400 : undefined) }
    const { proposals } = await probeOf(altered(between))
    expect(proposals).toMatchObject([
      { path: 'find.typeKeys.person', value: { is: 'data', data: ['person'] } },
      { path: 'find.typeKeys.organization', value: { is: 'data', data: ['organization'] } },
    ])
    const keys = { person: ['person'], organization: ['organization'], invoice: ['PI_5', 'PI_3', 'PI'] }
    const set = await probeOf(altered(between), { find: { typeKeys: keys } })
    expect(set.proposals).toEqual([])
    expect(answerTo(set, 'find_invoice')).toBe('holds: find_shows_by_keys')
  })

  it('refuses find: a document that the site names shows its type key', async () => {
    const servers = altered({ path: FIND, refused: ({ typeKey }) => (typeKey === '' ? 400 : undefined) })
    const invoice = servers.crm.documents().find((each) => 'invoiceDate' in each)
    const report = await probeOf(servers, {}, { documents: [invoice?.crmId ?? ''] })
    expect(answerTo(report, 'find_invoice')).toBe('differs: find_shows_by_keys')
    expect(report.documents?.invoices).toBeGreaterThan(0)
  })

  it('shows every identity under both types: says that this CRM cannot be worked with', async () => {
    const servers = altered({ path: /nothing/ })
    const identities = servers.crm.identities()
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const url = input instanceof Request ? input.url : String(input)
      const answer = await servers.fetch(input, init)
      if (answer.ok || !url.endsWith('organization/get') || typeof init?.body !== 'string') return answer
      const { id } = JSON.parse(init.body) as { id: string }
      const record = identities.find(({ crmId }) => crmId === id)
      return record ? Response.json(record) : answer
    }
    const report = await probeOf({ ...servers, fetch })
    expect(answerTo(report, 'wrong_kind')).toBe('differs: a_record_is_shown')
  })
})
