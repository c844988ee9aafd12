import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { sampleCompanies, sampleDocuments, samplePeople, type SandboxOptions } from '@siagh-sync/sandbox'
import { freePort } from '../../../test-support/free-port'
import { configText } from '../src/init/config-text'
import { documentOf, openSite, type Site } from './run'

const WRITES = /save|create|update|state/i
const FILE = 'siagh-sync.config.ts'
const JSON_FILE = 'siagh-sync.config.json'
/** A file stands where the folder of a recording would be. */
const FILE_IN_THE_WAY = JSON_FILE

/** A site with records on both sides, whose customer numbers are `C-`, then the code plus 1000, and whose TowardType is reversed. */
async function siteToLearn(options: SandboxOptions = { contacts: 30 }): Promise<Site> {
  const site = await openSite(options)
  const { siagh, crm } = site.sandbox
  for (const { Code, TowardType } of siagh.contacts()) siagh.changeContact(Code, { TowardType: !TowardType })
  const people = siagh.contacts().filter(({ Name, IsAdminUser }) => Name && !IsAdminUser)
  const ids = people
    .slice(0, 8)
    .map(({ Name, Code, RecordId }) =>
      crm.createPerson({ nickName: Name ?? '', customerNumber: `C-${Code + 1_000}`, refId: RecordId }),
    )
  samplePeople(3).forEach((person) => crm.createPerson(person))
  sampleCompanies(2).forEach((company) => crm.createOrganization(company))
  for (const { details = [], ...document } of sampleDocuments(6, ids)) {
    crm.createInvoice({ ...document, discount: 0, details: details.map((line) => ({ ...line, totalDiscount: 0 })) })
  }
  return site
}

