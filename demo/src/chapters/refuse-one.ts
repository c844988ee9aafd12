import { samplePeople } from '@siagh-sync/sandbox'
import { allHandled, failureOf, type Scene } from '../scene'

/** A contact that Siagh holds from the start has this number. */
const TAKEN = '+98 912 000 0003'

/** Siagh refuses a person whose mobile number it has already, until the number is corrected in the CRM. Answers the id. */
export async function refuseOne(scene: Scene): Promise<string> {
  const { story, crm } = scene
  story.chapter('2  One that Siagh refuses')
  const [sample] = samplePeople(1, 2)
  const id = await crm.createPerson({ ...sample, phoneContacts: [{ phoneType: 'Mobile', phoneNumber: TAKEN }] })
  story.say(`A person comes with the mobile number ${TAKEN}, which another contact of Siagh has.`)
  const { error, attempts } = await failureOf(scene, { kind: 'identity', id })
  const { red, bold } = story.colors
  story.say(
    `${red(error?.kind ?? '')} after ${attempts} attempt. Siagh's own words: ${bold(error?.details.join(' ') ?? '')}`,
  )
  story.say(
    '("A mobile number may not be used twice.") It stands among the failures, and is not tried again by itself.',
  )
  await crm.editPerson(id, { phoneContacts: [{ phoneType: 'Mobile', phoneNumber: '۰۹۰۲ ۰۰۰ ۰۰۰۷' }] })
  await allHandled(scene)
  story.say('The number is corrected in the CRM; its webhook does the rest.')
  return id
}
