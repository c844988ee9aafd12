import { readFileSync, writeFileSync } from 'node:fs'
import { idOf, type Company } from './company'
import { until } from './until'

const MINA = idOf(101)
const OMID = idOf(102)
const MINUTE_MS = 60_000

/** What the words of the document tell, by the names that its comments give. Each ends when the service has done what follows. */
export const events: Readonly<Record<string, (company: Company) => Promise<void> | void>> = {
  'somebody-types-the-password': ({ type, sandbox }) => type(sandbox.siagh.password),

  'a-person-decides': ({ pathOf, twins }) => {
    const file = pathOf('import.csv')
    const decided = readFileSync(file, 'utf8').replace(/^(\d+),.*,undecided,.*,(?=\r\n)/gm, (row, code) => {
      const twin = twins.find(({ codes }) => codes.includes(Number(code)))
      const [, number = 'خیر'] = new RegExp(`(\\d+)\\) ${twin?.fields.crmId ?? 'nobody'}`).exec(row) ?? []
      return row + number
    })
    writeFileSync(file, decided)
  },

  'the-administrator-enters-the-addresses': ({ sandbox, webhookUrl, variables, logged }) => {
    sandbox.crm.webhooks.set({ updatesAfterInsert: 0 })
    sandbox.crm.webhooks.pointAt(`${webhookUrl}?secret=${variables()['WEBHOOK_SECRET']}`)
    return logged('caught up')
  },

  'mina-buys-something': async (company) => {
    const name = { firstName: 'مینا', lastName: 'نمونه‌ای', nickName: 'مینا نمونه‌ای' }
    company.sandbox.crm.createPerson({ crmId: MINA, ...name, phoneContacts: mobile('۰۹۱۲۰۰۰۰۹۰۱') })
    await handled(company, MINA)
    company.sandbox.crm.createInvoice(invoiceOf(MINA, idOf(201)))
    await handled(company, idOf(201))
    if (writtenTo(company) > 0) throw new Error('Something was written in shadow.')
  },

  'somebody-stops-the-service': ({ stopService, log }) => {
    log()
    return stopService()
  },

  'what-was-noted-waits': async (company) => {
    await company.logged('caught up')
    await until('both wait', async () => (await company.run('siagh-sync status --json')).text.includes('"held": 2'))
    await settled(company)
    company.log()
    if (writtenTo(company) > 0) throw new Error('Something was written before it was released.')
  },

  'mina-comes-into-siagh': (company) => handled(company, MINA),

  'the-invoice-comes-into-siagh': (company) => handled(company, idOf(201)),

  'somebody-stops-the-service-again': ({ stopService }) => stopService(),

  'the-service-has-started-again': async (company) => {
    await company.logged('caught up')
    await settled(company)
    company.log()
  },

  'her-number-changes': (company) => {
    company.sandbox.crm.updateIdentity(MINA, { phoneContacts: mobile('0912 000 0902') })
    return handled(company, MINA)
  },

  'omid-is-entered': (company) => {
    const name = { firstName: 'امید', lastName: 'فرضی', nickName: 'امید فرضی' }
    const phoneContacts = mobile(inactiveContact(company).MobileNo ?? '')
    company.sandbox.crm.createPerson({ crmId: OMID, ...name, phoneContacts })
    return handled(company, OMID)
  },

  'the-bookkeeper-frees-the-number': (company) => {
    company.sandbox.siagh.changeContact(inactiveContact(company).Code, { MobileNo: '' })
  },

  'the-service-takes-omid-up': (company) => handled(company, OMID),

  'the-connection-breaks-at-an-invoice': async (company) => {
    company.pass(60 * MINUTE_MS)
    // Whose session has ended is not let in, and has nothing posted.
    company.sandbox.crm.updateIdentity(OMID, { email: 'omid@example.com' })
    await handled(company, OMID)
    company.log()
    company.sandbox.siagh.faults.next('savePreInvoice', 'resetAfter')
    company.sandbox.crm.createInvoice(invoiceOf(OMID, idOf(202)))
    return handled(company, idOf(202))
  },

  'the-service-takes-the-invoice-up': async (company) => {
    await handled(company, idOf(202))
    const posted = company.sandbox.siagh.preInvoices().filter((each) => JSON.stringify(each).includes(idOf(202)))
    if (posted.map(({ number }) => number).join() !== '2489') throw new Error('The bookkeeper found another number.')
  },

  'siagh-is-switched-off': async ({ sandbox, pass, logged }) => {
    pass(60 * MINUTE_MS)
    sandbox.siagh.faults.set('away')
    sandbox.crm.updateIdentity(MINA, { email: 'mina@example.com' })
    await logged(MINA)
  },

  'siagh-is-back': async (company) => {
    // How often it looked meanwhile is a matter of seconds.
    company.log()
    company.sandbox.siagh.faults.clear()
    await handled(company, MINA)
  },

  'webhooks-get-lost': async (company) => {
    const { crm } = company.sandbox
    // As the service does by itself, every ten minutes.
    await company.run('siagh-sync catch-up')
    await settled(company)
    company.log()
    company.pass(60 * MINUTE_MS)
    crm.webhooks.set({ loss: 1 })
    crm.updateIdentity(MINA, { email: 'mina.n@example.com' })
    crm.createInvoice(invoiceOf(OMID, idOf(203)))
    await crm.webhooks.idle()
    crm.webhooks.set({ loss: 0 })
  },

  'the-service-takes-all-up': (company) => settled(company),

  'the-service-mends': (company) => settled(company),

  'the-service-stops-in-the-evening': ({ stopService, log }) => {
    log()
    return stopService()
  },
}

/** How many contacts and documents the service has written to Siagh. */
function writtenTo({ sandbox }: Company): number {
  return sandbox.siagh.requests().filter(({ operation }) => operation.startsWith('save')).length
}

const mobile = (phoneNumber: string) => [{ default: true, phoneType: 'موبایل', phoneNumber }]

function invoiceOf(identityId: string, crmId: string) {
  const line = { productCode: '500102011', productUnitTypeName: 'عدد', count: 2, baseUnitPrice: 1_500_000 }
  return { crmId, identityId, crmObjectTypeCode: 'PI_5', details: [line] }
}

/** A contact that Siagh keeps and nobody deals with any more. */
function inactiveContact({ sandbox }: Company) {
  const contact = sandbox.siagh.contacts().find(({ IsActive, MobileNo }) => !IsActive && MobileNo)
  if (contact === undefined) throw new Error('No inactive contact has a mobile number.')
  return contact
}

/** Resolves when the log has named the record, and no other record waits. */
async function handled(company: Company, id: string): Promise<void> {
  await company.logged(id)
  await settled(company)
}

/** Resolves when nothing is waiting to be handled. */
function settled({ run }: Company): Promise<void> {
  return until('all is handled', async () => (await run('siagh-sync status --json')).text.includes('"pending": 0'))
}