/** The configuration file that `init` writes, with `rules` in its block of rules. */
function initText(rules = '    sweepEveryMs: 50,\n'): string {
  const servers = { siaghUrl: 'http://a.test', siaghUsername: 'u', crmUrl: 'http://b.test', crmUsername: 'u' }
  const site = {
    saleKind: '1',
    saleModel: '5',
    salesCentre: '2',
    paymentKind: '2',
    intermediary: 'none',
    documentTitle: 'پیش فاکتور',
  }
  const text = configText({ ...servers, ...site, store: 'sqlite', publicUrl: '', category: '' })
  return text.replace(/^ {2}rules: \{\n/m, (start) => `${start}${rules}`)
}

async function siteWithTypeScript(text = initText()): Promise<Site> {
  const site = await siteToLearn()
  rmSync(join(site.folder, JSON_FILE))
  writeFileSync(join(site.folder, FILE), text)
  return site
}

const read = (site: Site, file: string) => readFileSync(join(site.folder, file), 'utf8')

describe('probe', () => {
  it('records what it asks and what is answered with --record, and refuses a folder that cannot be used', async () => {
    const site = await siteToLearn()
    const recorded = await site.run(['probe', '--record', 'recording'])
    expect(recorded.exitCode).toBe(3)
    // Said without --verbose too. A terminal may break the line anywhere.
    expect(recorded.stderr.replace(/\s+/g, ' ')).toContain(
      'recording.do-not-send.key: with it, the real values can be found',
    )
    const files = readdirSync(join(site.folder, 'recording'))
    expect(files.some((file) => file.startsWith('siagh-sgh-gen-gn-web-users-get-all-'))).toBe(true)
    expect(files.some((file) => file.startsWith('crm-identity-search-'))).toBe(true)
    const text = files.map((file) => read(site, join('recording', file))).join('\n')
    expect(text).not.toMatch(/نمونه|مثال|example\.com/)
    const refused = await site.run(['probe', '--record', FILE_IN_THE_WAY])
    expect(refused.exitCode).toBe(1)
    expect(refused.stderr).toContain('cannot be used for a recording')
  })

  it('says what is otherwise than expected, and writes to no server and into no store', async () => {
    const site = await siteToLearn()
    const { exitCode, stdout } = await site.run(['probe'])
    expect(exitCode).toBe(3)
    expect(stdout).toContain('does not  TowardType true means organization')
    expect(stdout).toContain('customerNumber: the number is the prefix C-, then the code plus 1000: 8 fit, 0 do not')
    const operations = [...site.sandbox.crm.requests(), ...site.sandbox.siagh.requests()].map((each) => each.operation)
    expect(operations.filter((operation) => WRITES.test(operation))).toEqual([])
    expect(existsSync(join(site.folder, 'siagh-sync.db'))).toBe(false)
  })

  it('is one document for a program, with a code for each thing that was seen', async () => {
    const site = await siteToLearn()
    const { result = {} } = documentOf(await site.run(['probe', '--json', '--lang', 'fa']))
    expect(result).toMatchObject({
      complete: true,
      contacts: { contacts: 30 },
      identities: { organizations: 2 },
      documents: { invoices: 6 },
      proposals: [
        { path: 'organizationTowardType', value: { is: 'data', data: false } },
        { path: 'customerNumber', value: { is: 'prefixed', prefix: 'C-', offset: 1_000 } },
      ],
      failures: [],
    })
    expect(result['findings']).toContainEqual(
      expect.objectContaining({ question: 'missing_id', verdict: 'holds', code: 'probe_answered_status' }),
    )
  })

  it.each(['en', 'fa'])(
    'fits a terminal of 80 columns in %s, but for lines that are there to be copied',
    async (lang) => {
      const site = await siteWithTypeScript()
      const { stdout } = await site.run(['probe', '--lang', lang], { columns: 80 })
      const wide = stdout.split('\n').filter((line) => stringWidth(line) > 80 && !line.includes('+    '))
      expect(wide).toEqual([])
      if (lang === 'fa') expect(stdout).not.toMatch(/\b(?:holds|does not|not seen)\b/)
    },
  )

  it('goes on with the other server where one is away, and fails', async () => {
    const site = await siteToLearn()
    const env = { CRM_URL: `http://127.0.0.1:${await freePort()}` }
    const { exitCode, stdout } = await site.run(['probe'], { env })
    expect(exitCode).toBe(1)
    expect(stdout).toMatch(/^The CRM could not be asked: /)
    expect(stdout).toContain('TowardType true means organization')
  })

  it('ends early by Ctrl-C, and says what it has seen so far', async () => {
    const site = await siteToLearn()
    let stop = () => {}
    const { exitCode, stdout } = await site.run(['probe', '--json'], { onStart: (interrupt) => (stop = interrupt) })
    expect([exitCode, documentOf({ exitCode, stdout, stderr: '' }).result?.['complete']]).toEqual([3, true])
    const { crm, siagh } = site.sandbox
    const before = siagh.requests().length
    const ended = await site.run(['probe'], {
      onStart: (interrupt) => (stop = interrupt),
      onStderr: (text) => {
        // All that was written so far: a second Ctrl-C would end the process at once.
        if (text.endsWith('asking the CRM\n')) stop()
      },
    })
    expect(ended.exitCode).toBe(130)
    expect(ended.stdout).toContain('A missing id is answered as missing')
    expect(ended.stderr).toContain('Stopped before it was done. Nothing was changed.')
    expect(siagh.requests()).toHaveLength(before)
    expect(crm.requests().length).toBeGreaterThan(0)
  })

  it('writes a bundle once, and not over another file', async () => {
    const site = await siteToLearn()
    expect((await site.run(['probe', '--bundle', 'found.json'])).stdout).toContain('The findings are in found.json')
    const bundle = read(site, 'found.json')
    expect(JSON.parse(bundle)).toMatchObject({ madeBy: 'siagh-sync probe', contacts: { contacts: 30 } })
    const names = site.sandbox.siagh.contacts().flatMap(({ Name }) => (Name ? [Name] : []))
    expect(names.filter((name) => bundle.includes(name))).toEqual([])
    expect((await site.run(['probe', '--bundle', 'found.json'])).exitCode).toBe(2)
    expect(read(site, 'found.json')).toBe(bundle)
  })
})

describe('probe --write', () => {
  it('puts the rules into the file of init, keeps every other line and the old file, and has nothing to propose then', async () => {
    const site = await siteWithTypeScript()
    const before = read(site, FILE)
    expect((await site.run(['probe'])).stdout).toContain(`puts them into ${FILE}`)
    expect(read(site, FILE)).toBe(before)

    const { stdout } = await site.run(['probe', '--write'])
    expect(stdout).toContain(`Written into ${FILE}. The old file is kept as ${FILE}.before-probe.`)
    expect(read(site, `${FILE}.before-probe`)).toBe(before)
    const after = read(site, FILE).split('\n')
    const added = after.filter((line) => !before.split('\n').includes(line))
    expect(added).toEqual([
      "import { defineConfig, prefixed } from '@siagh-sync/cli'",
      expect.stringMatching(/^ {4}\/\/ By siagh-sync probe: TowardType fits national code and name in \d+/),
      '    organizationTowardType: false,',
      expect.stringMatching(/^ {4}\/\/ By siagh-sync probe: the number is the prefix C-/),
      "    customerNumber: prefixed({ prefix: 'C-', offset: 1000 }),",
    ])
    expect(after).toHaveLength(before.split('\n').length + 4)
    expect(documentOf(await site.run(['probe', '--json'])).result).toMatchObject({ proposals: [] })
  })

  it('gives nobody more rights to the file, and leaves a link a link', async () => {
    const site = await siteWithTypeScript()
    const [link, real] = [join(site.folder, FILE), join(site.folder, 'etc', FILE)]
    mkdirSync(join(site.folder, 'etc'))
    renameSync(link, real)
    chmodSync(real, 0o600)
    symlinkSync(real, link)
    expect((await site.run(['probe', '--write'])).stdout).toContain(`Written into ${FILE}.`)
    expect(lstatSync(link).isSymbolicLink()).toBe(true)
    expect(readFileSync(real, 'utf8')).toContain('organizationTowardType: false')
    expect([real, `${real}.before-probe`].map((file) => statSync(file).mode & 0o777)).toEqual([0o600, 0o600])
  })

  it.each([
    ['sets the rule in another way already', initText('    organizationTowardType: true,\n')],
    ['has its rules elsewhere', initText().replace('  rules: {', '  rules: { ...{},')],
    ['has two blocks of rules', initText().replace('  crm: {', '  rules: {\n  },\n  crm: {')],
    ['is no file of ours', 'const rules = {}\nexport default { rules }\n'],
  ])('leaves a file as it is that %s, and shows the lines', async (_what, text) => {
    const site = await siteWithTypeScript(text)
    const { stdout } = await site.run(['probe', '--write'])
    expect(stdout).toContain(`${FILE} cannot be changed surely, and was left as it is.`)
    expect(stdout).toContain('    organizationTowardType: false,')
    expect(read(site, FILE)).toBe(text)
    expect(existsSync(join(site.folder, `${FILE}.before-probe`))).toBe(false)
  })

  it('leaves a file in UTF-16 as it is, since an edit would be UTF-8', async () => {
    const site = await siteWithTypeScript()
    const bytes = Buffer.from(`\ufeff${initText()}`, 'utf16le')
    writeFileSync(join(site.folder, FILE), bytes)
    expect((await site.run(['probe', '--write'])).stdout).toContain('was left as it is')
    expect(readFileSync(join(site.folder, FILE)).equals(bytes)).toBe(true)
  })

  it('changes a file in JSON where the rules are data', async () => {
    const site = await siteToLearn()
    writeFileSync(join(site.folder, JSON_FILE), JSON.stringify({ rules: { sweepEveryMs: 50 } }))
    for (const { crmId } of site.sandbox.crm.identities())
      site.sandbox.crm.updateIdentity(crmId, { customerNumber: '' })
    expect((await site.run(['probe', '--write'])).stdout).toContain(`Written into ${JSON_FILE}.`)
    expect(JSON.parse(read(site, JSON_FILE))).toEqual({ rules: { sweepEveryMs: 50, organizationTowardType: false } })
  })
})
