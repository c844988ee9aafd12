import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { postgres } from '@siagh-sync/backends'
import type { Sandbox } from '@siagh-sync/sandbox'
import { Pool } from 'pg'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { documentOf, openSite, type Ran, type Site } from './run'

const details = [{ productCode: '500102014', productUnitTypeName: 'عدد', baseUnitPrice: 2_500_000, count: 1 }]

function createInvoice({ crm }: Sandbox): string {
  const identityId = crm.createPerson({ firstName: 'سارا', lastName: 'آزمونی', nickName: 'سارا آزمونی' })
  return crm.createInvoice({ identityId, crmObjectTypeCode: 'PI_5', details })
}

const resultOf = async (ran: Promise<Ran>) => documentOf(await ran).result

/** Starts `serve`; the returned function stops it. */
async function serve(site: Site): Promise<() => Promise<Ran>> {
  let interrupt = () => {}
  let told: () => void = () => {}
  const listening = new Promise<void>((resolve) => (told = resolve))
  const ended = site.run(['serve', '--json'], { onStart: (stop) => (interrupt = stop), onStdout: told })
  await listening
  const stop = () => (interrupt(), ended)
  onTestFinished(async () => {
    await stop()
  })
  return stop
}

/** The settings of a schema that is not there yet. */
async function freshDatabase() {
  const { url } = await postgres()
  const DATABASE_SCHEMA = `cli_move_${process.pid}_${Math.round(performance.now())}`
  onTestFinished(async () => {
    const pool = new Pool({ connectionString: url })
    await pool.query(`DROP SCHEMA IF EXISTS ${DATABASE_SCHEMA} CASCADE`)
    await pool.end()
  })
  return { url, schema: DATABASE_SCHEMA, env: { DATABASE_URL: url, DATABASE_SCHEMA } }
}

describe('backup and restore', () => {
  it('copy the store while the service runs, and post nothing a second time that was posted after the backup', async () => {
    const site = await openSite()
    const [before, after] = [createInvoice(site.sandbox), createInvoice(site.sandbox)]
    await site.run(['sync', 'invoice', before])
    const stop = await serve(site)
    const made = await resultOf(site.run(['backup', 'copy.db', '--json']))
    expect(made).toMatchObject({ counts: { mapping: 2 }, file: join(site.folder, 'copy.db') })
    await site.run(['sync', 'invoice', after])
    await stop()
    expect(site.sandbox.siagh.preInvoices()).toHaveLength(2)

    for (const end of ['', '-wal', '-shm']) rmSync(join(site.folder, `siagh-sync.db${end}`), { force: true })
    expect(await site.run(['restore', 'copy.db'])).toMatchObject({ exitCode: 0, stderr: '' })
    expect(documentOf(await site.run(['sync', 'invoice', before, '--json']))).toMatchObject({
      result: { outcome: 'unchanged' },
    })
    expect(documentOf(await site.run(['sync', 'invoice', after, '--json']))).toMatchObject({
      error: { kind: 'in_doubt' },
    })
    expect(site.sandbox.siagh.preInvoices()).toHaveLength(2)
    // The contact of the lost time is found again by its mark.
    expect(site.sandbox.siagh.contacts()).toHaveLength(2)
  })

  it('replace nothing without --replace, and keep the old store then', async () => {
    const site = await openSite()
    await site.run(['sync', 'invoice', createInvoice(site.sandbox)])
    await site.run(['backup', 'copy.db'])
    const again = await site.run(['backup', 'copy.db'])
    expect(again).toMatchObject({ exitCode: 2, stdout: '' })
    expect(again.stderr).toContain('copy.db is there already. To replace it, add --force.')
    expect(await site.run(['backup', 'copy.db', '--force'])).toMatchObject({ exitCode: 0 })
    expect((await site.run(['restore', 'copy.db'])).stderr).toContain(
      'holds a store already. To set it aside, add --replace.',
    )
    expect(await site.run(['restore', 'copy.db', '--replace'])).toMatchObject({ exitCode: 0 })
    expect(readdirSync(site.folder).filter((name) => name.startsWith('siagh-sync.db.before-'))).toHaveLength(1)
  })

  it('refuse the place of a service that runs, and say what to do', async () => {
    const site = await openSite()
    await site.run(['sync', 'invoice', createInvoice(site.sandbox)])
    await site.run(['backup', 'copy.db'])
    const stop = await serve(site)
    expect((await site.run(['restore', 'copy.db', '--replace'])).stderr).toContain(
      'open in another process: stop it first',
    )
    await stop()
    expect(await site.run(['restore', 'copy.db', '--replace'])).toMatchObject({ exitCode: 0 })
  })

  it('carry a store in PostgreSQL too, and remember a restore that was done by other means', async () => {
    const site = await openSite()
    const { env } = await freshDatabase()
    const id = createInvoice(site.sandbox)
    await site.run(['sync', 'invoice', id], { env })
    expect(await resultOf(site.run(['backup', 'copy.db', '--json'], { env }))).toMatchObject({ counts: { mapping: 2 } })
    const other = (await freshDatabase()).env
    expect(await site.run(['restore', 'copy.db'], { env: other })).toMatchObject({ exitCode: 0 })
    expect((await site.run(['sync', 'invoice', id], { env: other })).stdout).toContain('unchanged')

    const fresh = createInvoice(site.sandbox)
    expect(await site.run(['restore', '--done-otherwise'], { env })).toMatchObject({ exitCode: 0 })
    expect(documentOf(await site.run(['sync', 'invoice', fresh, '--json'], { env }))).toMatchObject({
      error: { kind: 'in_doubt' },
    })
  })

  it('a restore is refused while the clock is behind, and says so', async () => {
    const site = await openSite()
    await site.run(['sync', 'invoice', createInvoice(site.sandbox)])
    await site.run(['backup', 'copy.db'])
    const clock = vi.spyOn(Date, 'now').mockReturnValue(Date.now() - 86_400_000)
    onTestFinished(() => clock.mockRestore())
    for (const args of [['copy.db', '--replace'], ['--done-otherwise']]) {
      expect((await site.run(['restore', ...args])).stderr).toContain('the clock of this machine right')
      expect(await site.run(['restore', ...args, '--clock-is-right'])).toMatchObject({ exitCode: 0 })
    }
  })

  it.each([
    [['restore']],
    [['restore', 'copy.db', '--done-otherwise']],
    [['move-store', '--to', 'mysql://10.0.0.1/x']],
    [['move-store', '--to', 'postgresql://sync@127.0.0.1:5432']],
    [['move-store', '--to', 'postgresql://sync@127.0.0.1/']],
    [['move-store', '--to', 'other.db']],
    [['move-store', '--to', 'other.db', '--schema', 'x']],
  ])('%j is not tried', async (args) => {
    const site = await openSite()
    expect(await site.run(args)).toMatchObject({ exitCode: 2, stdout: '' })
  })
})

