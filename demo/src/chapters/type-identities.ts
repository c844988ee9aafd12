import { sampleCompanies, samplePeople } from '@siagh-sync/sandbox'
import { allHandled, inSiagh, type Scene } from '../scene'
import { valueOf } from '../value-of'
import { pause } from '../../../test-support/until'

const PERSONS = 12
const ORGANIZATIONS = 6
const EDITED = 5

/** Eighteen identities come into the CRM, five of them are edited, and Siagh is away for a while. Answers their ids. */
export async function typeIdentities(scene: Scene): Promise<string[]> {
  const { story, stage } = scene
  story.chapter('1  Persons and organizations are typed into the CRM')
  story.say('Names in two alphabets, numbers in ten notations, codes that lost their zeros: as real people type.')
  const bar = story.progress(PERSONS + ORGANIZATIONS, 'are in Siagh')
  const ids: string[] = []
  const look = () => bar.reached(inSiagh(scene, ids))

  const back = { now: () => {} }
  for (const create of creations(scene)) {
    ids.push(await create())
    if (ids.length === 7) {
      story.say('Siagh is switched off.')
      back.now = stage.sandbox.siagh.faults.set('away')
    }
    look()
    await pause(60)
  }
  await tellOutage(scene, back.now)
  for (const id of ids.filter((_, index) => index % 3 !== 2).slice(0, EDITED))
    await scene.crm.editPerson(id, { email: `new.${id.slice(0, 4)}@example.com` })
  story.say(`${EDITED} of the persons get another e-mail address.`)
  await allHandled(scene, look)
  bar.end()
  return ids
}

/** Two persons, then an organization, and so on: every third is an organization. */
function creations({ crm }: Scene): (() => Promise<string>)[] {
  const companies = sampleCompanies(ORGANIZATIONS)
  return samplePeople(PERSONS).flatMap((person, index) => {
    const company = index % 2 === 1 ? companies[(index - 1) / 2] : undefined
    const creation = () => crm.createPerson(person)
    return company ? [creation, () => crm.createOrganization(company)] : [creation]
  })
}

async function tellOutage({ stage, story }: Scene, back: () => void): Promise<void> {
  await pause(600)
  const { pending, failed } = valueOf(await stage.sync.status())
  story.say(`${pending} records wait for it on disk, ${failed} have failed: an outage uses up no attempts.`)
  back()
  story.say('Siagh is back.')
}
