import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ImportedContact, ImportDecision } from '@siagh-sync/first-import'
import { english, toldBy } from '../../test/english'
import { temporaryFolder } from '../../test/run'
import { parseDecisions, readDecisions } from './decisions'
import { createReportFile } from './report-file'
import { expectErr, expectOk } from '../../../../test-support/results'

const ID = '2b1f0c6e-0000-4000-8000-000000000001'
const LINK: Exclude<ImportDecision, string> = { link: ID }
const contact = (code: number, more: Partial<ImportedContact> = {}): ImportedContact => ({
  code,
  recordId: ID,
  name: 'شرکت پیام\u200Cگستران',
  type: 'organization',
  action: 'created',
  candidates: [],
  suspicions: [],
  ...more,
})

async function report(contacts: readonly ImportedContact[], decisions = new Map<number, ImportDecision>()) {
  const path = join(temporaryFolder(), 'contacts.csv')
  const file = expectOk(await createReportFile(path, 'contacts.csv', { replace: false, decisions, speech: english }))
  for (const each of contacts) await file.add(each)
  expect(expectOk(await file.close())).toBe('written')
  return path
}

const decided = (text: string) => parseDecisions(text, 'contacts.csv').map((decisions) => [...decisions])
const faults = (text: string) => toldBy(expectErr(parseDecisions(text, 'contacts.csv')))

