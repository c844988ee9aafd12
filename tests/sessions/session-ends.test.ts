import { createCrmClient } from '@siagh-sync/crm-client'
import { createSandbox, dialectSettings, type Dialect } from '@siagh-sync/sandbox'
import { createSiaghClient } from '@siagh-sync/siagh-client'
import type { ResultAsync } from 'neverthrow'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { contactFields, preInvoiceFields } from './samples'
import { expectErr } from '../../test-support/results'

const minute = 60_000

beforeEach(() => vi.useFakeTimers({ toFake: ['Date', 'performance'] }))
afterEach(() => vi.useRealTimers())

const pass = (minutes: number) => vi.advanceTimersByTime(minutes * minute)

/** Both servers, each with a record, and a client of each. */
function world(dialect: Partial<Dialect> = {}) {
  const sandbox = createSandbox({ contacts: 3, dialect: { accountParty: 'never', ...dialect } })
  const { siagh, crm, fetch } = sandbox
  const once = { fetch, retry: { attempts: 1 }, circuit: { failures: 1_000 } }
  const siaghClient = createSiaghClient({
    ...once,
    baseUrl: siagh.url,
    username: siagh.username,
    password: siagh.password,
  })
  const crmClient = createCrmClient({ ...once, baseUrl: crm.url, username: crm.username, password: crm.password })
  const id = crm.createPerson({ nickName: 'رضا نمونه‌پور' })
  const code = siagh.contacts()[0]?.Code ?? 0
  return { sandbox, siagh, crm, siaghClient, crmClient, id, code }
}
type World = ReturnType<typeof world>

/** A call to one of the servers, and how often it reached it. */
interface Case {
  readonly server: 'siagh' | 'crm'
  readonly kind: 'read' | 'write'
  readonly operation: string
  readonly call: (the: World) => ResultAsync<unknown, { readonly kind: string }>
}

const page = { pageNumber: 1, pageSize: 5 }
const cases: Readonly<Record<string, Case>> = {
  'the contact list': {
    server: 'siagh',
    kind: 'read',
    operation: 'getAll',
    call: (the) => the.siaghClient.getAllUsers(),
  },
  'a new contact': {
    server: 'siagh',
    kind: 'write',
    operation: 'saveContact',
    call: (the) => the.siaghClient.createContact(contactFields),
  },
  'the update of a contact': {
    server: 'siagh',
    kind: 'write',
    operation: 'saveContact',
    call: (the) => the.siaghClient.updateContact(the.code, contactFields),
  },
  'a pre-invoice': {
    server: 'siagh',
    kind: 'write',
    operation: 'savePreInvoice',
    call: (the) => the.siaghClient.createPreInvoice(preInvoiceFields(the.code)),
  },
  'a person': { server: 'crm', kind: 'read', operation: 'personGet', call: (the) => the.crmClient.getPerson(the.id) },
  'a search': {
    server: 'crm',
    kind: 'read',
    operation: 'search',
    call: (the) => the.crmClient.searchIdentities({ pageNumber: 0, pageSize: 5 }),
  },
  'a find': {
    server: 'crm',
    kind: 'read',
    operation: 'personFind',
    call: (the) => the.crmClient.find('person', { typeKey: 'p', conditions: [], ...page }),
  },
  'a new person': {
    server: 'crm',
    kind: 'write',
    operation: 'personCreate',
    call: (the) => the.crmClient.createPerson({ nickName: 'سارا' }),
  },
  'the update of a person': {
    server: 'crm',
    kind: 'write',
    operation: 'personUpdate',
    call: (the) =>
      the.crmClient.updatePerson({ crmId: the.id, nickName: 'سارا', phoneContacts: [], addressContacts: [] }),
  },
}
const forms = dialectSettings.siaghSessionEnd.values
const matrix = Object.keys(cases).flatMap((name) => forms.map((form) => ({ name, form })))

function testOf(name: string, dialect?: Partial<Dialect>) {
  const the = world(dialect)
  const known = cases[name]
  if (known === undefined) throw new Error(`There is no case ${name}`)
  const { server, kind, operation, call } = known
  const side = the[server]
  const count = (wanted: string, isApplied?: boolean) =>
    side.requests().filter((r) => r.operation === wanted && (isApplied === undefined || r.applied === isApplied)).length
  const useForm = (form: Dialect['siaghSessionEnd']) =>
    the.sandbox.changeDialect({ siaghSessionEnd: form, crmSessionEnd: form })
  return {
    kind,
    server,
    call: () => call(the),
    /** A call that needs nothing but a session. */
    prove: () => (server === 'siagh' ? the.siaghClient.getAllUsers() : the.crmClient.getPerson(the.id)),
    end: (form: Dialect['siaghSessionEnd']) => {
      useForm(form)
      if ('expireSessions' in side) side.expireSessions()
      else side.expireTokens()
    },
    useForm,
    logins: () => count('login'),
    sent: () => count(operation),
    executed: () => count(operation, true),
  }
}

