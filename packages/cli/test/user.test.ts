import { existsSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadConfig } from '@siagh-sync/service'
import { describe, expect, it } from 'vitest'
import { expectOk } from '../../../test-support/results'
import { documentOf, openSite } from './run'

const PASSWORD = 'a password of sara'

async function openUsers() {
  const site = await openSite()
  const file = join(site.folder, '.env')
  const user = (args: readonly string[], stdin = '') => site.run(['user', ...args], { stdin })
  const list = async () => documentOf(await user(['list', '--json'])).result?.['users']
  const loaded = async () => expectOk(await loadConfig({ cwd: site.folder, env: site.env })).config.users
  return { ...site, file, user, list, loaded }
}

describe('user', () => {
  it('adds somebody whom the service then knows, and keeps the rest of .env', async () => {
    const { file, user, list, loaded } = await openUsers()
    writeFileSync(file, '# ours\nPORT=0\n', { mode: 0o640 })
    expect(await user(['list'])).toMatchObject({ exitCode: 0, stdout: 'Nobody may sign in yet.\n' })
    const added = await user(['add', 'سارا احمدی', '--role', 'operator'], `${PASSWORD}\n`)
    expect(added).toMatchObject({ exitCode: 0, stderr: '' })
    expect(await user(['add', 'reza'], `${PASSWORD}\n`)).toMatchObject({ exitCode: 0 })
    expect(await list()).toEqual([
      { name: 'سارا احمدی', role: 'operator' },
      { name: 'reza', role: 'viewer' },
    ])
    const text = readFileSync(file, 'utf8')
    expect(text).toMatch(/^# ours\nPORT=0\nUSERS='/)
    expect(text).not.toContain(PASSWORD)
    expect(statSync(file).mode & 0o777).toBe(0o640)
    expect(await loaded()).toMatchObject([{ name: 'سارا احمدی', role: 'operator' }, { name: 'reza' }])
  })

  it('changes a password, and removes somebody', async () => {
    const { user, list, loaded, file } = await openUsers()
    await user(['add', 'sara'], PASSWORD)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const [before] = await loaded()
    expect(await user(['password', 'Sara'], 'another password')).toMatchObject({ exitCode: 0 })
    const [after] = await loaded()
    expect(after?.passwordHash).not.toBe(before?.passwordHash)
    expect(await user(['remove', 'sara'])).toMatchObject({ exitCode: 0 })
    expect(await list()).toEqual([])
    expect(await loaded()).toEqual([])
  })

  it.each([
    ['no name', ['add'], PASSWORD, 2],
    ['a name with a colon', ['add', 'sa:ra'], PASSWORD, 2],
    ['a name with a quote', ['add', "sa'ra"], PASSWORD, 2],
    ['a name with an invisible character', ['add', 'sa\u200bra'], PASSWORD, 2],
    ['a name with a control character', ['add', 'sa\rra'], PASSWORD, 2],
    ['a name that is too long', ['add', 'a'.repeat(61)], PASSWORD, 2],
    ['an unknown action', ['make', 'sara'], PASSWORD, 2],
    ['an unknown role', ['add', 'sara', '--role', 'king'], PASSWORD, 2],
    ['a short password', ['add', 'sara'], 'short', 2],
    ['no password', ['add', 'sara'], '', 2],
    ['somebody who is there', ['add', 'SARA'], PASSWORD, 2],
    ['somebody who is not there', ['remove', 'reza'], PASSWORD, 1],
  ])('writes nothing for %s', async (what, args, stdin, exitCode) => {
    const { user, file } = await openUsers()
    if (what.startsWith('somebody')) await user(['add', 'sara'], PASSWORD)
    const before = existsSync(file) ? readFileSync(file, 'utf8') : undefined
    const ran = await user(args, stdin)
    expect(ran).toMatchObject({ exitCode, stdout: '' })
    expect(ran.stderr).not.toBe('')
    expect(existsSync(file) ? readFileSync(file, 'utf8') : undefined).toBe(before)
  })

  it('adds nobody whom the service takes for somebody else, so that the service still starts', async () => {
    const { user, list, loaded } = await openUsers()
    await user(['add', 'علی کیانی'], PASSWORD)
    expect(await user(['add', 'علي كياني'], PASSWORD)).toMatchObject({ exitCode: 2 })
    expect(await user(['password', 'علي كياني'], 'another password')).toMatchObject({ exitCode: 0 })
    expect(await list()).toEqual([{ name: 'علی کیانی', role: 'viewer' }])
    expect(await loaded()).toHaveLength(1)
  })

  it('writes the file that a link names', async () => {
    const { user, file, folder, list } = await openUsers()
    const target = join(folder, 'settings.env')
    writeFileSync(target, 'PORT=0\n', { mode: 0o600 })
    symlinkSync(target, file)
    expect(await user(['add', 'sara'], PASSWORD)).toMatchObject({ exitCode: 0 })
    expect(lstatSync(file).isSymbolicLink()).toBe(true)
    expect(readFileSync(target, 'utf8')).toMatch(/^PORT=0\nUSERS='sara:/)
    expect(await list()).toEqual([{ name: 'sara', role: 'viewer' }])
    expect(readdirSync(folder).filter((name) => name.includes('.new-'))).toEqual([])
  })

  it('asks twice at a terminal, and shows the password to nobody', async () => {
    const { run, folder } = await openUsers()
    const typed = { keys: [PASSWORD, '\r', PASSWORD, '\r'], columns: 80 }
    const ran = await run(['user', 'add', 'sara', '--lang', 'fa'], typed)
    expect(ran.exitCode).toBe(0)
    expect(ran.stdout + ran.stderr).not.toContain(PASSWORD)
    const differing = { keys: [PASSWORD, '\r', 'another one', '\r'], columns: 80 }
    expect(await run(['user', 'add', 'reza'], differing)).toMatchObject({ exitCode: 2 })
    expect(readFileSync(join(folder, '.env'), 'utf8')).not.toContain('reza')
  })

  it('changes nothing where the environment has the users', async () => {
    const { run, file } = await openUsers()
    const ran = await run(['user', 'add', 'sara'], { stdin: PASSWORD, env: { USERS: 'reza:viewer:x' } })
    expect(ran).toMatchObject({ exitCode: 2, stdout: '' })
    expect(existsSync(file)).toBe(false)
  })
})
