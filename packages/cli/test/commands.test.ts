import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createSandbox, samplePeople, type Sandbox } from '@siagh-sync/sandbox'
import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { documentOf, openSite, run, SECRET, temporaryFolder, type Site } from './run'

const ANSI = '\u001B['
const MISSING = '2b1f0c6e-0000-4000-8000-00000000dead'

const guid = z.guid()
const time = z.iso.datetime()

/** An invoice of a customer of its own. */
function createInvoice({ crm }: Sandbox): string {
  const identityId = crm.createPerson(samplePeople(1)[0] ?? {})
  return crm.createInvoice({ identityId, details: [{ productCode: '1', count: 1, baseUnitPrice: 1_000 }] })
}

/** Handles what is noted, as `serve` does, until nothing is pending any more. */
async function serveUntilDone({ run, sandbox }: Site) {
  let interrupt = () => {}
  const served = run(['serve', '--json'], { onStart: (stop) => (interrupt = stop) })
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 50))
    const { pending } = z.object({ pending: z.number() }).parse(documentOf(await run(['status', '--json'])).result)
    if (pending === 0 && sandbox.crm.requests().length > 0) break
  }
  interrupt()
  return served
}

describe('siagh-sync', () => {
  it('lists its commands and exit codes for --help, and shows examples for each command', async () => {
    const folder = temporaryFolder()
    const help = await run(folder, {}, ['--help'])
    expect(help).toMatchObject({ exitCode: 0, stderr: '' })
    const names = [...help.stdout.matchAll(/^ {2}([a-z][a-z-]+)(?: \[| <| {2})/gm)].map(([, name = '']) => name)
    expect(names).toContain('import')
    for (const code of ['0', '1', '2', '3', '130']) expect(help.stdout).toMatch(new RegExp(`^ {2}${code} {2,}`, 'm'))
    for (const name of names.filter((each) => each !== 'help')) {
      const { stdout, exitCode } = await run(folder, {}, [name, '--help'])
      expect(exitCode).toBe(0)
      expect(stdout).toMatch(new RegExp(`^Examples:\n(  # .+\n)*  siagh-sync ${name}`, 'm'))
      for (const option of ['--json', '--config', '--company', '--verbose']) expect(stdout).toContain(option)
    }
  })

  it('suggests a command for one that is misspelt, and ends with 2', async () => {
    const folder = temporaryFolder()
    const ran = await run(folder, {}, ['statu'])
    expect(ran).toMatchObject({ exitCode: 2, stdout: '' })
    expect(ran.stderr).toContain('Did you mean status?')
    expect((await run(folder, {}, ['help', 'statu'])).stderr).toMatch(/^error unknown command 'statu'\n.*--help.*\n$/)
    expect((await run(folder, {}, ['--company', 'one', 'status'])).stderr).toContain('Options stand behind the command')
    expect(documentOf(await run(folder, {}, ['statu', '--json']))).toMatchObject({ error: { kind: 'usage' } })
    expect(await run(folder, {}, [])).toMatchObject({ exitCode: 2, stdout: '' })
  })

  it.each([
    [['status', '--loud']],
    [['failures', '--kind', 'person']],
    [['failures', '--limit', '0']],
    [['retry']],
    [['retry', MISSING, '--all']],
    [['retry', 'no-guid']],
    [['settle', MISSING]],
    [['settle', MISSING, '--created', '12', '--not-created']],
    [['settle', MISSING, '--created', 'twelve']],
    [['sync', 'person', MISSING]],
    [['sync', 'identity', '12']],
    [['history', '--since', 'yesterday']],
    [['catch-up', '--since', '1404/13/01']],
    [['import', '--decisions', 'none.csv']],
    [['import', '--decisions', 'a.csv', '--report', './a.csv']],
  ])('ends %j with 2 and one sentence, and asks no server', async (args) => {
    const site = await openSite()
    const ran = await site.run(args)
    expect(ran).toMatchObject({ exitCode: 2, stdout: '' })
    expect(ran.stderr).toMatch(/^error .+/)
    expect(documentOf(await site.run([...args, '--json']))).toMatchObject({ exitCode: 2, error: { kind: 'usage' } })
    expect(site.sandbox.crm.requests()).toEqual([])
  })

  it('tells a broken configuration with all its faults, and ends with 2', async () => {
    const folder = temporaryFolder()
    for (const command of ['status', 'check', 'serve', 'import']) {
      const ran = await run(folder, { SIAGH_URL: 'nowhere' }, [command])
      expect(ran).toMatchObject({ exitCode: 2, stdout: '' })
      expect(ran.stderr).toContain('CRM_PASSWORD')
    }
    const document = documentOf(await run(folder, {}, ['status', '--json']))
    expect(document).toMatchObject({ command: 'status', exitCode: 2, error: { kind: 'config' } })
  })

  it('says that the store cannot be opened, by the name of its setting, and ends with 1', async () => {
    const { run: runIt } = await openSite()
    const ran = await runIt(['status'], { env: { STORE_FILE: 'missing/store.db' } })
    expect(ran.exitCode).toBe(1)
    expect(ran.stderr).toContain('STORE_FILE')
  })

  it('uses colours on a terminal alone, and not where NO_COLOR is set', async () => {
    const { run: runIt } = await openSite()
    expect((await runIt(['check'])).stdout).not.toContain(ANSI)
    expect((await runIt(['check'], { columns: 100 })).stdout).toContain(ANSI)
    expect((await runIt(['check'], { columns: 100, env: { NO_COLOR: '1' } })).stdout).not.toContain(ANSI)
  })
})

describe('sync, history, status', () => {
  it('bring one record to Siagh now, and tell of it', async () => {
    const site = await openSite()
    const id = createInvoice(site.sandbox)
    const synced = await site.run(['sync', 'invoice', id.toUpperCase()])
    expect(synced).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/created: pre-invoice number \d+, code \d+/),
    })
    expect(site.sandbox.siagh.preInvoices()).toHaveLength(1)

    const again = documentOf(await site.run(['sync', 'invoice', id, '--json']))
    expect(again).toMatchObject({ ok: true, result: { kind: 'invoice', id, outcome: 'unchanged' } })

    const history = documentOf(await site.run(['history', '--json']))
    const entry = z.looseObject({
      at: time,
      kind: z.string(),
      id: guid,
      outcome: z.string(),
      calls: z.array(z.string()),
    })
    const { entries } = z.strictObject({ entries: z.array(entry), more: z.literal(false) }).parse(history.result)
    // The customer's run is within that of the invoice.
    expect(entries.map(({ kind, outcome }) => `${kind} ${outcome}`).sort()).toEqual([
      'identity created',
      'invoice created',
      'invoice unchanged',
    ])
    expect(entries[0]).toMatchObject({ outcome: 'unchanged' })
    expect((await site.run(['history', id, '--outcome', 'created'])).stdout.trim().split('\n')).toHaveLength(3)
    expect((await site.run(['history', '--limit', '1'])).stdout).toContain('There is more')
    expect((await site.run(['history', '--since', '1500/01/01'])).stdout).toBe('Nothing was done.\n')
  })

  it('fail with 1 and the reason in the words of the server', async () => {
    const site = await openSite()
    const ran = await site.run(['sync', 'identity', MISSING])
    expect(ran).toMatchObject({ exitCode: 1, stdout: '' })
    expect(documentOf(await site.run(['sync', 'identity', MISSING, '--json']))).toMatchObject({
      exitCode: 1,
      error: { kind: 'not_found' },
    })
  })

  it('keep companies apart', async () => {
    const site = await openSite()
    await site.run(['sync', 'invoice', createInvoice(site.sandbox), '--company', 'one'])
    // Most probably a mistake: all that company one has in Siagh would be made once more.
    expect((await site.run(['history', '--company', 'two'])).stderr).toContain('the store holds company one')
    const history = await site.run(['history', '--company', 'two', '--accept-new-servers'])
    expect(history.stdout).toBe('Nothing was done.\n')
    const status = documentOf(await site.run(['status', '--company', 'one', '--json']))
    expect(status.result).toEqual({
      company: 'one',
      store: join(site.folder, 'siagh-sync.db'),
      mode: 'live',
      pending: 0,
      held: 0,
      failed: 0,
      inDoubt: 0,
    })
  })
})

