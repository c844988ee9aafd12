import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sampleTwins, type Sandbox } from '@siagh-sync/sandbox'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { documentOf, openSite, type Ran, type Site } from './run'

const MISSING = '2b1f0c6e-0000-4000-8000-00000000dead'

const contact = z.looseObject({
  code: z.number(),
  recordId: z.guid(),
  name: z.string(),
  type: z.enum(['person', 'organization']),
  action: z.enum(['created', 'linked', 'unchanged', 'skipped', 'undecided', 'failed']),
  candidates: z.array(z.looseObject({ identityId: z.guid(), by: z.string() })),
  suspicions: z.array(z.string()),
})
const counts = z.record(z.string(), z.number())
const result = z.strictObject({
  dryRun: z.boolean(),
  complete: z.boolean(),
  read: z.strictObject({ crm: z.enum(['not', 'partly', 'whole']), siagh: z.enum(['not', 'partly', 'whole']) }),
  contacts: z.number(),
  identities: z.number(),
  unreadable: z.number(),
  actions: z.strictObject({
    created: z.number(),
    linked: z.number(),
    unchanged: z.number(),
    skipped: z.number(),
    undecided: z.number(),
    failed: z.number(),
  }),
  linkedBy: counts,
  skipped: counts,
  suspicions: counts,
  readBy: z.enum(['find', 'search']),
  reportFile: z.string().exactOptional(),
  rows: z.array(contact),
  suspicious: z.array(contact),
  unreadableIdentities: z.array(z.looseObject({ id: z.guid(), reason: z.string() })),
})

const resultOf = (ran: Ran) => result.parse(documentOf(ran).result)

function addTwins({ crm, siagh }: Sandbox, count: number) {
  const twins = sampleTwins(siagh.contacts(), count)
  for (const { type, fields } of twins) {
    if (type === 'person') crm.createPerson(fields)
    else crm.createOrganization(fields)
  }
  return twins
}

const writesTo = ({ sandbox }: Site) =>
  [...sandbox.crm.requests(), ...sandbox.siagh.requests()].filter(({ operation }) =>
    /create|update|save/i.test(operation),
  )

/** Two contacts of one mobile number, and an identity with it that may be either. */
async function undecidedSite() {
  const site = await openSite()
  const { siagh, crm } = site.sandbox
  const codes = ['علی نمونه', 'رضا نمونه'].map((Name) => siagh.addContact({ Name, MobileNo: '09120000001' }).Code)
  const phoneContacts = [{ default: true, phoneType: 'Mobile', phoneNumber: '+989120000001' }]
  const id = crm.createPerson({ firstName: 'علی', lastName: 'نمونه', nickName: 'علی نمونه', phoneContacts })
  return { site, codes, id }
}

