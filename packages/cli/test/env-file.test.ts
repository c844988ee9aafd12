import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { programOf } from '../../../test-support/program-of'
import { openSite, temporaryFolder } from './run'

const BIN = await programOf(new URL('../src/bin.ts', import.meta.url))

/** Runs the command as a process of its own, in a folder that has `.env` and nothing in its environment. */
async function runIn(folder: string, content: Buffer, args: readonly string[]) {
  writeFileSync(join(folder, '.env'), content)
  const child = spawn(process.execPath, [BIN, ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'] },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [[exitCode], stdout, stderr] = await Promise.all([
    once(child, 'close') as Promise<[number | null]>,
    text(child.stdout),
    text(child.stderr),
  ])
  return { exitCode, stdout, stderr }
}

const utf16 = (content: string) => Buffer.from(content, 'utf16le')

describe('siagh-sync and an .env', { timeout: 60_000 }, () => {
  it.each([
    ['UTF-8 with a mark', (content: string) => Buffer.from(`\uFEFF${content}`)],
    ['UTF-16, as PowerShell writes it', (content: string) => utf16(`\uFEFF${content}`)],
    ['UTF-16 BE', (content: string) => utf16(`\uFEFF${content}`).swap16()],
    ['UTF-16 without a mark', utf16],
  ])('opens the store that its first line names, in %s', async (_, encode) => {
    const { env } = await openSite()
    const folder = temporaryFolder()
    const lines = Object.entries({ STORE_FILE: 'own.db', ...env }).map(([name, value]) => `${name}="${value}"\r\n`)
    const ran = await runIn(folder, encode(lines.join('')), ['status', '--json'])
    expect(ran).toMatchObject({ exitCode: 0, stderr: '' })
    expect(existsSync(join(folder, 'own.db'))).toBe(true)
    expect(existsSync(join(folder, 'siagh-sync.db'))).toBe(false)
  })

  it('begins nothing where it cannot be read, and says where', async () => {
    const folder = temporaryFolder()
    const ran = await runIn(folder, Buffer.from('STORE_FILE=own.db\r\nCOMPANY=\xc8\xc7', 'latin1'), ['status'])
    expect(ran).toMatchObject({ exitCode: 2, stdout: '' })
    expect(ran.stderr).toBe(
      `error ${join(folder, '.env')}, line 2: It holds bytes that are no UTF-8. Save the file with the encoding UTF-8.\n`,
    )
  })

  it('warns of a password that # has cut, and goes on', async () => {
    const folder = temporaryFolder()
    const ran = await runIn(folder, Buffer.from('CRM_PASSWORD=hidden-1#hidden-2'), ['--version'])
    expect(ran.exitCode).toBe(0)
    expect(ran.stderr).toMatch(/^warning .*\.env, line 1: # ends the value of CRM_PASSWORD\./)
    expect(ran.stdout + ran.stderr).not.toContain('hidden-')
  })
})
