import { expect, it } from 'vitest'
import { documentOf, openSite } from './run'

it('walks through the first day, is left and taken up again, and goes back', async () => {
  const site = await openSite()
  const nextOf = async (args: readonly string[] = [], env: NodeJS.ProcessEnv = {}) =>
    documentOf(await site.run(['go-live', ...args, '--json'], { env })).result
  expect(await nextOf()).toMatchObject({ done: [], next: 'check' })
  for (const next of ['probe', 'backup', 'import-dry', 'import', 'shadow'])
    expect(await nextOf(['--done'])).toMatchObject({ next })
  expect(await nextOf()).toMatchObject({ next: 'shadow' })
  expect(await nextOf(['--back'])).toMatchObject({ next: 'import' })
  expect(await nextOf(['--done'])).toMatchObject({ next: 'shadow' })
})

it('goes on from shadow, held and live only if the configuration says so', async () => {
  const site = await openSite()
  const done = (env: NodeJS.ProcessEnv = {}) => site.run(['go-live', '--done'], { env })
  for (let steps = 0; steps < 5; steps += 1) expect(await done()).toMatchObject({ exitCode: 3 })
  const early = await done()
  expect(early).toMatchObject({ exitCode: 2, stdout: '' })
  expect(early.stderr).toContain('mode is live and hold is none')
  expect(await done({ MODE: 'shadow' })).toMatchObject({ exitCode: 3 })
  expect(await done({ MODE: 'shadow' })).toMatchObject({ exitCode: 2 })
  expect(await done({ HOLD: '10' })).toMatchObject({ exitCode: 3 })
  expect(await done({ HOLD: 'all' })).toMatchObject({ exitCode: 2 })
  expect(await done()).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('the company is live') })
})

it('says what to do in Persian too, and takes one direction at a time', async () => {
  const site = await openSite()
  expect((await site.run(['go-live', '--lang', 'fa'])).stdout).toContain('گام بعد')
  expect(await site.run(['go-live', '--done', '--back'])).toMatchObject({ exitCode: 2 })
})