describe('move-store', () => {
  it('makes no contact a second time, not even those that a person has linked', async () => {
    const site = await openSite({ contacts: 0, dialect: { uniqueNumbers: 'none', tmpidInList: 'left-out' } })
    const { siagh, crm } = site.sandbox
    const names = ['علی', 'رضا', 'مینا', 'نرگس']
    const people = names.map((firstName, index) => {
      const mobile = `0912000000${index}`
      const { Code } = siagh.addContact({ Name: `${firstName} نمونه`, MobileNo: mobile })
      const phoneContacts = [{ default: true, phoneType: 'Mobile', phoneNumber: mobile }]
      const id = crm.createPerson({ firstName, lastName: 'نمونه', nickName: `${firstName} نمونه`, phoneContacts })
      return { id, Code }
    })
    const decisions = people.map(({ id, Code }) => `${Code},${id}`)
    writeFileSync(join(site.folder, 'decisions.csv'), `code,decision\n${decisions.join('\n')}\n`)
    const imported = await resultOf(site.run(['import', '--apply', '--yes', '--decisions', 'decisions.csv', '--json']))
    expect(imported).toMatchObject({ linkedBy: { decision: 4 } })

    const { url, schema, env } = await freshDatabase()
    const moved = await site.run(['move-store', '--to', url, '--schema', schema])
    expect(moved).toMatchObject({ exitCode: 0, stderr: '' })
    expect(moved.stdout).toContain('Now set DATABASE_URL')
    for (const { id } of people) {
      crm.updateIdentity(id, { email: 'new@example.com' })
      expect(await site.run(['sync', 'identity', id], { env })).toMatchObject({ exitCode: 0 })
    }
    expect(siagh.contacts()).toHaveLength(people.length)

    const old = await site.run(['status'])
    expect(old).toMatchObject({ exitCode: 1 })
    expect(old.stderr).toContain('was moved to postgresql://')
    const back = await site.run(['move-store', '--to', 'back.db'], { env })
    expect(back).toMatchObject({ exitCode: 0 })
    expect(
      (await site.run(['sync', 'identity', people[0]?.id ?? ''], { env: { STORE_FILE: 'back.db' } })).stdout,
    ).toContain('unchanged')
    expect(siagh.contacts()).toHaveLength(people.length)
  })

  it.each([
    ['en', 'error postgresql://127.0.0.1:1/x cannot be used: nothing listens there.\n'],
    ['fa', 'خطا: postgresql://127.0.0.1:1/x قابل استفاده نیست: آنجا سروری پاسخ نمی‌دهد.\n'],
  ])('says in %s, in one sentence, that a database cannot be reached, on either side', async (lang, said) => {
    const site = await openSite()
    await site.run(['status'])
    const url = 'postgresql://sync:hidden-password@127.0.0.1:1/x'
    const env = { DATABASE_URL: url }
    const to = await site.run(['move-store', '--to', url, '--lang', lang])
    const from = await site.run(['move-store', '--to', 'new.db', '--lang', lang], { env })
    for (const moved of [to, from]) expect(moved).toMatchObject({ exitCode: 1, stdout: '', stderr: said })
  })

  it('ends the refusal of a place with one full stop', async () => {
    const site = await openSite()
    await site.run(['status'])
    await site.run(['backup', 'copy.db'])
    const env = { STORE_FILE: 'copy.db' }
    const moved = await site.run(['move-store', '--to', 'postgresql://sync@127.0.0.1:1/x'], { env })
    expect(moved.stderr).toMatch(/copy\.db is a backup; make a store of it with `siagh-sync restore`\.\n$/)
  })

  it('refuses a store on which a service runs, and shows no password', async () => {
    const site = await openSite()
    await site.run(['sync', 'invoice', createInvoice(site.sandbox)])
    const stop = await serve(site)
    const { url, schema } = await freshDatabase()
    const refused = await site.run(['move-store', '--to', url, '--schema', schema])
    expect(refused).toMatchObject({ exitCode: 1, stdout: '' })
    expect(refused.stderr).toContain('open in another process: stop it first')
    await stop()
    const address = new URL(url)
    address.password = 'hidden-password'
    address.port = '1'
    const unreachable = await site.run(['move-store', '--to', address.href])
    expect(unreachable).toMatchObject({ exitCode: 1, stdout: '' })
    expect(unreachable.stderr).not.toContain('hidden-password')
    expect(await site.run(['status'])).toMatchObject({ exitCode: 0 })
  })
})

