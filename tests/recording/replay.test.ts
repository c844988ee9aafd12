import { replayRecording } from '@siagh-sync/sandbox'
import { openClients } from '@siagh-sync/service'
import { describe, expect, it, onTestFinished } from 'vitest'
import { recordingLogger } from '../../test-support/recording-logger'
import { expectOk } from '../../test-support/results'
import { filesOf, recordDay } from './record-company'

const servers = {
  siagh: { baseUrl: 'http://siagh.test', username: 'anybody', password: 'of-the-replay' },
  crm: { baseUrl: 'http://crm.test', username: 'anybody', password: 'of-the-replay' },
}

describe('a recording that is replayed', () => {
  it('answers the clients as the servers did, with made-up values that belong together', async () => {
    const { sandbox, record } = await recordDay(2)
    const { fetch } = replayRecording(record)
    const { siagh, crm } = openClients(servers, recordingLogger(), { fetch, retry: { attempts: 1 } })
    const contacts = expectOk(await siagh.getAllUsers())
    const name = [...filesOf(record).keys()].find((file) => file.startsWith('crm-person-get-ok')) ?? ''
    const { request, response } = JSON.parse(filesOf(record).get(name) ?? '') as {
      request: { body: { id: string } }
      response: { body: { nickName: string } }
    }
    const person = expectOk(await crm.getPerson(request.body.id))

    expect(contacts.length).toBeGreaterThan(10)
    expect(sandbox.siagh.contacts().map(({ Name }) => Name)).not.toContain(contacts[3]?.Name)
    expect(person).toMatchObject({ crmId: request.body.id, nickName: response.body.nickName })
    // The id of the person in the CRM is the mark of its contact in what was saved in Siagh.
    const saved = [...filesOf(record)].filter(([file]) => file.includes('save-form-data-2bfda'))
    expect(saved.some(([, text]) => text.includes(`gn_web_users.tmpid=${request.body.id}`))).toBe(true)
  })

  it('answers what it does not know with 501 and a sentence', async () => {
    const { record } = await recordDay(3)
    const listening = await replayRecording(record).listen()
    onTestFinished(() => listening.close())
    const ask = async (path: string) => {
      const response = await fetch(listening.crmUrl + path, { method: 'POST', body: '{"id":"1"}' })
      return { status: response.status, ...((await response.json()) as object) }
    }
    expect(await ask('/api/v2/crmobject/person/get')).toEqual({
      status: 501,
      message:
        'No answer was recorded to this POST /api/v2/crmobject/person/get. The recording has this call with other bodies only.',
    })
    expect(await ask('/api/v2/crmobject/lead/get')).toEqual({
      status: 501,
      message: 'No answer was recorded to this POST /api/v2/crmobject/lead/get. The recording has no such call.',
    })
  })

  it('holds the same made-up prices in the document of the CRM and in the rows of Siagh', async () => {
    const { record } = await recordDay(4)
    const files = [...filesOf(record)]
    const prices = (pattern: RegExp, name: string) =>
      files
        .filter(([file]) => pattern.test(file))
        .flatMap(([, text]) => [...text.matchAll(new RegExp(name, 'g'))].map(([, price]) => Number(price)))
    const inCrm = prices(/-sales-get-ok/, '"baseUnitPrice": ([\\d.]+)')
    const inSiagh = prices(
      /save-form-data-43d81/,
      String.raw`\\"price\\":\{\\"oldValue\\":null,\\"newValue\\":([\d.]+)`,
    )
    expect(inSiagh.length).toBeGreaterThan(3)
    expect(inCrm).toEqual(expect.arrayContaining(inSiagh))
  })
})
