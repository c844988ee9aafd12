import { createSandbox, samplePeople, type Sandbox } from '@siagh-sync/sandbox'
import { answerParent } from '../child/answer-parent'

/** How much the two servers hold, and how long each of their answers takes. */
export interface ServersSize {
  readonly contacts: number
  readonly identities: number
  readonly latencyMs: number
}

/** What a client has to know to call a server. */
export interface Access {
  readonly baseUrl: string
  readonly username: string
  readonly password: string
}

/** What the servers were asked so far. */
export interface Asked {
  /** Everything, logins included. */
  readonly total: number
  /** What was asked about single records. */
  readonly aboutRecords: number
  readonly getAll: number
}

let sandbox: Sandbox | undefined
let ids: readonly string[] = []

const commands = {
  /** Fills both servers and serves them. */
  async open({ contacts, identities, latencyMs }: ServersSize) {
    sandbox = createSandbox({ contacts })
    const { siagh, crm } = sandbox
    ids = samplePeople(identities).map(crm.createPerson)
    siagh.faults.latency(latencyMs)
    crm.faults.latency(latencyMs)
    const { siaghUrl, crmUrl } = await sandbox.listen()
    return { siagh: accessOf(siagh, siaghUrl), crm: accessOf(crm, crmUrl), ids }
  },
  /** Changes every identity, as its users would. */
  async changeAll(): Promise<void> {
    for (const id of ids) theSandbox().crm.updateIdentity(id, { email: `${id}@example.com` })
  },
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
  async contacts(): Promise<number> {
    return theSandbox().siagh.contacts().length
  },
}

/** The commands of this process. */
export type ServersCommands = typeof commands

answerParent(commands)

function theSandbox(): Sandbox {
  if (!sandbox) throw new Error('open comes first')
  return sandbox
}

function accessOf({ username, password }: { username: string; password: string }, baseUrl: string): Access {
  return { baseUrl, username, password }
}
