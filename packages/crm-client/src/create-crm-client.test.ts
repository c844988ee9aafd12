import { inspect } from 'node:util'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { clientOfFake, fakeCrm, json, nothing, secrets } from '../test/fake-crm'
import { createCrmClient } from './create-crm-client'
import type { CrmClientOptions } from './options'
import { expectErr, expectOk } from '../../../test-support/results'

const id = '2b1f0c6e-0000-4000-8000-000000000001'
const options: CrmClientOptions = { baseUrl: 'https://crm.example.com', username: 'webservice', password: 'secret' }

describe('the options of createCrmClient', () => {
  it.each<[string, object]>([
    ['baseUrl', { baseUrl: undefined }],
    ['baseUrl', { baseUrl: 'crm.example.com' }],
    ['baseUrl', { baseUrl: 'ftp://crm.example.com' }],
    ['baseUrl', { baseUrl: 'https://webservice:secret@crm.example.com' }],
    ['baseUrl', { baseUrl: 'https://crm.example.com/?key=secret' }],
    ['username', { username: '' }],
    ['username', { username: undefined }],
    ['password', { password: ' ' }],
    ['password', { password: undefined }],
    ['deviceId', { deviceId: '' }],
    ['platformType', { platformType: 5 }],
  ])('names %s in one sentence and quotes no value: %j', (name, wrong) => {
    const create = () => createCrmClient({ ...options, ...wrong })
    expect(create).toThrow(new RegExp(`^createCrmClient: set \`${name}\` to [^.]*(\\.[^ .]+)*[^.]*\\.$`))
    expect(create).not.toThrow(/secret/)
  })

  it('says what to set first where nothing is set', () => {
    const create: (...none: never[]) => unknown = createCrmClient
    expect(() => create()).toThrow(/^createCrmClient: set `baseUrl` to /)
  })

  it('takes a base URL with a path and a slash at its end', async () => {
    const crm = vi.fn<typeof fetch>(async () => nothing(404))
    const login = await createCrmClient({ ...options, baseUrl: 'http://10.0.0.7/crm//', fetch: crm }).login()
    expect(login.isErr()).toBe(true)
    expect(new Request(crm.mock.calls[0]?.[0] ?? '').url).toBe('http://10.0.0.7/crm/api/v2/auth/login')
  })
})

describe('the session', () => {
  const crm = fakeCrm()
  afterEach(() => vi.useRealTimers())

  const at = (time: string) => vi.useFakeTimers({ toFake: ['Date'], now: new Date(`2025-12-16T${time}+03:30`) })

  it('is asked for once and then used as a bearer token', async () => {
    crm.answer('person/get', () => json({ crmId: id }))
    const client = clientOfFake()
    const read = async () => expect((await client.getPerson(id)).isOk()).toBe(true)
    await Promise.all([read(), read(), read()])
    await read()
    expect(crm.logins()).toHaveLength(1)
    expect(crm.calls().map(({ headers }) => headers.get('authorization'))).toEqual(
      Array.from({ length: 4 }, () => `Bearer ${secrets.accessToken}`),
    )
  })

  it('names the device and the platform as it was told', async () => {
    expect((await clientOfFake({ deviceId: 'books', platformType: 4 }).login()).isOk()).toBe(true)
    expect(crm.logins()[0]?.body).toEqual({
      username: 'webservice',
      password: secrets.password,
      deviceId: 'books',
      platformType: 4,
    })
  })

  it('is not used close to its end: the client logs in again, and never refreshes', async () => {
    crm.answer('person/get', () => json({ crmId: id }))
    crm.answerLogin(
      () => `2025-12-16T${Date.now() < Date.parse('2025-12-16T08:00Z') ? '11:40' : '12:40'}:00.1385332+03:30`,
    )
    const client = clientOfFake()
    const readAt = async (time: string) => {
      at(time)
      expect((await client.getPerson(id)).isOk()).toBe(true)
    }
    await readAt('11:20:00')
    await readAt('11:38:00')
    expect(crm.logins()).toHaveLength(1)
    await readAt('11:39:30')
    expect(crm.logins()).toHaveLength(2)
    expect([...crm.logins(), ...crm.calls()].filter(({ path }) => path.includes('refresh'))).toEqual([])
  })

  it('is used until it is refused where the clock of the CRM is behind ours', async () => {
    crm.answer('person/get', () => json({ crmId: id }))
    crm.answerLogin(() => '2025-12-16T11:10:00.0000000+03:30')
    const client = clientOfFake()
    at('11:20:00')
    for (let call = 0; call < 3; call += 1) expect((await client.getPerson(id)).isOk()).toBe(true)
    expect(crm.logins()).toHaveLength(1)
  })

  it('is renewed once where the CRM no longer knows it', async () => {
    crm.answer('person/get', () => (crm.calls().length === 1 ? nothing(401) : json({ crmId: id })))
    expect(expectOk(await clientOfFake().getPerson(id))).toMatchObject({ crmId: id })
    expect(crm.logins()).toHaveLength(2)
  })

  it('is unauthorized with a wrong password', async () => {
    crm.answer('/api/v2/auth/login', () => json({ message: 'wrong' }, 401))
    expect(expectErr(await clientOfFake().getPerson(id))).toMatchObject({
      kind: 'unauthorized',
      system: 'crm',
    })
    expect(crm.calls()).toHaveLength(0)
  })

  it('answers when it ends, and no token', async () => {
    expect(expectOk(await clientOfFake().login())).toEqual({ expiresAt: new Date('2098-12-31T20:30:00Z') })
  })
})

describe('the client', () => {
  const crm = fakeCrm()

  it('does not let the password or a token be reached', async () => {
    crm.answer('person/get', () => json({ crmId: id }))
    const client = clientOfFake()
    expect((await client.getPerson(id)).isOk()).toBe(true)
    const shown = inspect(client, { depth: Infinity, showHidden: true, getters: true }) + JSON.stringify(client)
    for (const secret of Object.values(secrets)) expect(shown).not.toContain(secret)
  })

  it('answers an invalid date with a defect, and sends nothing', async () => {
    const created = await clientOfFake().createPerson({ birthDate: new Date(Number.NaN) })
    expect(expectErr(created)).toMatchObject({ kind: 'defect' })
    expect(crm.calls()).toHaveLength(0)
  })

  it('cancels a call', async () => {
    crm.answer('person/get', () => json({ crmId: id }))
    const read = await clientOfFake().getPerson(id, { signal: AbortSignal.abort() })
    expect(expectErr(read)).toMatchObject({ kind: 'unavailable' })
    expect(crm.calls()).toHaveLength(0)
  })
})
