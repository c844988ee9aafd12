import { createCrmClient } from '@siagh-sync/crm-client'
import { createSandbox, type dialectSettings } from '@siagh-sync/sandbox'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { expectErr } from '../../test-support/results'

beforeEach(() => vi.spyOn(Math, 'random').mockReturnValue(0))
afterEach(() => vi.restoreAllMocks())

type End = (typeof dialectSettings.crmSessionEnd.values)[number]

/** A CRM in which another process logs in just before some of our calls, and so ends our session. */
function world(crmSessionEnd: End) {
  const { crm, fetch } = createSandbox({ contacts: 0, dialect: { crmSessionEnd, missingId: 'null' } })
  const { url: baseUrl, username, password } = crm
  let endings = 0
  const interrupted: typeof globalThis.fetch = async (...call) => {
    const [target] = call
    const url = target instanceof Request ? target.url : String(target)
    if (endings > 0 && !url.endsWith('/login')) {
      endings -= 1
      crm.expireTokens()
    }
    return fetch(...call)
  }
  const client = createCrmClient({ baseUrl, username, password, fetch: interrupted, retry: { attempts: 1 } })
  const id = crm.createPerson({ nickName: 'رضا نمونه‌پور' })
  return {
    person: () => client.getPerson(id),
    missing: () => client.getPerson('11111111-0000-4000-8000-000000000000'),
    find: () => client.find('person', { typeKey: '', conditions: [], pageNumber: 1, pageSize: 5 }),
    /** The sessions of our next calls end before these arrive. */
    endNext(calls: number) {
      endings = calls
    },
    logins: () => crm.requests().filter(({ operation }) => operation === 'login').length,
  }
}

const empty = ['null', 'nothing'] as const
const lastWords = [403, ...empty] as const

describe('a process whose young sessions are ended by another process', () => {
  it.each(lastWords.flatMap((form) => [1, 2, 3].map((times) => ({ form, times }))))(
    'gets its record after $times ends in a row, where the answer is $form',
    async ({ form, times }) => {
      const the = world(form)
      expect((await the.person()).isOk()).toBe(true)
      the.endNext(1)
      expect((await the.person()).isOk()).toBe(true)
      the.endNext(times)
      expect((await the.person()).isOk()).toBe(true)
      expect(the.logins()).toBe(2 + times)
    },
  )

  it.each(empty)('gets the answer to a find, where the answer is %s', async (form) => {
    const the = world(form)
    expect((await the.person()).isOk()).toBe(true)
    the.endNext(1)
    expect((await the.person()).isOk()).toBe(true)
    the.endNext(2)
    expect((await the.find()).isOk()).toBe(true)
  })

  it('is not given up for a missing record that came just before', async () => {
    const the = world(403)
    for (let round = 0; round < 3; round += 1) expect(expectErr(await the.missing()).kind).toBe('not_found')
    the.endNext(1)
    expect((await the.person()).isOk()).toBe(true)
  })

  it.each(lastWords)('logs in three more times where no session works any more, and the answer is %s', async (form) => {
    const the = world(form)
    expect((await the.person()).isOk()).toBe(true)
    the.endNext(1)
    expect((await the.person()).isOk()).toBe(true)
    the.endNext(1_000)
    const before = the.logins()
    for (let round = 0; round < 5; round += 1) expect((await the.person()).isErr()).toBe(true)
    expect(the.logins() - before).toBe(3)
  })
})
