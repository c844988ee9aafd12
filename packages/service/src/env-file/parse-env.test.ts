import { describe, expect, it } from 'vitest'
import { inEnglish } from '../messages/service-messages'
import { parseEnv } from './parse-env'
import { expectErr, expectOk } from '../../../../test-support/results'

const read = (text: string) => expectOk(parseEnv(text, '.env'))
const valuesOf = (text: string) => read(text).values
const warningsOf = (text: string) => read(text).warnings.map(inEnglish).join('\n')
const faultsOf = (text: string) => expectErr(parseEnv(text, '.env')).map(inEnglish)

describe('an .env', () => {
  it.each([
    ['COMPANY=a', 'a'],
    ['  export   COMPANY = a b  ', 'a b'],
    ['\uFEFFCOMPANY=a', 'a'],
    ['COMPANY="a#b"  # a comment', 'a#b'],
    [`COMPANY='a "b" \\n'`, 'a "b" \\n'],
    ["COMPANY=`it's`", "it's"],
    ["COMPANY=it's", "it's"],
    ['COMPANY=a=b==', 'a=b=='],
    ['COMPANY=a$b\\c', 'a$b\\c'],
    ['COMPANY=', ''],
    ['COMPANY=""', ''],
    ['COMPANY=پیام‌گستر', 'پیام‌گستر'],
    ["COMPANY='«الف»'", '«الف»'],
  ])('means by %s what was typed', (line, value) => {
    expect(read(line)).toEqual({ values: { COMPANY: value }, lines: { COMPANY: 1 }, warnings: [] })
  })

  it.each(['\n', '\r\n', '\r'])('may have lines that end with %j', (end) => {
    const text = ['# first', 'COMPANY=a', '', 'PEM="1', '2"', 'PORT=1', ''].join(end)
    expect(valuesOf(text)).toEqual({ COMPANY: 'a', PEM: '1\n2', PORT: '1' })
  })

  it('loses no line behind a setting that has only spaces for a value', () => {
    expect(valuesOf('CRM_PASSWORD=  \nSTORE_FILE=a.db\nCOMPANY=\t\nPORT=1')).toEqual({
      CRM_PASSWORD: '',
      STORE_FILE: 'a.db',
      COMPANY: '',
      PORT: '1',
    })
  })

  it('reads comments in whatever encoding they are', () => {
    expect(valuesOf('# \uFFFD\uFFFD\u0000\nPORT=1')).toEqual({ PORT: '1' })
  })

  it('may set what is not ours to a value in any quotes', () => {
    expect(valuesOf('MOTTO=«a»')).toEqual({ MOTTO: '«a»' })
  })

  it('may set a name twice to the same', () => {
    expect(valuesOf('PORT=1\nPORT="1"')).toEqual({ PORT: '1' })
  })
})

describe('what cannot be read', () => {
  it.each([
    ['a name that is set twice', 'COMPANY=hidden-1\n\nCOMPANY=hidden-2', 3, 'COMPANY is set in line 1 already'],
    ['a line without =', 'PORT=1\nhidden-1', 2, 'There is no ='],
    ['another notation', 'COMPANY: hidden-1', 1, 'There is no ='],
    ['what a shell of Windows would run', 'set COMPANY=hidden-1', 1, 'must stand a name'],
    ['what PowerShell would run', '$env:COMPANY = "hidden-1"', 1, 'must stand a name'],
    ['quotes of a word processor', 'STORE_FILE=“hidden-1”', 1, 'as a word processor'],
    ['single ones', 'PORT=1\nCRM_PASSWORD = ‘hidden-1’', 2, 'as a word processor'],
    ['Persian ones', 'COMPANY=«hidden-1»', 1, 'as a word processor'],
    ['one straight and one not', 'COMPANY="hidden-1”', 1, 'is not closed'],
    ['no name', '=hidden-1', 1, 'must stand a name'],
    ['a name of other letters', 'نام=hidden-1', 1, 'must stand a name'],
    ['a name with a digit first', '1COMPANY=hidden-1', 1, 'must stand a name'],
    [
      'an invisible character in a name',
      '\u200FCOMPANY=hidden-1',
      1,
      'holds an invisible character (U+200F) at place 1',
    ],
    ['bytes that are no text', 'PORT=1\nCOMPANY=hidden-1\uFFFD', 2, 'Save the file with the encoding UTF-8'],
    ['NUL', 'COMPANY=hidden-1\u0000', 1, 'control character (U+0000)'],
    ['NUL within quotes of two lines', 'COMPANY="hidden-1\nx\u0000"', 2, 'control character (U+0000)'],
    ['a quote that is never closed', 'PORT=1\nCOMPANY="hidden-1', 2, 'is not closed'],
    ['a quote that a setting of a company closes', 'OTHER="hidden-1\nTEHRAN_CRM_URL=a\nMORE="', 1, 'is not closed'],
    ['a quote that another setting closes', 'OTHER="hidden-1\nSTORE_FILE=a\nMORE="', 1, 'is not closed'],
    ['a quote within quotes', 'COMPANY="hidden-1"hidden-2"', 1, 'Behind the "'],
    ['a quote that is escaped', "COMPANY='it\\'s hidden-1'", 1, "Behind the '"],
    ['a line break that is a folder', 'STORE_FILE="C:\\new\\hidden-1.db"', 1, 'is a line break'],
  ])('is refused with its line, and not repeated: %s', (_, text, line, sentence) => {
    const faults = faultsOf(text)
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatch(new RegExp(`^\\.env, line ${line}: .*\\.$`))
    expect(faults[0]).toContain(sentence)
    expect(faults[0]).not.toContain('hidden-')
  })

  it('is reported all at once', () => {
    expect(faultsOf('nothing\nPORT=1\nPORT=2\n"')).toHaveLength(3)
  })
})

describe('what may be meant otherwise', () => {
  it.each(['CRM_PASSWORD=hidden-1#hidden-2', 'CRM_PASSWORD=hidden-1 # hidden-2', 'CRM_PASSWORD=#hidden-2'])(
    'is warned of where # ends a value: %s',
    (line) => {
      const told = warningsOf(`PORT=1\n${line}`)
      expect(told).toMatch(/^\.env, line 2: # ends the value of CRM_PASSWORD\./)
      expect(told).not.toContain('hidden-')
    },
  )

  it.each([
    ['store_file', 'STORE_FILE'],
    ['SIAGH_PASWORD', 'SIAGH_PASSWORD'],
    ['DATABASEURL', 'DATABASE_URL'],
    ['Company', 'COMPANY'],
  ])('is warned of where %s is set, which is no setting', (name, meant) => {
    expect(warningsOf(`${name}=hidden-1`)).toBe(
      `.env, line 1: ${name} is no setting of siagh-sync. If ${meant} is meant, correct the name.`,
    )
  })

  it('is not warned of where a name is somebody else’s', () => {
    expect(warningsOf('TZ=Asia/Tehran\nHTTP_PROXY=x\nPOSTGRES_PASSWORD=x\nNODE_OPTIONS=x\nSORT=1\nPATH=x')).toBe('')
  })
})