describe('failures, retry, in-doubt, settle', () => {
  it('show what was refused and why, and have it handled afresh', async () => {
    const site = await openSite()
    const lift = site.sandbox.siagh.faults.set('refusal', { operation: 'saveContact' })
    const id = site.sandbox.crm.createPerson(samplePeople(1)[0] ?? {})
    await site.run(['catch-up', '--since', '2000-01-01'])
    await serveUntilDone(site)

    const failures = await site.run(['failures'])
    expect(failures.exitCode).toBe(3)
    expect(failures.stdout).toContain(id)
    expect(failures.stdout).toContain('rejected')
    const listed = documentOf(await site.run(['failures', '--json', '--kind', 'identity', '--error', 'rejected']))
    expect(listed).toMatchObject({
      ok: false,
      exitCode: 3,
      result: { more: false, failures: [{ kind: 'identity', id, attempts: expect.any(Number) }] },
    })
    expect(await site.run(['failures', '--kind', 'quote'])).toMatchObject({
      exitCode: 0,
      stdout: 'Nothing has failed.\n',
    })
    expect(await site.run(['status'])).toMatchObject({ exitCode: 3 })

    lift()
    expect(await site.run(['retry', id])).toMatchObject({ exitCode: 0, stdout: '1 record is to be handled afresh.\n' })
    expect(await site.run(['retry', id])).toMatchObject({ exitCode: 1 })
    expect(documentOf(await site.run(['retry', '--all', '--json']))).toMatchObject({ result: { retried: 0 } })
    await serveUntilDone(site)
    expect(site.sandbox.siagh.contacts()).toHaveLength(1)
    expect(await site.run(['status'])).toMatchObject({ exitCode: 0 })
  })

  it('settle a document by its id alone, either way', async () => {
    const site = await openSite()
    const { siagh } = site.sandbox
    const [posted, unposted] = [createInvoice(site.sandbox), createInvoice(site.sandbox)]
    siagh.faults.next('savePreInvoice', 'resetAfter')
    expect(await site.run(['sync', 'invoice', posted])).toMatchObject({ exitCode: 1 })
    await site.run(['sync', 'invoice', posted])
    const inDoubt = await site.run(['in-doubt'])
    expect(inDoubt.exitCode).toBe(3)
    expect(inDoubt.stdout).toContain(`siagh-sync settle ${posted} --created NUMBER`)
    expect(documentOf(await site.run(['in-doubt', '--json'])).result).toEqual({
      documents: [{ kind: 'invoice', id: posted, since: expect.any(String) }],
      more: false,
    })

    const number = siagh.preInvoices()[0]?.number ?? ''
    const settled = await site.run(['settle', posted, '--created', number, '--json'])
    expect(documentOf(settled).result).toEqual({
      kind: 'invoice',
      id: posted,
      verdict: 'created',
      number,
      code: `number-${number}`,
    })
    expect(await site.run(['settle', posted, '--not-created'])).toMatchObject({ exitCode: 1 })
    expect(await site.run(['settle', unposted, '--kind', 'invoice', '--not-created'])).toMatchObject({ exitCode: 1 })
    expect(await site.run(['in-doubt'])).toMatchObject({ exitCode: 0, stdout: 'No document is in doubt.\n' })
  })
})

