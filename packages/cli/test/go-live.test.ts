import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { samplePeople, sampleTwins, type SandboxOptions } from '@siagh-sync/sandbox'
import { describe, expect, it } from 'vitest'
import stringWidth from 'string-width'
import { z } from 'zod'
import { freePort } from '../../../test-support/free-port'
import { configText } from '../src/init/config-text'
import { documentOf, openSite, SECRET, type Site, type Surroundings } from './run'

const FILE = 'siagh-sync.config.ts'
const WRITES = /save|create|update|state/i

/** A company with contacts that the CRM has in part, and the configuration that `init` writes. */
async function company({ twins = 2, ...options }: SandboxOptions & { readonly twins?: number } = {}) {
  const site = await openSite({ contacts: 12, ...options })
  rmSync(join(site.folder, 'siagh-sync.config.json'))
  const servers = { siaghUrl: 'http://a.test', siaghUsername: 'u', crmUrl: 'http://b.test', crmUsername: 'u' }
  const rules = { saleKind: '2', saleModel: '1', salesCentre: '2', paymentKind: '1', intermediary: 'none' }
  const asked = { store: 'sqlite', publicUrl: '', category: '', documentTitle: 'پیش فاکتور' } as const
  writeFileSync(join(site.folder, FILE), configText({ ...servers, ...rules, ...asked }))
  const { siagh, crm } = site.sandbox
  // So that the probe has a rule to propose.
  for (const { Code, TowardType } of siagh.contacts()) siagh.changeContact(Code, { TowardType: !TowardType })
  for (const { type, fields } of sampleTwins(siagh.contacts(), twins)) {
    if (type === 'person') crm.createPerson(fields)
    else crm.createOrganization(fields)
  }
  const port = String(await freePort())
  const env = { PORT: port, HOST: '127.0.0.1' }
  const run = (args: readonly string[], more: Surroundings = {}) =>
    site.run(args, { ...more, env: { ...env, ...more.env } })
  const goLive = (args: readonly string[] = [], more: Surroundings = {}) => run(['go-live', ...args], more)
  /** `siagh-sync serve`, until `work` is done. */
  const serving = async <T>(work: () => Promise<T>, more: NodeJS.ProcessEnv = {}) => {
    let stop = () => {}
    let told = () => {}
    const listening = new Promise<void>((resolve) => (told = resolve))
    const ended = run(['serve'], { env: more, onStart: (interrupt) => (stop = interrupt), onStdout: () => told() })
    await listening
    return work().finally(async () => (stop(), await ended))
  }
  const config = () => readFileSync(join(site.folder, FILE), 'utf8')
  return { ...site, goLive, serving, config, port }
}

type Company = Awaited<ReturnType<typeof company>>

const resultOf = async (ran: ReturnType<Site['run']>) =>
  z.record(z.string(), z.unknown()).parse(documentOf(await ran).result)
const written = ({ sandbox: { siagh, crm } }: Site) =>
  [...siagh.requests(), ...crm.requests()].filter(({ operation }) => WRITES.test(operation)).length

/** Every step before `shadow`. */
async function upToShadow({ goLive }: Company): Promise<void> {
  for (let done = 0; done < 5; done += 1) await goLive(['--done'])
}

