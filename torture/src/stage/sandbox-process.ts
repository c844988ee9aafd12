import { createSandbox } from '@siagh-sync/sandbox'

// Runs in a process of its own: both servers over HTTP, and the control API.

const seed = Number(process.env['SANDBOX_SEED'])
// Real tables are never empty: nobody may touch what was there before.
const sandbox = createSandbox({ seed, contacts: 50 })
const listening = await sandbox.listen()
const { siagh, crm } = sandbox
process.send?.({
  siaghUrl: listening.siaghUrl,
  crmUrl: listening.crmUrl,
  controlUrl: listening.controlUrl,
  siaghUser: [siagh.username, siagh.password],
  crmUser: [crm.username, crm.password],
})
process.on('disconnect', () => process.exit(0))
