import { samplePeople } from '@siagh-sync/sandbox'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { commands } from '../src/commands'
import { documentOf, openSite, run, temporaryFolder, type Site } from './run'

const NAME = 'نگار آزمون‌پور'

/** A person whom Siagh refused, and an invoice in doubt. */
async function siteWithTrouble(): Promise<Site & { readonly person: string; readonly invoice: string }> {
  const site = await openSite()
  const { siagh, crm } = site.sandbox
  const lift = siagh.faults.set('refusal', { operation: 'saveContact' })
  const person = crm.createPerson({ ...samplePeople(1)[0], nickName: NAME })
  await site.run(['catch-up', '--since', '2000-01-01'])
  let stop = () => {}
  const served = site.run(['serve', '--json'], { onStart: (interrupt) => (stop = interrupt) })
  while ((await site.run(['status', '--json'])).exitCode !== 3) await new Promise((resolve) => setTimeout(resolve, 50))
  stop()
  await served
  lift()
  const identityId = crm.createPerson({ ...samplePeople(2)[1], nickName: NAME })
  const invoice = crm.createInvoice({
    identityId,
    number: '7701',
    details: [{ productCode: '1', count: 1, baseUnitPrice: 1_000 }],
  })
  siagh.faults.next('savePreInvoice', 'resetAfter')
  await site.run(['sync', 'invoice', invoice])
  return { ...site, person, invoice }
}

const LISTS = [['failures'], ['in-doubt'], ['history'], ['status']] as const

describe('a terminal of 80 columns', () => {
  it('has room for every table, in both languages', async () => {
    const site = await siteWithTrouble()
    for (const lang of ['en', 'fa']) {
      for (const [command] of LISTS) {
        const { stdout } = await site.run([command, '--lang', lang], { columns: 80 })
        const lines = stdout.split('\n').filter((line) => !line.includes('…') && !line.includes('`'))
        const wide = lines.filter((line) => stringWidth(line) > 80 && !/[.؛:]$/.test(line))
        expect({ command, lang, wide }).toEqual({ command, lang, wide: [] })
        const bars = lines.filter((line) => line.startsWith('|'))
        for (const line of bars) expect(stringWidth(line)).toBe(stringWidth(bars[0] ?? ''))
      }
    }
  })
})