describe('go-live', () => {
  it(
    'walks from check to the import at a terminal: explains, asks, runs, and says what comes next and how to go back',
    { timeout: 120_000 },
    async () => {
      const site = await company()
      const { exitCode, stdout, stderr } = await site.goLive([], {
        columns: 80,
        answers: [
          [/Step 1 of 8[^]*Do this now/, 'yes'],
          [/Step 2 of 8[^]*Do this now/, 'yes'],
          [/Write this into siagh-sync\.config\.ts\?/, 'yes'],
          [/Step 3 of 8[^]*Do this now/, 'yes'],
          [/Are backups made/, 'yes'],
          [/Step 4 of 8[^]*Do this now/, 'yes'],
          [/Go on and leave them out/, 'yes'],
          [/Go on\? \(yes or no\)/, 'yes'],
          [/Go on and leave them out/, 'yes'],
          [/Step 6 of 8[^]*Do this now/, 'no'],
        ],
      })
      expect({ exitCode, stderr }).toMatchObject({ exitCode: 3 })
      for (const step of ['check', 'probe', 'backup', 'import-dry', 'import']) {
        expect(stderr).toContain(`of 8: ${step}`)
        expect(stdout).toContain(`Step ${step} is done.`)
      }
      expect(stdout).toContain('The store is backed up in siagh-sync-before-import.db.')
      expect(stdout.match(/To go back: /g)).toHaveLength(5)
      expect(existsSync(join(site.folder, 'siagh-sync-before-import.db'))).toBe(true)
      expect(existsSync(join(site.folder, 'import.csv'))).toBe(true)
      expect(site.config()).toContain('By siagh-sync probe')
      expect(site.sandbox.crm.identities().length).toBeGreaterThan(2)
      expect(await resultOf(site.goLive(['--json']))).toMatchObject({ next: 'shadow' })
    },
  )

  it('only says where it is where nobody can be asked, and runs nothing', async () => {
    const site = await company()
    const { exitCode, stdout } = await site.goLive()
    expect({ exitCode, requests: site.sandbox.siagh.requests() }).toEqual({ exitCode: 3, requests: [] })
    expect(stdout).toContain('check       next   whether everything is in place')
  })

  it('stops at a problem with what to do, and the next time begins with that step', async () => {
    const site = await company()
    await site.goLive(['--done'])
    site.sandbox.siagh.faults.set('away')
    const stopped = await site.goLive(['--step', 'check'])
    expect(stopped).toMatchObject({ exitCode: 1 })
    expect(stopped.stdout).toContain('Mend what failed.')
    expect(await resultOf(site.goLive(['--json']))).toMatchObject({ done: [], next: 'check' })
    site.sandbox.siagh.faults.clear()
    expect(await resultOf(site.goLive(['--step', 'check', '--json']))).toMatchObject({
      next: 'probe',
      steps: [{ step: 'check', done: true, found: [expect.stringContaining('0 failed')] }],
    })
  })

  it('goes on by itself with --yes until a person has to look', async () => {
    const site = await company({ contacts: 6, twins: 0 })
    const { exitCode, stdout } = await site.goLive(['--yes'])
    expect({ exitCode, next: (await resultOf(site.goLive(['--json'])))['next'] }).toEqual({
      exitCode: 3,
      next: 'shadow',
    })
    expect(site.config()).toContain("mode: 'shadow'")
    expect(stdout).toContain('Start `siagh-sync serve`')
  })

  it('writes nothing to either server before the import, and asks for --yes where nobody can be asked', async () => {
    const site = await company()
    for (const step of ['check', 'probe', 'backup', 'import-dry']) {
      await site.goLive(['--step', step])
      await site.goLive(['--done'])
    }
    expect(await site.goLive(['--step', 'backup'])).toMatchObject({ stdout: expect.stringContaining('--yes says') })
    expect(written(site)).toBe(0)
    for (const ran of [await site.goLive(['--done', '--back']), await site.goLive(['--step', 'live'])])
      expect(ran).toMatchObject({ exitCode: 2, stdout: '' })
  })

  it('does nothing twice when a step was cut off before it was counted', async () => {
    const site = await company()
    for (let done = 0; done < 4; done += 1) await site.goLive(['--done'])
    await site.goLive(['--step', 'import', '--yes'])
    const after = site.sandbox.crm.identities().length
    const writes = written(site)
    // As after a crash: the work is done, and the step is not counted.
    while ((await resultOf(site.goLive(['--json'])))['next'] !== 'import') await site.goLive(['--back'])
    await site.goLive(['--step', 'import', '--yes'])
    expect(site.sandbox.crm.identities()).toHaveLength(after)
    expect(written(site)).toBe(writes)
  })
})

