import { createSandbox, machineClock, samplePeople, sampleTwins, type Sandbox } from '@siagh-sync/sandbox'
import { answerParent } from '../child/answer-parent'
import { cpuMs } from '../child/cpu-ms'

/** How much the two servers hold, and how long each of their answers takes. */
export interface ServersSize {
  readonly contacts: number
  /** People of the CRM whom Siagh does not know. */
  readonly identities: number
  /** Contacts of Siagh that the CRM has as well, under other spellings; default 0. */
  readonly twins?: number
  /** One more contact has this `Code`, so that those that are made later have higher ones. */
  readonly lastCode?: number
  readonly latencyMs: number
}

/** What a client has to know to call a server. */
export interface Access {
  readonly baseUrl: string
  readonly username: string
  readonly password: string
}

/** What became of the webhooks about a record's edits. */
export interface Edited {
  /** How many were answered with 202. */
  readonly accepted: number
  /** From the first edit to the last answer. */
  readonly wallMs: number
}

/** What the servers were asked so far. */
export interface Asked {
  /** Everything, logins included. */
  readonly total: number
  /** What was asked about single records. */
  readonly aboutRecords: number
  readonly getAll: number
}

const SECOND_MS = 1_000

let sandbox: Sandbox | undefined
let ids: readonly string[] = []
/** How far the clock of the servers is ahead. */
let aheadMs = 0

const commands = {
  /** Fills both servers and serves them. */
  async open({ contacts, identities, twins = 0, lastCode, latencyMs }: ServersSize) {
    sandbox = createSandbox({ contacts, clock: { ...machineClock, now: () => Date.now() + aheadMs } })
    const { siagh, crm } = sandbox
    if (lastCode !== undefined) siagh.addContact({ Code: lastCode })
    ids = samplePeople(identities).map(crm.createPerson)
    for (const twin of twins > 0 ? sampleTwins(siagh.contacts(), twins) : []) {
      if (twin.type === 'person') crm.createPerson(twin.fields)
      else crm.createOrganization(twin.fields)
    }
    siagh.faults.latency(latencyMs)
    crm.faults.latency(latencyMs)
    const { siaghUrl, crmUrl } = await sandbox.listen()
    return { siagh: accessOf(siagh, siaghUrl), crm: accessOf(crm, crmUrl), ids }
  },
  /** Changes identities, or all of them, as their users would. */
  async change(which: readonly string[] = ids): Promise<void> {
    for (const id of which) theSandbox().crm.updateIdentity(id, { email: `${id}@example.com` })
  },
  /** Changes all identities, one after the other by the clock of the servers. */
  async changeInTurn(apartMs: number): Promise<void> {
    for (const id of ids) {
      aheadMs += apartMs
      theSandbox().crm.updateIdentity(id, { email: `${id}.${aheadMs}@example.com` })
    }
  },
  /** Edits one identity so many times, spread over a second, and answers when the CRM has called `target` for each. */
  async edit(id: string, times: number, target: string): Promise<Edited> {
    const { crm } = theSandbox()
    crm.webhooks.set({ concurrency: 64 })
    crm.webhooks.pointAt(target)
    const before = crm.webhooks.deliveries().length
    const startedAt = performance.now()
    for (let edit = 1; edit <= times; edit += 1) {
      crm.updateIdentity(id, { email: editedEmail(id, edit) })
      const aheadMs = (edit * SECOND_MS) / times - (performance.now() - startedAt)
      if (aheadMs > 1) await new Promise((resolve) => setTimeout(resolve, aheadMs))
    }
    await crm.webhooks.idle()
    const deliveries = crm.webhooks.deliveries().slice(before)
    return {
      accepted: deliveries.filter(({ status }) => status === 202).length,
      wallMs: performance.now() - startedAt,
    }
  },
  /** Whether Siagh has a contact as that edit left it. */
  async hasEdit(id: string, edit: number): Promise<boolean> {
    const email = editedEmail(id, edit)
    return theSandbox()
      .siagh.contacts()
      .some((contact) => contact.Email === email)
  },
  /** Time on a processor so far. */
  cpuMs: async () => cpuMs(),
  async asked(): Promise<Asked> {
    const { siagh, crm } = theSandbox()
    const all = [...siagh.requests(), ...crm.requests()]
    const shared = ['login', 'getAll']
    const count = (counts: (operation: string) => boolean) => all.filter(({ operation }) => counts(operation)).length
    return {
      total: all.length,
      aboutRecords: count((operation) => !shared.includes(operation)),
      getAll: count((operation) => operation === 'getAll'),
    }
  },
  /** How often each operation was asked for so far; `crm.personFind` is one. */
  async calls(): Promise<Readonly<Record<string, number>>> {
    const { siagh, crm } = theSandbox()
    const counts = new Map<string, number>()
    const count = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1)
    for (const { operation } of siagh.requests()) count(`siagh.${operation}`)
    for (const { operation } of crm.requests()) count(`crm.${operation}`)
    return Object.fromEntries(counts)
  },
  /** How many identities the CRM holds. */
  async identities(): Promise<number> {
    return theSandbox().crm.identities().length
  },
  async contacts(): Promise<number> {
    return theSandbox().siagh.contacts().length
  },
}

/** The commands of this process. */
export type ServersCommands = typeof commands

answerParent(commands)

const editedEmail = (id: string, edit: number) => `${id}.${edit}@example.com`

function theSandbox(): Sandbox {
  if (!sandbox) throw new Error('open comes first')
  return sandbox
}

function accessOf({ username, password }: { username: string; password: string }, baseUrl: string): Access {
  return { baseUrl, username, password }
}