describe('catch-up', () => {
  it('notes what changed in the CRM, and says from when the next one goes on', async () => {
    const site = await openSite()
    createInvoice(site.sandbox)
    const caught = documentOf(await site.run(['catch-up', '--since', '2000-01-01', '--json']))
    const result = z.looseObject({
      complete: z.literal(true),
      by: z.literal('find'),
      noted: z.object({ identity: z.literal(1), invoice: z.literal(1), quote: z.literal(0) }),
      mark: time,
    })
    expect(() => result.parse(caught.result)).not.toThrow()
    expect(documentOf(await site.run(['status', '--json'])).result).toMatchObject({ pending: 2 })
  })
})

describe('hash-password', () => {
  it('prints the MD5 in the upper case that Siagh wants, of the first line of its input', async () => {
    const ran = await run(temporaryFolder(), {}, ['hash-password'], { stdin: 'password\r\nmore' })
    expect(ran).toEqual({ exitCode: 0, stdout: '5F4DCC3B5AA765D61D8327DEB882CF99\n', stderr: '' })
    const document = documentOf(await run(temporaryFolder(), {}, ['hash-password', '--json'], { stdin: 'رمز' }))
    expect(document.result).toEqual({ passwordMd5: expect.stringMatching(/^[0-9A-F]{32}$/) })
  })

  it('asks for it on a terminal, and shows nothing of what is typed', async () => {
    const keys = ['p', 'assword', '\r']
    const { stdout, stderr } = await run(temporaryFolder(), {}, ['hash-password'], { keys, columns: 80 })
    expect(stdout).toContain('5F4DCC3B5AA765D61D8327DEB882CF99')
    expect(stderr).toContain('Password of the Siagh user')
    expect(stderr).not.toMatch(/[^P]assword(?! of)/)
  })

  it('ends with 130 at Ctrl-C, and says that the input has ended at Ctrl-D', async () => {
    const typing = (key: string) => run(temporaryFolder(), {}, ['hash-password'], { keys: [key], columns: 80 })
    const stopped = await typing('\u0003')
    expect(stopped).toMatchObject({ exitCode: 130, stdout: '' })
    expect(stopped.stderr).toContain('Stopped. No password was given.')
    const closed = await typing('\u0004')
    expect(closed).toMatchObject({ exitCode: 2, stdout: '' })
    expect(closed.stderr).toContain('The input ended before there was an answer. No password was given.')
  })

  it('wants one', async () => {
    expect(await run(temporaryFolder(), {}, ['hash-password'])).toMatchObject({ exitCode: 2, stdout: '' })
  })

  it('reads a file in whatever Windows saved it, and refuses one that it cannot', async () => {
    const hash = (stdin: Buffer) => run(temporaryFolder(), {}, ['hash-password'], { stdin })
    const { stdout } = await hash(Buffer.from('رمز'))
    expect(await hash(Buffer.from('\uFEFFرمز\r\n', 'utf16le'))).toEqual({ exitCode: 0, stdout, stderr: '' })
    expect(await hash(Buffer.from('\uFEFFرمز'))).toEqual({ exitCode: 0, stdout, stderr: '' })
    expect(await hash(Buffer.from([0xd1, 0xe3, 0xd2]))).toMatchObject({ exitCode: 2, stdout: '' })
    const { stderr } = await hash(Buffer.from('password \n'))
    expect(stderr).toBe('warning The password begins or ends with white space, which is taken as a part of it.\n')
  })

  it('makes what logs in', async () => {
    const site = await openSite()
    const { stdout } = await site.run(['hash-password'], { stdin: site.sandbox.siagh.password })
    const env = { SIAGH_PASSWORD: '', SIAGH_PASSWORD_MD5: stdout.trim().toLowerCase() }
    const { result } = documentOf(await site.run(['check', '--json'], { env }))
    expect(result).toMatchObject({
      checks: expect.arrayContaining([expect.objectContaining({ name: 'siagh login', status: 'ok' })]),
    })
  })
})

