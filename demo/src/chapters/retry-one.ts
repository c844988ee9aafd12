import { samplePeople } from '@siagh-sync/sandbox'
import { allHandled, runsOf, type Scene } from '../scene'

/** The CRM answers half an object, twice, and the record is tried again. Answers its id. */
export async function retryOne(scene: Scene): Promise<string> {
  const { story, crm, stage } = scene
  story.chapter('3  One that takes three attempts')
  story.say('The next two answers of the CRM break off half-way.')
  stage.sandbox.crm.faults.next('personGet', 'truncatedJson', { times: 2 })
  const [sample = {}] = samplePeople(1, 3)
  // The samples of one seed have numbers of their own, those of another seed the same ones again.
  const id = await crm.createPerson({ ...sample, phoneContacts: [{ phoneType: 'موبایل', phoneNumber: '9020000008' }] })
  await allHandled(scene)
  const runs = await runsOf(scene, { kind: 'identity', id })
  for (const { attempt, error, outcome = '', at } of runs.slice(0, 3)) {
    const waited = `${((at - (runs[0]?.at ?? at)) / 1000).toFixed(1)} s`
    story.say(
      `attempt ${attempt}, after ${waited}: ${error ? story.colors.yellow(error) : story.colors.green(outcome)}`,
    )
  }
  return id
}
