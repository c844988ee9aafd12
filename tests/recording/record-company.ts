import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  createSandbox,
  sampleCompanies,
  sampleDocuments,
  samplePeople,
  sampleSite,
  type Sandbox,
} from '@siagh-sync/sandbox'
import { startService } from '@siagh-sync/service'
import { expect, onTestFinished } from 'vitest'
import { recordingLogger } from '../../test-support/recording-logger'
import { expectOk } from '../../test-support/results'
import { until } from '../../test-support/until'
import { configFrom, temporaryFolder } from '../service/trial/start'

const WEBHOOK_SECRET = 'opens-the-door-of-the-recording'

/** Where a sandbox listens, and its environment. */
async function listeningCompany(seed: number) {
  const sandbox = createSandbox({ contacts: 40, seed })
  const servers = await sandbox.listen()
  onTestFinished(() => servers.close())
  const { siagh, crm } = sandbox
  const environment = {
    SIAGH_URL: servers.siaghUrl,
    SIAGH_USERNAME: siagh.username,
    SIAGH_PASSWORD: siagh.password,
    CRM_URL: servers.crmUrl,
    CRM_USERNAME: crm.username,
    CRM_PASSWORD: crm.password,
    WEBHOOK_SECRET,
    PORT: '0',
  }
  return { sandbox, environment, servers }
}

/** A day of a company: people and companies, one that Siagh refuses, edits, invoices and quotes with custom fields. */
export async function recordDay(seed: number) {
  const { sandbox, environment, servers } = await listeningCompany(seed)
  const { crm } = sandbox
  const record = join(temporaryFolder(), 'recording')
  const logger = recordingLogger()
  const config = await configFrom(environment, { settleDelayMs: 0, ...sampleSite.rules })
  const service = expectOk(await startService(config, { logger, record }))
  crm.webhooks.pointAt(`${service.url}/webhook/crm?secret=${WEBHOOK_SECRET}`)
  fillCrm(sandbox, seed)
  const isQuiet = async () => {
    await crm.webhooks.idle()
    const statuses = await Promise.all([...service.companies.values()].map((sync) => sync.status()))
    return statuses.every((status) => expectOk(status).pending === 0)
  }
  await until('everything is handled', isQuiet)
  const [first] = crm.identities()
  crm.updateIdentity(first?.crmId ?? '', { nickName: 'نام دیگر آزمایشی', email: 'another.sample@example.com' })
  await until('the edit is handled', isQuiet)
  expect(await service.stop()).toEqual([])
  return { sandbox, record, logger, environment, servers }
}

function fillCrm({ crm, siagh }: Sandbox, seed: number): void {
  const people = samplePeople(6, seed)
  for (const person of people) crm.createPerson(person)
  for (const company of sampleCompanies(3, seed)) crm.createOrganization(company)
  const taken = siagh.contacts().find(({ MobileNo }) => MobileNo !== null && MobileNo !== '')
  crm.createPerson({
    nickName: 'تکراری نمونه‌پور',
    lastName: 'نمونه‌پور',
    phoneContacts: [{ default: true, phoneType: 'Mobile', phoneNumber: taken?.MobileNo ?? '' }],
  })
  const customers = crm.identities().map(({ crmId }) => crmId)
  const secretField = { userKey: 'WorkshopNickname', value: 'کارگاه شماره دو انگاره‌ای 0912-000-4455' }
  for (const document of sampleDocuments(4, customers, seed)) {
    crm.createInvoice({ ...document, extendedProperties: [secretField], number: `F-${seed}77123` })
  }
  for (const document of sampleDocuments(2, customers, seed + 1)) crm.createQuote(document)
}

/** The files of a recording, by their names. */
export function filesOf(record: string): ReadonlyMap<string, string> {
  return new Map(
    readdirSync(record)
      .sort()
      .map((name) => [name, readFileSync(join(record, name), 'utf8')]),
  )
}