describe('what a store refuses', () => {
  it('is said in Persian too', async () => {
    const site = await openSite()
    const inPersian = (...args: string[]) => site.run([...args, '--lang', 'fa'])
    const { url } = await freshDatabase()
    const wrong = new URL(url)
    wrong.password = 'hidden-password'
    wrong.port = '1'
    const failed = [
      await inPersian('restore', 'nowhere.db'),
      await inPersian('backup', 'nowhere/copy.db'),
      await inPersian('move-store', '--to', wrong.href),
    ]
    writeFileSync(join(site.folder, 'siagh-sync.db'), 'no database at all')
    failed.push(await inPersian('status'), await inPersian('backup', 'copy.db'))
    for (const { exitCode, stderr } of failed) {
      expect(exitCode).toBe(1)
      // Paths, commands and the words of a driver are left as they are.
      expect(stderr.replaceAll(/\S*[/`(]\S*|[a-z][\w.-]*/gi, '')).toMatch(/\p{Script=Arabic}{2}/u)
      expect(stderr).not.toMatch(/ is not there| is damaged|cannot be used|hidden-password/)
    }
  })
})

describe('a store of other servers', () => {
  it('is refused by every command and by serve, until it is said that they are the same ones', async () => {
    const site = await openSite()
    const other = await openSite()
    await site.run(['sync', 'invoice', createInvoice(site.sandbox)])
    const env = { STORE_FILE: join(site.folder, 'siagh-sync.db') }
    for (const command of [['status'], ['serve'], ['import', '--apply', '--yes'], ['catch-up']]) {
      const ran = await other.run([...command, '--json'], { env })
      expect(ran.exitCode).toBe(1)
      const { error } = documentOf(ran)
      expect(error).toMatchObject({ kind: 'foreign_store' })
      expect(error?.message).toContain(site.env['SIAGH_URL'])
      expect(error?.message).toContain(other.env['SIAGH_URL'])
      expect(error?.message).toContain('--accept-new-servers')
    }
    expect(other.sandbox.siagh.requests()).toEqual([])
    expect((await other.run(['check'], { env })).stdout).toContain('the store belongs to')
    expect(await other.run(['status', '--accept-new-servers'], { env })).toMatchObject({ exitCode: 0 })
    expect(await other.run(['status'], { env })).toMatchObject({ exitCode: 0 })
    expect(await site.run(['status'], { env: { ACCEPT_NEW_SERVERS: 'yes' } })).toMatchObject({ exitCode: 0 })
  })
})

describe('an empty store', () => {
  it('is reported in a folder where another one was in use', async () => {
    const site = await openSite()
    await site.run(['sync', 'invoice', createInvoice(site.sandbox)], { env: { STORE_FILE: 'books.db' } })
    expect(await site.run(['status'], { env: { STORE_FILE: 'books.db' } })).toMatchObject({ stderr: '' })
    const { exitCode, stderr } = await site.run(['status'])
    expect(exitCode).toBe(0)
    expect(stderr).toContain(join(site.folder, 'siagh-sync.db'))
    expect(stderr).toContain(join(site.folder, 'books.db'))
  })
})