describe('init', () => {
  const told = [
    '--siagh-url',
    'http://10.0.0.5',
    '--siagh-username',
    'o\'sync"\\',
    '--crm-url',
    'http://10.0.0.6',
    '--crm-username',
    'sync',
  ]

  it('writes a configuration that works once the passwords are in the environment, and holds none', async () => {
    const folder = temporaryFolder()
    const ran = await run(folder, {}, ['init', ...told, '--public-url', 'http://10.0.0.7:3000/webhook/crm', '--json'])
    expect(documentOf(ran).result).toEqual({
      file: 'siagh-sync.config.ts',
      variables: ['SIAGH_PASSWORD_MD5', 'CRM_PASSWORD', 'WEBHOOK_SECRET'],
      unset: ['saleKind', 'saleModel', 'salesCentre', 'paymentKind', 'intermediary', 'title'],
    })
    const env = { SIAGH_PASSWORD: 'one', CRM_PASSWORD: 'two', WEBHOOK_SECRET: SECRET }
    const status = documentOf(await run(folder, env, ['status', '--json']))
    expect(status.result).toMatchObject({ store: join(folder, 'siagh-sync.db') })
    expect(readFileSync(join(folder, 'siagh-sync.config.ts'), 'utf8')).not.toMatch(/password: |passwordMd5: |secrets: /)
  })

  it('writes the rules of a pre-invoice as it was told', async () => {
    const folder = temporaryFolder()
    const rules = [
      ...['--sale-kind', "رسمی=2, O'K=3, default=۱", '--sale-model', '1', '--sales-centre', '2', '--payment-kind', '1'],
      ...['--intermediary', 'none', '--document-title', "سند 'ما'", '--category', 'customer, مشتری'],
    ]
    expect(documentOf(await run(folder, {}, ['init', ...told, ...rules, '--json'])).result).toMatchObject({ unset: [] })
    const env = { SIAGH_PASSWORD: 'one', CRM_PASSWORD: 'two', WEBHOOK_SECRET: SECRET }
    const { result } = documentOf(await run(folder, env, ['config', '--json']))
    const { settings } = z
      .object({ settings: z.array(z.object({ path: z.string(), value: z.unknown() })) })
      .parse(result)
    expect(Object.fromEntries(settings.map(({ path, value }) => [path, value]))).toMatchObject({
      'rules.preInvoice.saleKind': { رسمی: 2, "O'K": 3, default: 1 },
      'rules.preInvoice.saleModel': 1,
      'rules.preInvoice.salesCentre': 2,
      'rules.preInvoice.paymentKind': 1,
      'rules.preInvoice.intermediary': null,
      'rules.preInvoice.title': "سند 'ما'",
      'rules.import.categories': ['customer', 'مشتری'],
    })
  })

  it('writes no rule that the core would refuse', async () => {
    const folder = temporaryFolder()
    const ran = await run(folder, {}, ['init', ...told, '--sale-kind', 'official', '--intermediary', '1.5'])
    expect(ran).toMatchObject({ exitCode: 2, stderr: expect.stringMatching(/--sale-kind: .*\n.*--intermediary: /) })
    expect(existsSync(join(folder, 'siagh-sync.config.ts'))).toBe(false)
  })

  it('replaces no file without --force', async () => {
    const folder = temporaryFolder()
    const file = join(folder, 'siagh-sync.config.ts')
    writeFileSync(file, 'mine')
    expect(await run(folder, {}, ['init', ...told])).toMatchObject({ exitCode: 2 })
    expect(readFileSync(file, 'utf8')).toBe('mine')
    expect(await run(folder, {}, ['init', ...told, '--store', 'postgres', '--force'])).toMatchObject({ exitCode: 0 })
    expect(readFileSync(file, 'utf8')).toContain('DATABASE_URL')
  })

  it('says what it has to be told where there is no terminal to ask on', async () => {
    const folder = temporaryFolder()
    const ran = await run(folder, {}, ['init', '--siagh-url', 'http://10.0.0.5'])
    expect(ran).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('--siagh-username, --crm-url, --crm-username'),
    })
    // What a later command would refuse is not written.
    for (const address of ['crm', 'http://one:two@10.0.0.7', 'http://10.0.0.7/webhook/crm?secret=x']) {
      expect(await run(folder, {}, ['init', ...told, '--public-url', address])).toMatchObject({ exitCode: 2 })
    }
    expect(existsSync(join(folder, 'siagh-sync.config.ts'))).toBe(false)
  })
})

