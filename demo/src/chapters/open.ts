import type { Scene } from '../scene'

/** Says what runs where. */
export function open({ stage, story }: Scene): void {
  const { servers, service, sandbox } = stage
  const { dim, bold } = story.colors
  story.say(bold('Two simulated servers, and the service between them'))
  story.say(`Payamgostar CRM   ${servers.crmUrl}`)
  story.say(`Siagh             ${servers.siaghUrl}   ${sandbox.siagh.contacts().length} contacts`)
  story.say(`siagh-sync        ${service.url}   a SQLite file in a temporary folder`)
  story.say(
    dim('The CRM calls siagh-sync at every change. Some of its calls are doubled, some come late and out of order.'),
  )
  story.say(dim('Waits between attempts are shortened: a real retry takes its time.'))
}