describe('the steps that change the configuration', () => {
  it('write mode and hold, keep the comments, show the change, and wait until the service runs so', async () => {
    const site = await company()
    await upToShadow(site)
    const before = site.config()
    const shown = await site.goLive(['--step', 'shadow', '--yes'])
    expect(shown).toMatchObject({ exitCode: 3 })
    expect(shown.stderr).toContain("+  mode: 'shadow',")
    expect(site.config().replace("  mode: 'shadow',\n", '')).toBe(before)
    expect(await site.goLive(['--done'])).toMatchObject({ exitCode: 3 })
    const held = await site.goLive(['--step', 'held', '--yes'])
    expect(held.stderr).toContain("-  mode: 'shadow',")
    expect(
      site
        .config()
        .replace("  hold: 'all',\n  mode: 'live',\n", '')
        .replace("  mode: 'live',\n", '')
        .replace("  hold: 'all',\n", ''),
    ).toBe(before)
    expect(readdirSync(site.folder).filter((name) => name.includes('.before-go-live'))).toHaveLength(2)
  })

  it('see that a running service still has the old setting, and then that it has the new one', async () => {
    const site = await company()
    await upToShadow(site)
    await site.serving(async () => {
      const changed = await site.goLive(['--step', 'shadow', '--yes'])
      expect(changed.stdout).toContain(`A service runs at http://127.0.0.1:${site.port} with the old setting.`)
      const again = await site.goLive(['--step', 'shadow', '--yes'])
      expect(again).toMatchObject({ exitCode: 3 })
      expect(again.stdout).toContain('still runs with mode live and hold none')
    })
    await site.serving(async () => {
      site.sandbox.crm.webhooks.pointAt(`http://127.0.0.1:${site.port}/webhook/crm?secret=${SECRET}`)
      const looked = await site.goLive(['--step', 'shadow'])
      expect(looked.stdout).toContain('runs with this setting.')
      expect(looked.stdout).toContain('Noted in shadow so far: 0 contacts, 0 documents.')
    })
  })

  it('go to live and back to held, and count live only when the service runs so', async () => {
    const site = await company()
    await upToShadow(site)
    for (const step of ['shadow', 'held']) {
      await site.goLive(['--step', step, '--yes'])
      expect(await site.goLive(['--done'])).toMatchObject({ exitCode: 3 })
    }
    await site.goLive(['--step', 'live', '--yes'])
    const live = await site.serving(() => site.goLive(['--step', 'live']))
    expect(live).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('the company is live') })
    await site.goLive(['--step', 'held', '--yes'])
    expect(site.config()).toContain("hold: 'all'")
    expect(await resultOf(site.goLive(['--json']))).toMatchObject({ next: 'held' })
  })

  it.each([
    [
      'a variable of the environment',
      { MODE: 'live' },
      undefined,
      'Set MODE=shadow where the service gets its environment',
    ],
    ['the file .env', {}, 'MODE=live\n', 'The setting is in .env, line 1'],
  ])('say what to change where %s decides', async (_what, env, envFile, words) => {
    const site = await company()
    await upToShadow(site)
    if (envFile !== undefined) writeFileSync(join(site.folder, '.env'), envFile)
    const before = site.config()
    const { exitCode, stdout } = await site.goLive(['--step', 'shadow', '--yes'], { env })
    expect({ exitCode, config: site.config() }).toEqual({ exitCode: 3, config: before })
    expect(stdout.replaceAll('\n', ' ')).toContain(words)
  })

  it('say what to change where a person does not want it written', async () => {
    const site = await company()
    await upToShadow(site)
    const before = site.config()
    const answers = [
      [/Do this now/, 'yes'],
      [/Write this into/, 'no'],
    ] as const
    const { stdout } = await site.goLive([], { columns: 80, answers })
    expect(stdout.replaceAll('\n', ' ')).toContain("Set mode: 'shadow' in siagh-sync.config.ts yourself")
    expect(site.config()).toBe(before)
  })
})

describe('what go-live says', () => {
  it('fits 80 columns in both languages, and is in Persian with --lang fa', async () => {
    const site = await company()
    samplePeople(1).forEach((person) => site.sandbox.crm.createPerson(person))
    for (const lang of ['en', 'fa']) {
      const { stdout, stderr } = await site.goLive(['--step', 'check', '--lang', lang], {
        columns: 80,
        answers: [[/yes or no|بله یا خیر/, lang === 'fa' ? 'بله' : 'yes']],
      })
      const wide = [...stdout.split('\n'), ...stderr.split('\n')].filter((line) => stringWidth(line) > 80)
      expect(wide).toEqual([])
      if (lang === 'fa') expect(stdout).toContain('گام check انجام شد.')
    }
  })
})