describe('import', () => {
  it('says without --apply what would be done, and writes nothing', async () => {
    const site = await openSite({ contacts: 40 })
    addTwins(site.sandbox, 10)
    const dry = await site.run(['import'])
    expect(dry.stdout).toContain('Dry run: nothing was written.')
    expect(dry.stdout).toContain('`siagh-sync import --apply` does the rest.')
    expect(writesTo(site)).toEqual([])
    expect(dry.stdout).not.toMatch(/[\u001B\u2068]/)
    expect(dry.stderr).toMatch(/^reading the CRM/)

    const { dryRun, contacts, identities, actions, rows } = resultOf(
      await site.run(['import', '--json', '--limit', '3']),
    )
    expect({ dryRun, contacts, identities }).toEqual({ dryRun: true, contacts: 40, identities: 10 })
    expect(Object.values(actions).reduce((sum, count) => sum + count)).toBe(40)
    expect(rows.filter(({ action }) => action === 'created')).toHaveLength(3)
    expect(writesTo(site)).toEqual([])
  })

  it.each([
    ['HOLD=all', { HOLD: 'all' }, true],
    ['a hold of the first records', { HOLD: '10' }, true],
    ['no hold', {}, false],
  ])('says with --apply that its writes are not held: %s', async (_what, env, isSaid) => {
    const site = await openSite({ contacts: 2 })
    for (const args of [['import'], ['import', '--apply', '--yes']]) {
      const { stderr } = await site.run(args, { env })
      const says = stderr.replace(/\s+/g, ' ').includes('keeps no write of the import back')
      expect(says).toBe(isSaid && args.includes('--apply'))
    }
    expect(site.sandbox.crm.identities()).not.toEqual([])
  })

  it('creates and links with --apply, and has nothing left to do afterwards', async () => {
    const site = await openSite({ contacts: 40 })
    addTwins(site.sandbox, 10)
    const first = resultOf(await site.run(['import', '--apply', '--yes', '--json']))
    expect(first).toMatchObject({ dryRun: false, complete: true })
    expect(first.actions.created).toBeGreaterThan(20)
    expect(site.sandbox.crm.identities()).toHaveLength(10 + first.actions.created)

    const again = resultOf(await site.run(['import', '--apply', '--yes', '--json']))
    expect(again.actions).toMatchObject({
      created: 0,
      linked: 0,
      unchanged: first.actions.created + first.actions.linked,
    })
    expect((await site.run(['import'])).stdout).not.toContain('--apply` does')
  })

  it('says in words that nothing is left to do', async () => {
    const site = await openSite({ contacts: 5 })
    const words = /changed? nothing|nothing has changed/i
    expect((await site.run(['import'])).stdout).not.toMatch(words)
    expect((await site.run(['import', '--apply', '--yes'])).stdout).not.toMatch(words)
    expect((await site.run(['import'])).stdout).toContain('An import would change nothing.')
    expect((await site.run(['import', '--apply', '--yes'])).stdout).toContain(
      'Nothing was left to do, and nothing has changed.',
    )
  })

  it('shows who a contact may be, by name too', async () => {
    const { site, id } = await undecidedSite()
    const ran = await site.run(['import'])
    expect(ran.stdout).toMatch(/^In Siagh: رضا نمونه, code \d+, 09\d+$/m)
    expect(ran.stdout).toContain(`  1) ${id} (mobile)\n     علی نمونه, +98`)
  })

  it('says of a dry run what is to be done, and of an import what was done', async () => {
    const site = await openSite({ contacts: 40 })
    addTwins(site.sandbox, 10)
    const dry = (await site.run(['import', '--lang', 'fa'])).stdout
    expect(dry).toMatch(/^وصل می‌شود: \d+/m)
    expect(dry).toMatch(/^ساخته می‌شود: \d+/m)
    const applied = (await site.run(['import', '--apply', '--yes', '--lang', 'fa'])).stdout
    expect(applied).toMatch(/^ساخته شد: \d+/m)
    expect(applied).not.toMatch(/می‌شود: \d/)
  })

  it('writes the candidates of the report in the language of the person', async () => {
    const { site, id } = await undecidedSite()
    await site.run(['import', '--report', 'contacts.csv', '--lang', 'fa'])
    expect(readFileSync(join(site.folder, 'contacts.csv'), 'utf8')).toMatch(new RegExp(`1\\) ${id} .*\\(موبایل\\)`))
  })

  it('has a person decide where it cannot know, through a file', async () => {
    const { site, codes, id } = await undecidedSite()
    const asked = await site.run(['import', '--report', 'contacts.csv'])
    expect(asked.exitCode).toBe(3)
    expect(asked.stdout).toContain('Undecided')
    expect(asked.stdout).toContain(id)
    expect(asked.stdout).toContain('Every row is in contacts.csv.')

    const file = join(site.folder, 'contacts.csv')
    const [head = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split('\r\n')
    const decided = lines.map((line) => `${line}${line.startsWith(String(codes[0])) ? id : 'create'}`)
    writeFileSync(file, [head, ...decided].join('\r\n'))
    const applied = await site.run([
      'import',
      '--apply',
      '--yes',
      '--decisions',
      'contacts.csv',
      '--report',
      'after.csv',
      '--json',
    ])
    expect(applied).toMatchObject({ exitCode: 0, stderr: '' })
    expect(resultOf(applied)).toMatchObject({
      reportFile: 'after.csv',
      linkedBy: { decision: 1 },
      actions: { created: 1, linked: 1 },
    })
    expect(site.sandbox.crm.identities()).not.toEqual([])
    expect(readFileSync(join(site.folder, 'after.csv'), 'utf8')).toContain(id)
  })

  it('writes nothing where decisions are wrong, and tells their lines', async () => {
    const { site, codes } = await undecidedSite()
    writeFileSync(join(site.folder, 'wrong.csv'), `code,decision\n${codes.join(',perhaps\n')},${MISSING}x\n`)
    const ran = await site.run(['import', '--apply', '--yes', '--decisions', 'wrong.csv'])
    expect(ran).toMatchObject({ exitCode: 2, stdout: '' })
    expect(ran.stderr).toMatch(/line 2: "perhaps"[^]*line 3: /)
    expect(site.sandbox.siagh.requests()).toEqual([])
  })

  it('asks nobody where there is no terminal: --yes has to say so, and nothing is called before', async () => {
    const { site } = await undecidedSite()
    const ran = await site.run(['import', '--apply'])
    expect(ran).toMatchObject({ exitCode: 2, stdout: '' })
    expect(ran.stderr).toContain('add --yes')
    expect(site.sandbox.siagh.requests()).toEqual([])
    const persian = await site.run(['import', '--apply', '--lang', 'fa'])
    expect(persian.stderr).toMatch(/^خطا: .*--yes/)
  })

  it('says on a terminal what it will do, and does it on a yes alone', async () => {
    const { site, codes } = await undecidedSite()
    writeFileSync(join(site.folder, 'new.csv'), `code,decision\n${codes.join(',no\n')},no\n`)
    const args = ['import', '--apply', '--decisions', 'new.csv']
    const declined = await site.run(args, { keys: ['n', 'o', '\r'], columns: 80 })
    expect(declined.exitCode).toBe(1)
    expect(declined.stderr).toContain('makes 2 new identities in the CRM and links 0 contacts')
    expect(site.sandbox.crm.identities()).toHaveLength(1)
    const applied = await site.run([...args, '--lang', 'fa'], { keys: ['بله', '\r'], columns: 80 })
    expect(applied.stderr).toContain('2 شخص تازه در پیام‌گستر می‌سازد')
    expect(applied.exitCode).toBe(0)
    expect(site.sandbox.crm.identities()).toHaveLength(3)
  })

  it('says which decisions are about contacts that Siagh does not have', async () => {
    const { site, codes } = await undecidedSite()
    writeFileSync(join(site.folder, 'old.csv'), `code,decision\n${codes.join(',skip\n')},skip\n999999,create\n`)
    const ran = await site.run(['import', '--apply', '--yes', '--decisions', 'old.csv'])
    expect(ran.exitCode).toBe(0)
    expect(ran.stderr).toContain('Siagh has no contact 999999')
  })

  it('replaces an existing report only with --force', async () => {
    const site = await openSite({ contacts: 5 })
    writeFileSync(join(site.folder, 'contacts.csv'), 'mine')
    expect(await site.run(['import', '--report', 'contacts.csv'])).toMatchObject({ exitCode: 2 })
    expect(readFileSync(join(site.folder, 'contacts.csv'), 'utf8')).toBe('mine')
    await site.run(['import', '--report', 'contacts.csv', '--force'])
    expect(readFileSync(join(site.folder, 'contacts.csv'), 'utf8').trim().split('\n')).toHaveLength(6)
  })

  it('leaves a report alone that it has no row for, so that the same command can be given again', async () => {
    const site = await openSite({ contacts: 5 })
    const away = { env: { SIAGH_PASSWORD: 'another' } }
    expect(await site.run(['import', '--report', 'contacts.csv'], away)).toMatchObject({ exitCode: 1 })
    expect(await site.run(['import', '--report', 'contacts.csv'])).toMatchObject({ exitCode: 0 })
    const before = readFileSync(join(site.folder, 'contacts.csv'), 'utf8')
    expect(await site.run(['import', '--report', 'contacts.csv', '--force'], away)).toMatchObject({ exitCode: 1 })
    expect(readFileSync(join(site.folder, 'contacts.csv'), 'utf8')).toBe(before)
  })

  it('goes on where its report cannot be written, and ends with 1', async () => {
    const site = await openSite({ contacts: 400 })
    const ran = await site.run(['import', '--apply', '--yes', '--report', '/dev/full', '--force', '--json'])
    expect(ran.exitCode).toBe(1)
    expect(ran.stderr).toContain('rows are missing')
    expect(resultOf(ran)).toMatchObject({ complete: true })
    expect(site.sandbox.crm.identities()).not.toHaveLength(0)
  })

  it('ends with 3 where contacts failed', async () => {
    const site = await openSite({ contacts: 5 })
    const lift = site.sandbox.crm.faults.set('refusal', { operation: 'personCreate' })
    const ran = await site.run(['import', '--apply', '--yes'])
    lift()
    expect(ran.exitCode).toBe(3)
    expect(ran.stdout).toContain('Failed')
  })

  it('ends with 1 where a server refuses the password', async () => {
    const site = await openSite({ contacts: 5 })
    const ran = await site.run(['import', '--apply', '--yes', '--json'], { env: { SIAGH_PASSWORD: 'another' } })
    expect(documentOf(ran)).toMatchObject({
      exitCode: 1,
      error: {
        kind: 'unauthorized',
        message: expect.stringMatching(/^Siagh: /),
        details: [expect.stringContaining('siagh-sync check')],
      },
    })
  })

  it('shows a bar on a terminal, and takes it away in the end', async () => {
    const site = await openSite({ contacts: 40 })
    const { stderr, stdout } = await site.run(['import', '--apply', '--yes'], { columns: 100 })
    expect(stderr).toContain('█')
    expect(stderr).toMatch(/writing .* \d+\/40/)
    expect(stdout).toContain('\u2068')
    expect(stdout).not.toContain('█')
  })

  it('stops cleanly on the first Ctrl-C, at once on the second, and goes on where it stopped', async () => {
    const site = await openSite({ contacts: 60 })
    const { crm } = site.sandbox
    crm.faults.latency(20, { operation: 'personCreate' })
    let interrupt = () => {}
    const running = site.run(['import', '--apply', '--yes', '--report', 'c.csv', '--concurrency', '2'], {
      onStart: (stop) => (interrupt = stop),
    })
    while (crm.identities().length < 4) await new Promise((resolve) => setTimeout(resolve, 5))
    interrupt()
    expect(interrupt).toThrow('ended at once with 130')
    const stopped = await running
    expect(stopped.exitCode).toBe(130)
    expect(stopped.stderr).toContain('Press Ctrl-C again to end at once.')
    expect(stopped.stderr).toContain('Run the same command again')
    expect(stopped.stdout).toContain('Stopped before it was done')
    expect(stopped.stderr).toContain('c.csv holds the rows so far: --force')
    const before = crm.identities().length
    expect(before).toBeLessThan(40)

    crm.faults.clear()
    const { actions } = resultOf(await site.run(['import', '--apply', '--yes', '--json']))
    expect(actions.created).toBe(crm.identities().length - before)
    expect(actions.unchanged).toBe(before)
    expect(new Set(crm.identities().map(({ refId }) => refId)).size).toBe(crm.identities().length)
  })

  it('says of an import that is interrupted what was read so far, and nothing of a side that was not', async () => {
    const site = await openSite({ contacts: 60 })
    const { crm } = site.sandbox
    for (let number = 0; number < 200; number += 1) crm.createPerson({ nickName: `کس ${number}` })
    for (const operation of ['personFind', 'organizationFind'] as const) crm.faults.set('refusal', { operation })
    crm.faults.latency(20, { operation: 'personGet' })
    let interrupt = () => {}
    const running = site.run(['import', '--apply', '--yes'], { onStart: (stop) => (interrupt = stop) })
    while (crm.requests().filter(({ operation }) => operation === 'personGet').length < 20) {
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    interrupt()
    const { stdout, exitCode } = await running
    expect(exitCode).toBe(130)
    expect(stdout).toMatch(/The CRM: \d+ identities were read so far; how many there are is not known\./)
    expect(stdout).toContain('Siagh: nothing was read yet.')
    expect(stdout).toContain('No contact was imported yet')
    expect(stdout).not.toMatch(/0 contacts|created/)
    expect(site.sandbox.siagh.requests()).toEqual([])
  })

  it('reports identities that cannot be read, in the file too, and ends with 3', async () => {
    const site = await openSite()
    const { siagh, crm } = site.sandbox
    siagh.addContact({ Code: 9_000, Name: 'علی نمونه' })
    const id = crm.createPerson({ nickName: 'کسی که نیست', customerNumber: 'C-7' })
    for (const operation of ['personFind', 'organizationFind', 'personGet', 'organizationGet'] as const) {
      crm.faults.set('refusal', { operation })
    }
    const ran = await site.run(['import', '--report', 'contacts.csv'])
    expect(ran.exitCode).toBe(3)
    expect(ran.stdout).toContain('Listed by the CRM, and cannot be read: 1')
    expect(ran.stdout).toMatch(new RegExp(`^\\| ${id} \\| کسی که نیست +\\| C-7 `, 'm'))
    const lines = readFileSync(join(site.folder, 'contacts.csv'), 'utf8').trimEnd().split('\r\n')
    expect(lines[1]).toMatch(new RegExp(`^,کسی که نیست,,,,unreadable,,${id},"not_found: `))
    const { unreadable, unreadableIdentities, actions } = resultOf(await site.run(['import', '--json']))
    expect({ unreadable, actions }).toMatchObject({ unreadable: 1, actions: { created: 1, undecided: 0 } })
    expect(unreadableIdentities).toMatchObject([{ id, name: 'کسی که نیست', customerNumber: 'C-7' }])

    const applied = await site.run(['import', '--decisions', 'contacts.csv'])
    expect(applied.exitCode).toBe(3)
  })
})
