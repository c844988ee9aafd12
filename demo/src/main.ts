import process from 'node:process'
import { compare } from './chapters/compare'
import { editAfterPosting } from './chapters/edit-after-posting'
import { loseAnAnswer } from './chapters/lose-an-answer'
import { mendAccountParty } from './chapters/mend-account-party'
import { open } from './chapters/open'
import { refuseOne } from './chapters/refuse-one'
import { HELD_SUBJECT, releaseOne } from './chapters/release-one'
import { retryOne } from './chapters/retry-one'
import { typeDocuments } from './chapters/type-documents'
import { typeIdentities } from './chapters/type-identities'
import { createCrmUser } from './crm-user'
import { tellWhatToTry } from './keep'
import type { Scene } from './scene'
import { openStage } from './stage'
import { createStory } from './story'

const story = createStory()
// In a company this is a function in the configuration file.
const stage = await openStage({
  hold: (write) => write.write === 'post_document' && write.document.subject === HELD_SUBJECT,
})
const scene: Scene = { stage, story, crm: createCrmUser(stage) }

const ending = { begun: false }

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void leave())

try {
  process.exitCode = (await play(scene)) ? 0 : 1
} catch (error) {
  // What is closed under a chapter's feet fails, and nobody needs to hear of it.
  if (!ending.begun) {
    story.end()
    process.stderr.write(`The demo could not go on: ${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}
if (process.argv.includes('--keep') && !ending.begun) tellWhatToTry(scene)
else await leave()

/** The whole story. Answers whether the two servers agree at the end. */
async function play(scene: Scene): Promise<boolean> {
  const startedAt = Date.now()
  const { crm, siagh } = scene.stage.sandbox
  const before = siagh.contacts()
  crm.webhooks.set({ duplicates: 0.3, reordering: 0.2 })
  siagh.faults.latency(80)
  crm.faults.latency(20)

  open(scene)
  const customers = await typeIdentities(scene)
  await refuseOne(scene)
  await retryOne(scene)
  const [first, ...others] = await typeDocuments(scene, customers)
  if (first && others.length > 0) await editAfterPosting(scene, first)
  await loseAnAnswer(scene, customers[0] ?? '')
  await releaseOne(scene, customers[0] ?? '')
  await mendAccountParty(scene)
  return compare(scene, before, startedAt)
}

/** Closes everything. The exit code is what the story came to, 130 where it was broken off. */
async function leave(): Promise<void> {
  if (ending.begun) return
  ending.begun = true
  const code = process.exitCode ?? 130
  story.end()
  await stage.close()
  process.exit(code)
}