describe('sandbox', () => {
  it('prints an environment with which every other command works', async () => {
    const folder = temporaryFolder()
    let interrupt = () => {}
    const checked = new Promise<unknown>((resolve, reject) => {
      const args = ['sandbox', '--siagh-port', '0', '--crm-port', '0', '--control-port', '0', '--json']
      const onStdout = (text: string) => {
        const { environment } = z
          .object({ result: z.object({ environment: z.record(z.string(), z.string()) }) })
          .parse(JSON.parse(text)).result
        run(folder, { ...environment, WEBHOOK_PUBLIC_URL: '' }, ['check', '--json']).then(resolve, reject)
      }
      run(folder, {}, args, { onStart: (stop) => (interrupt = stop), onStdout }).then(
        ({ exitCode }) => expect(exitCode).toBe(0),
        reject,
      )
    })
    expect(await checked).toMatchObject({ exitCode: 0 })
    interrupt()
  })

  it('says on stderr that it runs and how to end it, since its output goes into a file', async () => {
    const args = ['sandbox', '--siagh-port', '0', '--crm-port', '0', '--control-port', '0']
    let interrupt = () => {}
    const onStderr = (said: string) => {
      if (/Ctrl-C ends it.*\n$/.test(said)) interrupt()
    }
    const ran = await run(temporaryFolder(), {}, args, { onStart: (stop) => (interrupt = stop), onStderr })
    expect(ran.exitCode).toBe(0)
    expect(ran.stderr).toMatch(
      /^The sandbox runs: Siagh at http:\S+, the CRM at http:\S+\. Leave it open, .* Ctrl-C ends it/,
    )
    expect(ran.stdout).toContain('SIAGH_URL="http://127.0.0.1:')
    expect(ran.stdout).not.toContain('Ctrl-C')
  })

  it('says which port is taken, and what to do', async () => {
    const sandbox = await createSandbox().listen()
    onTestFinished(() => sandbox.close())
    const { port } = new URL(sandbox.siaghUrl)
    const ran = await run(temporaryFolder(), {}, ['sandbox', '--siagh-port', port])
    expect(ran).toMatchObject({ exitCode: 1, stdout: '' })
    expect(ran.stderr).toContain(`another program uses port ${port}.`)
    expect(ran.stderr).toContain('--siagh-port')
  })

  it('refuses to find more twins than there are contacts', async () => {
    const ran = await run(temporaryFolder(), {}, ['sandbox', '--contacts', '5', '--twins', '50'])
    expect(ran).toMatchObject({ exitCode: 2, stdout: '', stderr: expect.stringContaining('--twins 50') })
    const wrong = await run(temporaryFolder(), {}, ['sandbox', '--dialect', 'missingId=410'])
    expect([wrong.exitCode, wrong.stderr.includes('missingId can be 404, 400')]).toEqual([2, true])
    expect(await run(temporaryFolder(), {}, ['sandbox', '--webhook', 'nowhere'])).toMatchObject({ exitCode: 2 })
  })
})