/** Whether a write that is answered so was surely not carried out. */
const isSurelyUndone = (server: Case['server'], form: Dialect['siaghSessionEnd']) =>
  typeof form === 'number' || (form === 'refusal' && server === 'siagh')

describe('a session that ended while nothing was asked', () => {
  it.each(matrix)('costs one login, and $name is done once, where the answer is $form', async ({ name, form }) => {
    const the = testOf(name)
    expect((await the.prove()).isOk()).toBe(true)
    pass(4)
    the.end(form)
    const before = { sent: the.sent(), executed: the.executed() }
    expect((await the.call()).isOk()).toBe(true)
    expect(the.logins()).toBe(2)
    expect(the.executed() - before.executed).toBe(1)
    // A write does not leave before there is a session that is known to be good.
    expect(the.sent() - before.sent).toBe(the.kind === 'write' ? 1 : 2)
  })
})

describe('a session that ended just after it was in use', () => {
  it.each(matrix)(
    'costs one login, and $name is never done twice, where the answer is $form',
    async ({ name, form }) => {
      const the = testOf(name)
      expect((await the.prove()).isOk()).toBe(true)
      pass(2)
      expect((await the.prove()).isOk()).toBe(true)
      pass(2)
      the.end(form)
      const before = { sent: the.sent(), executed: the.executed() }
      const answer = await the.call()
      if (the.kind === 'read' || isSurelyUndone(the.server, form)) {
        expect(answer.isOk()).toBe(true)
        expect([the.logins(), the.sent() - before.sent, the.executed() - before.executed]).toEqual([2, 2, 1])
        return
      }
      expect(expectErr(answer)).toMatchObject({ kind: 'outcome_unknown' })
      expect([the.logins(), the.sent() - before.sent, the.executed() - before.executed]).toEqual([1, 1, 0])
      expect((await the.call()).isOk()).toBe(true)
      expect([the.logins(), the.executed() - before.executed]).toEqual([2, 1])
    },
  )
})

describe('a server that ends every session at once', () => {
  it.each(matrix)(
    'gets no more than two logins for $name in four minutes where the answer is $form',
    async ({ name, form }) => {
      const the = testOf(name, { siaghSessionLife: 'no-time', crmTokenLife: 'no-time' })
      the.useForm(form)
      for (let round = 0; round < 5; round += 1) expect((await the.call()).isErr()).toBe(true)
      expect(the.logins()).toBeLessThanOrEqual(2)
      const first = the.logins()
      pass(4)
      for (let round = 0; round < 5; round += 1) expect((await the.call()).isErr()).toBe(true)
      expect(the.logins() - first).toBeGreaterThanOrEqual(1)
      expect(the.logins() - first).toBeLessThanOrEqual(2)
      expect(the.executed()).toBe(0)
    },
  )
})

/** The answers to a call that nobody would ask again after. */
const isLastWord = (name: string, form: Dialect['siaghSessionEnd']) =>
  form === 403 || (name === 'a person' && (form === 'null' || form === 'nothing'))

const odd = forms.filter((form) => form === 403 || typeof form !== 'number')
const young = Object.keys(cases).flatMap((name) => odd.map((form) => ({ name, form })))

describe('a session that ended just after it was made', () => {
  it.each(young.filter(({ name, form }) => !isLastWord(name, form)))(
    'costs no login for $name where the answer is $form',
    async ({ name, form }) => {
      const the = testOf(name)
      expect((await the.prove()).isOk()).toBe(true)
      the.end(form)
      expect((await the.call()).isErr()).toBe(true)
      expect(the.logins()).toBe(1)
      expect(the.executed()).toBe(name === 'the contact list' || name === 'a person' ? 1 : 0)
    },
  )

  it.each(young.filter(({ name, form }) => isLastWord(name, form)))(
    'is not taken for the last word about $name where the answer is $form',
    async ({ name, form }) => {
      const the = testOf(name)
      expect((await the.prove()).isOk()).toBe(true)
      for (let round = 1; round <= 3; round += 1) {
        const executed = the.executed()
        the.end(form)
        expect((await the.call()).isOk()).toBe(true)
        expect([the.logins(), the.executed() - executed]).toEqual([1 + round, 1])
      }
    },
  )
})

describe('a call that the server refuses with every session', () => {
  it('costs one login in three minutes', async () => {
    const { crm, crmClient } = world({ missingId: 'null' })
    const logins = () => crm.requests().filter(({ operation }) => operation === 'login').length
    const ask = () => crmClient.getPerson('11111111-0000-4000-8000-000000000000')
    for (let round = 0; round < 5; round += 1) expect((await ask()).isErr()).toBe(true)
    expect(logins()).toBe(2)
    pass(4)
    for (let round = 0; round < 5; round += 1) expect((await ask()).isErr()).toBe(true)
    expect(logins()).toBe(3)
  })
})
