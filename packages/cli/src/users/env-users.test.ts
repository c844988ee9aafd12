import { describe, expect, it } from 'vitest'
import { readEnvUsers, withUsers } from './env-users'

const sara = { name: 'سارا احمدی', role: 'operator', passwordHash: '$scrypt$ln=15,r=8,p=3$c2FsdA$aGFzaA' }
const reza = { name: 'reza', role: 'viewer', passwordHash: '$scrypt$ln=15,r=8,p=3$c2FsdDI$aGFzaDI' }
const LINE = `USERS='سارا احمدی:operator:${sara.passwordHash}; reza:viewer:${reza.passwordHash}'`

const written = (text: string) => withUsers(Buffer.from(text), [sara, reza])?.toString()

describe('the users in .env', () => {
  it.each([
    ['an empty file', '', `${LINE}\n`],
    ['a file that ends within a line', 'PORT=3000', `PORT=3000\n${LINE}\n`],
    ['a file with other settings', '# ports\nPORT=3000\n', `# ports\nPORT=3000\n${LINE}\n`],
    ['a file that has users', "A=1\nUSERS='old:viewer:x'\nB=2\n", `A=1\n${LINE}\nB=2\n`],
    ['a file with an empty line of users', 'A=1\nUSERS=\nB=2\n', `A=1\n${LINE}\nB=2\n`],
    ['a file of Windows', 'A=1\r\nUSERS=x\r\nB=2\r\n', `A=1\r\n${LINE}\r\nB=2\r\n`],
    ['a file for a shell', 'export USERS=x\n', `export ${LINE}\n`],
    ['a file where they are a comment', '#USERS=\nA=1\n', `#USERS=\nA=1\n${LINE}\n`],
  ])('are written to %s, and no other line changes', (_, before, after) => {
    expect(written(before)).toBe(after)
  })

  it.each([
    ['stand twice', 'USERS=a\nUSERS=b\n'],
    ['stand on several lines', "USERS='a:viewer:x\nb:viewer:y'\n"],
    ['would be cut out of another setting', "A='\nUSERS=x\n'\n"],
    ['stand in a file that cannot be read', "A='open\nUSERS=x\n"],
  ])('are left to a person where they %s', (_, before) => {
    expect(written(before)).toBeUndefined()
  })

  it('are left to a person in a file of another encoding', () => {
    expect(withUsers(Buffer.from('\ufeffPORT=3000\n', 'utf16le'), [sara])).toBeUndefined()
    expect(withUsers(Buffer.from([0x50, 0x3d, 0xe9, 0x0a]), [sara])).toBeUndefined()
  })

  it.each(["sa'ra", 'sa;ra', 'sa:ra', 'sa\nra', ' sara'])(
    'are left to a person where a name would be another: %j',
    (name) => {
      expect(withUsers(Buffer.from('A=1\n'), [{ ...sara, name }])).toBeUndefined()
    },
  )

  it('are read as they were written', () => {
    expect(readEnvUsers(LINE.slice("USERS='".length, -1))).toEqual([sara, reza])
    expect(readEnvUsers('')).toEqual([])
  })
})