describe('a narrow terminal', () => {
  it.each(['en', 'fa'])(
    'has room for the help in %s, but for a command line that is there to be copied',
    async (lang) => {
      for (const name of ['', ...commands.keys()]) {
        const args = [...(name === '' ? [] : [name]), '--help', '--lang', lang]
        const { stdout } = await run(temporaryFolder(), {}, args, { columns: 80 })
        const wide = stdout
          .split('\n')
          .filter((line) => stringWidth(line) > 80 && !line.startsWith('  siagh-sync init '))
        expect({ name, wide }).toEqual({ name, wide: [] })
      }
    },
  )

  it('has room for an error', async () => {
    const { stderr } = await run(temporaryFolder(), {}, ['status', '--lang', 'fa'], { columns: 60 })
    for (const line of stderr.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(60)
  })
})

describe('Persian', () => {
  it('is spoken where the environment or the command line asks for it, with Jalali dates', async () => {
    const site = await siteWithTrouble()
    const failures = await site.run(['failures'], { env: { LANG: 'fa_IR.UTF-8' } })
    expect(failures.stdout).toMatch(/\| نوع +\| شناسه/)
    expect(failures.stdout).toMatch(/\| 1[34]\d\d\/\d\d\/\d\d \d\d:\d\d \|/)
    expect(failures.stdout).toContain('سیاق این درخواست را نپذیرفت')
    const doubts = await site.run(['in-doubt', '--lang', 'fa', '--digits', 'fa'])
    expect(doubts.stdout).toMatch(/\| ۱[۳۴]/)
    expect(doubts.stdout).toContain(site.invoice)
    expect((await site.run(['status', '--lang', 'en'], { env: { LANG: 'fa_IR' } })).stdout).toContain('in doubt 1')
  })

  it('changes nothing in a document for a program, whose failures have codes', async () => {
    const site = await siteWithTrouble()
    for (const [command] of LISTS) {
      const inEnglish = await site.run([command, '--json'])
      expect((await site.run([command, '--json', '--lang', 'fa'])).stdout).toBe(inEnglish.stdout)
    }
    expect(documentOf(await site.run(['failures', '--json', '--kind', 'identity'])).result).toMatchObject({
      failures: [{ error: { kind: 'rejected', code: 'rejected' } }],
    })
  })

  it('names the record of an error by its kind, and keeps keys such as identity/… for programs', async () => {
    const site = await siteWithTrouble()
    const id = '2b1f0c6e-0000-4000-8000-000000000001'
    const missing = await site.run(['sync', 'identity', id, '--lang', 'fa'])
    expect(missing.stderr).toContain(`شخص ${id} در پیام‌گستر نیست`)
    const doubtful = await site.run(['sync', 'invoice', site.invoice, '--lang', 'fa'])
    expect(doubtful.stderr).toContain(`فاکتور ${site.invoice} در سیاق ثبت شده است یا نه`)
    for (const { stderr } of [missing, doubtful]) expect(stderr).not.toMatch(/(identity|invoice)\//)
    const inEnglish = await site.run(['sync', 'identity', id])
    expect(inEnglish.stderr).toContain(`the CRM has no identity/${id}`)
  })

  it('marks the words of a driver, and keeps their direction on a terminal', async () => {
    const site = await openSite()
    writeFileSync(join(site.folder, 'broken.db'), 'no database at all '.repeat(500))
    const args = ['status', '--lang', 'fa']
    const piped = await site.run(args, { env: { STORE_FILE: 'broken.db' } })
    expect(piped.stderr).toContain('آسیب دیده است (پیام سیستم «file is not a database»)')
    const shown = await site.run(args, { env: { STORE_FILE: 'broken.db' }, columns: 200 })
    expect(shown.stderr).toContain('«\u2068file is not a database\u2069»')
  })

  it('warns of an empty store where another one was in use, with a Jalali date', async () => {
    const site = await openSite()
    await site.run(['sync', 'identity', site.sandbox.crm.createPerson({ ...samplePeople(1)[0] })], {
      env: { STORE_FILE: 'books.db' },
    })
    await site.run(['status'], { env: { STORE_FILE: 'books.db' } })
    const { stderr } = await site.run(['status', '--lang', 'fa'])
    expect(stderr).toMatch(
      /^هشدار: ذخیره‌گاه .*siagh-sync\.db .* در 1[34]\d\d\/\d\d\/\d\d \d\d:\d\d:\d\d از .*books\.db/,
    )
  })

  it('is the language of the help, of each command and each option', async () => {
    const help = await run(temporaryFolder(), {}, ['--help', '--lang', 'fa'])
    const names = [...help.stdout.matchAll(/^ {2}([a-z][a-z-]+)(?: \[| <| {2})/gm)].map(([, name = '']) => name)
    expect(names).toContain('import')
    for (const args of [[], ...names.filter((name) => name !== 'help').map((name) => [name])]) {
      const { stdout, exitCode } = await run(temporaryFolder(), { LANG: 'fa_IR.UTF-8' }, [...args, '--help'], {
        columns: 80,
      })
      expect(exitCode).toBe(0)
      expect(stdout).toContain('شیوه استفاده:')
      expect(stdout).not.toMatch(/\[options\]|\[command\]/)
      // Of English there is left what is typed, and names.
      const told = stdout.split('\n').filter((line) => /^ {2}(-|[a-z])/.test(line))
      for (const line of told) expect(line).toMatch(/\p{Script=Arabic}|^ {2}siagh-sync [^#]*$|^ {2}\S+( \S+)*$/u)
    }
  })

  it('is the language of what is wrong with an option, of which commander speaks English', async () => {
    const said = async (...args: string[]) => (await run(temporaryFolder(), { LANG: 'fa' }, args)).stderr
    for (const args of [
      ['status', 'extra'],
      ['status', '--kid'],
      ['settle'],
      ['failures', '--limit', 'abc'],
      ['failures', '--kind', 'foo'],
      ['sandbox', '--siagh-port', '99999'],
      ['sandbox', '--contacts', 'x'],
      ['import', '--decisions', 'nowhere.csv'],
    ]) {
      expect(await said(...args)).not.toMatch(/argument|invalid|Expected|It must|choices|ENOENT|undefined/)
    }
    expect(await said('failures', '--limit', 'abc')).toBe(
      'خطا: گزینه --limit <number> مقدار «abc» را نمی‌پذیرد. عدد صحیح بزرگ‌تر از 0 بنویسید، با رقم‌های لاتین.\n' +
        '  شیوه استفاده را با siagh-sync failures --help ببینید.\n',
    )
  })

  it('says what is wrong with a command line, and with a configuration, by the same codes', async () => {
    const folder = temporaryFolder()
    const misspelt = await run(folder, { LANG: 'fa' }, ['statu'])
    expect(misspelt.stderr).toBe('خطا: دستور «statu» وجود ندارد.\n  شاید منظورتان status است.\n')
    const code = (args: readonly string[]) => run(folder, {}, [...args, '--json', '--lang', 'fa']).then(documentOf)
    expect(await code(['statu'])).toMatchObject({
      error: { code: 'unknown_command', message: "unknown command 'statu'" },
    })
    expect(await code(['status', '--loud'])).toMatchObject({ error: { code: 'unknown_option' } })
    expect(await code(['sync', 'identity'])).toMatchObject({ error: { code: 'argument_missing' } })
    expect(await code(['status'])).toMatchObject({ error: { code: 'config_wrong' } })
    const wrong = await run(folder, {}, ['status', '--lang', 'fa'])
    expect(wrong.stderr).toMatch(/^خطا: تنظیمات درست نیست:\n {2}siagh\.baseUrl \(SIAGH_URL\) باید تنظیم شود\./)
  })
})

describe('--names', () => {
  it('shows the number of a document and the name of a contact, and leaves them nowhere', async () => {
    const site = await siteWithTrouble()
    for (const [command] of LISTS.slice(0, 3)) {
      expect((await site.run([command])).stdout).not.toContain(NAME)
      const named = await site.run([command, '--names', '--verbose'])
      expect(named.stdout).toContain(NAME)
      expect(named.stderr).not.toContain(NAME)
    }
    const doubts = await site.run(['in-doubt', '--names'])
    expect(doubts.stdout).toContain(`${site.invoice}  number 7701, customer ${NAME}`)
    expect(documentOf(await site.run(['in-doubt', '--names', '--json'])).result).toMatchObject({
      documents: [{ id: site.invoice, crm: { number: '7701', name: NAME } }],
    })
    for (const file of readdirSync(site.folder)) {
      expect(readFileSync(join(site.folder, file)).includes(NAME)).toBe(false)
    }
  })

  it('says that the CRM does not answer or does not show a record, and prints the list all the same', async () => {
    const site = await siteWithTrouble()
    const { crm } = site.sandbox
    const lift = crm.faults.set('away')
    const away = await site.run(['failures', '--names'])
    expect(away.exitCode).toBe(3)
    expect(away.stdout).toMatch(/no name, since the CRM did not answer/)
    lift()
    for (const operation of ['personGet', 'organizationGet'] as const) crm.faults.set('refusal', { operation })
    const unshown = await site.run(['failures', '--names', '--kind', 'identity', '--lang', 'fa'])
    expect(unshown.stdout).toContain('پیام‌گستر آن را نشان نمی‌دهد')
  })
})