describe('the report of an import', () => {
  it('is UTF-8 with the mark by which Excel knows it, and holds an empty column for decisions', async () => {
    const text = readFileSync(await report([contact(7)]), 'utf8')
    expect(text.startsWith('\uFEFFcode,name,')).toBe(true)
    const [head = '', row = ''] = text.trim().split('\r\n')
    expect(head.endsWith(',decision')).toBe(true)
    expect(row).toContain('شرکت پیام\u200Cگستران')
    expect(row.endsWith(',')).toBe(true)
  })

  it('holds nothing that a spreadsheet would take for a formula', async () => {
    const text = readFileSync(
      await report(['=1+1', '+98', '-1', '@x', '\tx'].map((name) => contact(1, { name }))),
      'utf8',
    )
    expect(text).not.toMatch(/(^|,|")[=+@\t-]/m)
    expect(text).toContain("'=1+1")
  })

  it('has one line for each contact, whatever is in its cells, and is read back', async () => {
    const candidates = [
      { identityId: ID, name: 'علی "رضا"', by: 'mobile' as const },
      { identityId: ID, by: 'nationalCode' as const },
    ]
    const path = await report([contact(7, { action: 'undecided', candidates, name: 'a\r\nb' }), contact(8)])
    expect(readFileSync(path, 'utf8').trimEnd().split('\n')).toHaveLength(3)
    const filled = readFileSync(path, 'utf8').replace(/,\r\n$/, ',skip\r\n')
    expect(expectOk(parseDecisions(filled, 'x'))).toEqual(new Map([[8, 'skip']]))
  })

  it('keeps the decisions that were made already', async () => {
    const decisions = new Map<number, ImportDecision>([
      [7, LINK],
      [8, 'create'],
    ])
    const path = await report([contact(7), contact(8), contact(9)], decisions)
    expect(expectOk(await readDecisions(path, 'x'))).toEqual(decisions)
  })

  it('replaces no file that may hold decisions', async () => {
    const path = await report([contact(7)])
    const refused = await createReportFile(path, 'contacts.csv', {
      replace: false,
      decisions: new Map(),
      speech: english,
    })
    expect(toldBy(expectErr(refused))).toMatchObject({
      exitCode: 2,
      message: expect.stringContaining('--force'),
    })
  })

  it('leaves everything as it was while there is no row', async () => {
    const path = await report([contact(7)])
    const before = readFileSync(path, 'utf8')
    const empty = await createReportFile(path, 'contacts.csv', { replace: true, decisions: new Map(), speech: english })
    expect(expectOk(await expectOk(empty).close())).toBe('untouched')
    expect(readFileSync(path, 'utf8')).toBe(before)
    const other = join(temporaryFolder(), 'contacts.csv')
    const unused = await createReportFile(other, 'contacts.csv', {
      replace: false,
      decisions: new Map(),
      speech: english,
    })
    expect(expectOk(await expectOk(unused).close())).toBe('untouched')
    expect(existsSync(other)).toBe(false)
  })

  it('says that rows are missing where the disk is full', async () => {
    const file = expectOk(
      await createReportFile('/dev/full', 'x.csv', { replace: true, decisions: new Map(), speech: english }),
    )
    for (let code = 1; code <= 2_000; code += 1) await file.add(contact(code))
    expect(toldBy(expectErr(await file.close()))).toMatchObject({
      exitCode: 1,
      message: expect.stringContaining('x.csv cannot be written: ENOSPC'),
    })
  })
})

describe('decisions', () => {
  it('are read whatever a spreadsheet made of the file', async () => {
    const expected: [number, ImportDecision][] = [
      [7, 'create'],
      [8, LINK],
    ]
    expect(expectOk(decided(`code,name,decision\n7,a,create\n8,"b, c",${ID}\n9,d,\n`))).toEqual(expected)
    expect(expectOk(decided(`\uFEFFcode;name;decision\r\n7;a, b;Create\r\n8;c;{${ID.toUpperCase()}}\r\n`))).toEqual(
      expected,
    )
    const utf16 = join(temporaryFolder(), 'decisions.csv')
    const text = `\uFEFF"code"\t"name"\t"decision"\r\n7\tعلی\t create \r\n8\tرضا\t${ID}\r\n`
    writeFileSync(utf16, Buffer.from(text, 'utf16le'))
    expect([...expectOk(await readDecisions(utf16, 'x'))]).toEqual(expected)
    writeFileSync(utf16, Buffer.from(text, 'utf16le').swap16())
    expect([...expectOk(await readDecisions(utf16, 'x'))]).toEqual(expected)
  })

  it('are read from whatever Windows made of the file', async () => {
    const file = join(temporaryFolder(), 'decisions.csv')
    const text = `code;name;decision\r\n\u200F7\u200F;علی;create\u00A0\r\n8;رضا;\u200E${ID}\r\n`
    const expected: [number, ImportDecision][] = [
      [7, 'create'],
      [8, LINK],
    ]
    const utf16 = Buffer.from(text, 'utf16le')
    const windows1256 = Buffer.from(`code;name;decision\r\n7;\xda\xe1\xed;create\r\n8;\xda;${ID}`, 'latin1')
    for (const bytes of [Buffer.from(`\uFEFF${text}`), utf16, Buffer.from(utf16).swap16(), windows1256]) {
      writeFileSync(file, bytes)
      expect([...expectOk(await readDecisions(file, 'x'))]).toEqual(expected)
    }
  })

  it('are refused where one could be lost in silence', async () => {
    expect(faults('code,name,decision\n7,a, b,skip\n').message).toBe(
      'contacts.csv is no CSV file: line 2 has more cells than the 3 of the first line, so that the decision may be in another column.',
    )
    expect(faults('code,decision,decision\n7,skip,\n').message).toContain('two columns decision')
    const file = join(temporaryFolder(), 'decisions.csv')
    writeFileSync(file, Buffer.concat([Buffer.from('code,decision\n7,skip\n'), Buffer.from('8,skip\n', 'utf16le')]))
    const mixed = await readDecisions(file, 'x.csv')
    expect(toldBy(expectErr(mixed)).message).toBe(
      'x.csv cannot be read from line 3 on: save the sheet anew, as CSV UTF-8.',
    )
  })

  it('are understood as people write them beside the numbered candidates of a row', () => {
    const other = ID.replace('1', '9')
    const both = `"1) ${ID} علی, 0912 (mobile); 2) ${other} رضا (nationalCode)"`
    const answers = [
      ['1', both, LINK],
      ['۲', both, { link: other }],
      ['خیر', both, 'create'],
      ['خير', both, 'create'],
      ['no', both, 'create'],
      ['بله', `1) ${ID} علی (mobile)`, LINK],
      ['Yes', `1) ${ID} علی (mobile)`, LINK],
      [`"1) ${ID} علی, 0912 (mobile)"`, both, LINK],
    ] as const
    for (const [decision, candidates, expected] of answers) {
      expect(expectOk(decided(`code,candidates,decision\n7,${candidates},${decision}\n`))).toEqual([[7, expected]])
    }
  })

  it('that leave open which candidate is meant are refused', () => {
    const both = `"1) ${ID} علی (mobile); 2) ${ID.replace('1', '9')} رضا (mobile)"`
    const text = ['code,candidates,decision', `7,${both},بله`, `8,${both},3`, `9,${both},${both}`, '10,,بله'].join('\n')
    expect(faults(text).details).toEqual([
      'line 2: contact 7 has 2 candidates: write 1 or 2 in place of yes',
      'line 3: contact 8 has no candidate 3',
      expect.stringContaining('line 4: '),
      'line 5: contact 10 has no candidate: write the id of an identity in place of yes, no for a new one, or skip',
    ])
  })

  it('in Persian words are read from windows-1256 as well', async () => {
    const file = join(temporaryFolder(), 'decisions.csv')
    const text = Buffer.from('code;candidates;decision\r\n7;;\xce\xed\xd1\r\n', 'latin1')
    writeFileSync(file, text)
    expect([...expectOk(await readDecisions(file, 'x'))]).toEqual([[7, 'create']])
  })

  it('may leave out empty cells at the end of a row', () => {
    expect(expectOk(decided('code,decision,note\n7,skip\n8\n'))).toEqual([[7, 'skip']])
  })

  it('that are wrong are all reported together, with their lines', () => {
    const text = `code,decision\n7,cretae\n,skip\n8,skip\n8,create\nx,1234\n`
    expect(faults(text)).toMatchObject({
      exitCode: 2,
      details: [
        'line 2: "cretae" is none of create, skip, 1, 2, yes, no, or the id of an identity',
        'line 3: "" is no code of a contact',
        'line 5: contact 8 has been decided about above',
        'line 6: "x" is no code of a contact',
      ],
    })
  })

  it('need the two columns, a file that is there, and one that is CSV', async () => {
    expect(faults('code,name\n1,a\n').message).toBe('contacts.csv has no column decision in its first line.')
    expect(faults('').message).toContain('code and decision')
    expect(faults('code,decision\n1,"open\n').message).toContain('is no CSV file')
    const sheet = join(temporaryFolder(), 'contacts.xlsx')
    writeFileSync(sheet, 'PK\u0003\u0004')
    expect(toldBy(expectErr(await readDecisions(sheet, 'contacts.xlsx'))).message).toContain('save the sheet as CSV')
    const missing = await readDecisions(join(temporaryFolder(), 'none.csv'), 'none.csv')
    expect(toldBy(expectErr(missing))).toMatchObject({
      exitCode: 2,
      message: expect.stringContaining('none.csv'),
    })
  })
})
