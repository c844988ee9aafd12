import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createSandbox, samplePeople } from '@siagh-sync/sandbox'
import { loadConfig, startService } from '@siagh-sync/service'
import { expect, it, onTestFinished } from 'vitest'
import { recordingLogger } from '../../test-support/recording-logger'
import { until } from '../../test-support/until'
import { temporaryFolder } from './trial/start'
import { expectOk } from '../../test-support/results'

const SECRETS = { tehran: 'secret-of-tehran-16', shiraz: 'secret-of-shiraz-16' }
const TOKEN = 'token-of-16-characters'

async function openCompany(name: keyof typeof SECRETS) {
  const sandbox = createSandbox({ contacts: 0 })
  const servers = await sandbox.listen()
  onTestFinished(() => servers.close())
  const { siagh, crm } = sandbox
  const prefix = name.toUpperCase()
  const env = {
    [`${prefix}_SIAGH_URL`]: servers.siaghUrl,
    [`${prefix}_SIAGH_PASSWORD`]: siagh.password,
    [`${prefix}_CRM_URL`]: servers.crmUrl,
    [`${prefix}_CRM_PASSWORD`]: crm.password,
    [`${prefix}_WEBHOOK_SECRET`]: SECRETS[name],
  }
  const section = { name, siagh: { username: siagh.username }, crm: { username: crm.username } }
  return { sandbox, env, section }
}

/** One process for two companies, each with two servers of its own. */
async function openBoth() {
  const tehran = await openCompany('tehran')
  const shiraz = await openCompany('shiraz')
  const folder = temporaryFolder()
  const companies = [tehran.section, shiraz.section]
  const file = { companies, rules: { settleDelayMs: 0 }, webhook: { port: 0 }, operatorToken: TOKEN }
  writeFileSync(join(folder, 'siagh-sync.config.json'), JSON.stringify(file))
  const env = { ...tehran.env, ...shiraz.env }
  const { config } = expectOk(await loadConfig({ cwd: folder, env, isForService: true }))
  const service = expectOk(await startService(config, { logger: recordingLogger(), folder }))
  onTestFinished(async () => {
    expect(await service.stop()).toEqual([])
  })
  return { service, tehran: tehran.sandbox, shiraz: shiraz.sandbox }
}

const webhook = (url: string, company: string, secret: string, id: string) =>
  fetch(`${url}/webhook/crm/${company}/identity?secret=${secret}&event=Insert&type=Identity&id=${id}`)

it('brings the records of each company to its own Siagh, out of one store', async () => {
  const { service, tehran, shiraz } = await openBoth()
  tehran.crm.webhooks.pointAt(`${service.url}/webhook/crm/tehran?secret=${SECRETS.tehran}`)
  shiraz.crm.webhooks.pointAt(`${service.url}/webhook/crm/shiraz?secret=${SECRETS.shiraz}`)
  const ids = [tehran, shiraz].map(({ crm }) => crm.createPerson(samplePeople(1)[0] ?? {}))
  const tmpids = () => [tehran, shiraz].map(({ siagh }) => siagh.contacts().map(({ tmpid }) => tmpid))
  await until('both have arrived', () => tmpids().every((own) => own.length === 1))
  expect(tmpids()).toEqual(ids.map((id) => [id]))
  expect([...service.companies.keys()]).toEqual(['tehran', 'shiraz'])
})

it('opens the webhooks of a company with its own secret alone', async () => {
  const { service } = await openBoth()
  const id = '2b1f0c6e-0000-4000-8000-000000000001'
  const statuses = async (...given: [string, string][]) =>
    Promise.all(given.map(async ([company, secret]) => (await webhook(service.url, company, secret, id)).status))
  expect(await statuses(['tehran', SECRETS.tehran], ['shiraz', SECRETS.shiraz])).toEqual([202, 202])
  expect(await statuses(['tehran', SECRETS.shiraz], ['shiraz', SECRETS.tehran])).toEqual([401, 401])
  expect(await statuses(['yazd', SECRETS.tehran])).toEqual([404])
  const alone = `${service.url}/webhook/crm/identity?secret=${SECRETS.tehran}&event=Insert&type=Identity&id=${id}`
  expect((await fetch(alone)).status).toBe(404)
})

it('answers for the operator company by company, and for the load balancer all together', async () => {
  const { service } = await openBoth()
  const ask = async (path: string, token = TOKEN) => {
    const response = await fetch(`${service.url}${path}`, { headers: { authorization: `Bearer ${token}` } })
    return { status: response.status, json: await response.json() }
  }
  expect(await ask('/api/companies/tehran/status')).toMatchObject({ status: 200, json: { company: 'tehran' } })
  expect(await ask('/api/companies/shiraz/status')).toMatchObject({ status: 200, json: { company: 'shiraz' } })
  expect(await ask('/api/companies/default/status')).toMatchObject({ status: 404 })
  expect(await ask('/api/companies/yazd/status', 'another token')).toMatchObject({ status: 401 })
  await until('it is ready', async () => (await ask('/readyz')).status === 200)
  expect((await ask('/readyz')).json).toMatchObject({ pending: 0, failed: 0, away: [] })
})
