import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { textOf } from '../readme/readmes'
import { freePort } from '../../test-support/free-port'

const here = fileURLToPath(new URL('.', import.meta.url))
const FROM_SOURCE = ['--conditions=@siagh-sync/source', '--import', import.meta.resolve('tsx')]

/** The code of the README of `webhooks` under this heading. */
export function exampleOf(framework: string): string {
  const [, section = ''] = textOf('packages/webhooks/README.md').split(`\n### ${framework}\n`)
  const [, code = ''] = /^```ts\n(.*?)^```$/ms.exec(section.split(/\n##/)[0] ?? '') ?? []
  return code
}

/**
 * Runs an example in a process of its own, until `stop`. `program` is the file to start: the example
 * itself, or what calls what it exports. `changes` are those that it handed to `sync`.
 */
export async function startExample(code: string, program: string, secret: string) {
  const port = await freePort()
  const folder = folderWith(code, port)
  const child = spawn(process.execPath, [...FROM_SOURCE, program], {
    cwd: folder,
    env: { PATH: process.env['PATH'], WEBHOOK_SECRET: secret, NO_COLOR: '1' },
  })
  let printed = ''
  let complaints = ''
  child.stdout.on('data', (chunk: Buffer) => (printed += String(chunk)))
  child.stderr.on('data', (chunk: Buffer) => (complaints += String(chunk)))
  const url = `http://127.0.0.1:${port}`
  const closed = once(child, 'close')
  const stop = async () => {
    child.kill('SIGKILL')
    await closed
    rmSync(folder, { recursive: true })
  }
  const ended = closed.then(() => {
    throw new Error(`the example has ended: ${complaints}${printed}`)
  })
  await Promise.race([untilAnswered(url, () => child.exitCode === null), ended]).catch(async (error: unknown) => {
    await stop()
    throw error
  })
  const changes = () =>
    printed
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as unknown)
  return { url, changes, stop, output: () => printed + complaints }
}

function folderWith(code: string, port: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'siagh-sync-framework-'))
  cpSync(join(here, 'surroundings'), folder, { recursive: true })
  symlinkSync(join(here, 'node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module' }))
  writeFileSync(join(folder, 'example.ts'), code)
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.ts'))) {
    const path = join(folder, name)
    writeFileSync(path, readFileSync(path, 'utf8').replace('3000', String(port)))
  }
  return folder
}

async function untilAnswered(url: string, isRunning: () => boolean): Promise<void> {
  const answered = () =>
    fetch(url).then(
      () => true,
      () => false,
    )
  while (isRunning() && !(await answered())) await setTimeout(100)
}
