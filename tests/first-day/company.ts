import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSandbox, machineClock, samplePeople, sampleTwins } from '@siagh-sync/sandbox'
import { openMachine } from './machine'
import { freePort } from '../../test-support/free-port'

const CONTACTS = 40
const TWINS = 16
const SEED = 4

/** The company of the document: its two servers with what they hold in the morning, and the machine that people type commands on. */
export async function openCompany() {
  let aheadMs = 0
  const clock = { ...machineClock, now: () => Date.now() + aheadMs }
  const sandbox = createSandbox({ contacts: CONTACTS, seed: SEED, clock })
  const twins = sampleTwins(sandbox.siagh.contacts(), TWINS, SEED)
  for (const { type, fields } of twins) {
    if (type === 'person') sandbox.crm.createPerson(fields)
    else sandbox.crm.createOrganization(fields)
  }
  for (const [index, person] of samplePeople(2, SEED).entries())
    sandbox.crm.createPerson({ ...person, crmId: idOf(index + 1) })
  const listening = await sandbox.listen()
  const folder = mkdtempSync(join(tmpdir(), 'siagh-sync-first-day-'))
  const port = await freePort()
  const settings = {
    HOST: '127.0.0.1',
    PORT: String(port),
    CRM_PASSWORD: sandbox.crm.password,
    // What a person waits a minute for, a test does not.
    SWEEP_SECONDS: '0.2',
    // One after the other, so that every run comes to the same order.
    CONCURRENCY: '1',
  }
  const machine = openMachine(folder, settings, [
    { shown: 'http://10.0.0.5', real: listening.siaghUrl },
    { shown: 'http://10.0.0.6', real: listening.crmUrl },
    { shown: 'http://10.0.0.7:3000', real: `http://127.0.0.1:${port}` },
    { shown: '/srv/siagh-sync', real: folder },
  ])
  return {
    ...machine,
    sandbox,
    twins,
    webhookUrl: `http://127.0.0.1:${port}/webhook/crm`,
    /** Time passes, by the clocks of both servers. */
    pass: (ms: number) => void (aheadMs += ms),
    async close() {
      await machine.stopService()
      await listening.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export type Company = Awaited<ReturnType<typeof openCompany>>

/** An id of the CRM, so that the document can name records of which it tells. */
export function idOf(number: number): string {
  return `5a1e7c02-93d4-4b6f-8f21-${String(number).padStart(12, '0')}`
}
