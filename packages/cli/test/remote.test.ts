import { once } from 'node:events'
import { createServer } from 'node:http'
import { samplePeople } from '@siagh-sync/sandbox'
import { loadConfig, startService } from '@siagh-sync/service'
import { silentLogger } from '@siagh-sync/sync-core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { expectOk } from '../../../test-support/results'
import { until } from '../../../test-support/until'
import { documentOf, openSite, SECRET, temporaryFolder, run as runIn } from './run'

const TOKEN = 'token-of-the-operators'
const MISSING = '2b1f0c6e-0000-4000-8000-00000000dead'

/** A service that holds everything, with a failure, a doubt and two held writes, and a folder elsewhere that asks it. */
async function openService() {
  const site = await openSite()
  const env = { ...site.env, HOLD: 'all', OPERATOR_TOKEN: TOKEN }
  const { config } = expectOk(await loadConfig({ cwd: site.folder, env, isForService: true }))
  const service = expectOk(await startService(config, { logger: silentLogger }))
  onTestFinished(async () => {
    await service.stop()
  })
  const { crm, siagh } = site.sandbox
  const [person = {}] = samplePeople(1)
  const held = crm.createPerson(person)
  const ambiguous = crm.createPerson({ nickName: 'مشتری دوگانه' })
  for (const code of [1, 2]) siagh.addContact({ Name: `مشتری ${code}`, tmpid: ambiguous })
  for (const id of [held, ambiguous]) {
    const webhook = `${service.url}/webhook/crm/identity?secret=${SECRET}&event=Insert&id=${id}`
    expect((await fetch(webhook)).status).toBe(202)
  }
  const here = (args: readonly string[]) => site.run(args, { env })
  const elsewhere = temporaryFolder()
  const remote = (args: readonly string[], more: NodeJS.ProcessEnv = { OPERATOR_TOKEN: TOKEN }) =>
    runIn(elsewhere, {}, [...args, '--remote', service.url], { env: more })
  await until('both were handled', async () => {
    const { result } = documentOf(await here(['status', '--json']))
    return result?.['pending'] === 0 && result['held'] === 1 && result['failed'] === 1
  })
  return { site, service, here, remote, held, ambiguous }
}

describe('--remote', () => {
  it('shows the same as the folder of the service', async () => {
    const { here, remote, held, service, site } = await openService()
    for (const args of [
      ['failures'],
      ['failures', '--json'],
      ['failures', '--lang', 'fa'],
      ['failures', '--error', 'rejected'],
      ['in-doubt'],
      ['held'],
      ['held', '--json'],
      ['held', 'show', held],
      ['held', 'show', held, '--lang', 'fa'],
      ['history', '--limit', '1'],
      ['history', held, '--json'],
      ['retry', MISSING],
      ['release', MISSING, '--json'],
    ]) {
      expect.soft(await remote(args), args.join(' ')).toEqual(await here(args))
    }
    const [local, distant] = [await here(['status']), await remote(['status'])]
    expect(distant.exitCode).toBe(local.exitCode)
    expect(distant.stdout).toBe(local.stdout.replace(`${site.folder}/siagh-sync.db`, service.url))
  })

  it('retries, releases and refuses', async () => {
    const { remote, here, held, ambiguous, site } = await openService()
    expect((await remote(['retry', ambiguous])).exitCode).toBe(0)
    expect(documentOf(await remote(['retry', '--all', '--error', 'rejected', '--json']))).toMatchObject({
      result: { retried: 0 },
    })
    expect((await remote(['release', held])).exitCode).toBe(0)
    await until('it is in Siagh', () => site.sandbox.siagh.contacts().some(({ tmpid }) => tmpid === held))
    expect((await remote(['refuse', held])).exitCode).toBe(1)
    expect((await here(['history', ambiguous])).stdout).toMatch(/retried .* operator/)
  })

  it.each([
    ['with a wrong token', { OPERATOR_TOKEN: 'another token' }, 1, /does not accept OPERATOR_TOKEN/],
    ['without a token', {}, 2, /set OPERATOR_TOKEN/],
  ])('says what to do %s, and shows no token', async (_, env, exitCode, sentence) => {
    const { remote } = await openService()
    const ran = await remote(['status'], env)
    expect(ran).toMatchObject({ exitCode, stdout: '' })
    expect(ran.stderr).toMatch(sentence)
    expect(ran.stderr).not.toContain('another token')
  })

  it.each([
    ['no address', 'not an address', 2],
    ['another scheme', 'ftp://127.0.0.1', 2],
    ['an address with a password', 'http://user:word@127.0.0.1', 2],
    ['an address where nothing listens', 'http://127.0.0.1:9', 1],
  ])('ends well for %s', async (_, url, exitCode) => {
    const ran = await runIn(temporaryFolder(), { OPERATOR_TOKEN: TOKEN }, ['status', '--remote', url])
    expect(ran).toMatchObject({ exitCode, stdout: '' })
    expect(ran.stderr).not.toMatch(/ at |word@/)
  })

  it.each([['تکن-به-فارسی'], ['two\nlines-of-a-token'], ['a\u200btoken']])(
    'sends no token that no header can carry, and shows none: %j',
    async (token) => {
      const ran = await runIn(temporaryFolder(), { OPERATOR_TOKEN: token }, [
        'status',
        '--remote',
        'http://127.0.0.1:9',
      ])
      expect(ran).toMatchObject({ exitCode: 2, stdout: '' })
      expect(ran.stderr).toMatch(/OPERATOR_TOKEN/)
      expect(ran.stderr).not.toContain(token.slice(0, 3))
    },
  )

  it.each(['null', '[]', '{}', '{"companies":"default"}', '{"companies":[1]}', '"text"', '<html>', ''])(
    'ends well where something else answers with 200: %s',
    async (body) => {
      const other = createServer((_, response) => response.setHeader('content-type', 'application/json').end(body))
      await once(other.listen(0, '127.0.0.1'), 'listening')
      onTestFinished(() => void other.close())
      const { port } = z.object({ port: z.number() }).parse(other.address())
      const ran = await runIn(temporaryFolder(), { OPERATOR_TOKEN: TOKEN }, [
        'status',
        '--remote',
        `http://127.0.0.1:${port}`,
      ])
      expect(ran).toMatchObject({ exitCode: 1, stdout: '' })
      expect(ran.stderr).toMatch(/^[^\n]*http:\/\/127\.0\.0\.1:\d+ (answers|says|does not answer)/)
    },
  )

  it('ends well where something else answers', async () => {
    const { site } = await openService()
    const ran = await runIn(site.folder, { OPERATOR_TOKEN: TOKEN }, ['status', '--remote', site.env['CRM_URL'] ?? ''])
    expect(ran).toMatchObject({ exitCode: 1, stdout: '' })
    expect(ran.stderr).toMatch(/HTTP 404|says/)
  })
})
