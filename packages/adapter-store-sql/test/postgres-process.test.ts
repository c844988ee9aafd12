import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { expect, it, vi } from 'vitest'
import { programOf } from '../../../test-support/program-of'
import { freshSchema, sharedPool, url } from './fresh-schema'

const hand = sharedPool()
const patience = { timeout: 30_000, interval: 10 }

it('does not end the process when its connections are cut again and again', { timeout: 60_000 }, async () => {
  const schema = freshSchema(hand)
  const program = await programOf(new URL('postgres-process.ts', import.meta.url))
  const child = spawn(process.execPath, [program, url, schema], { stdio: 'pipe' })
  const lines: string[] = []
  const complaints: string[] = []
  createInterface(child.stdout).on('line', (line) => lines.push(line))
  createInterface(child.stderr).on('line', (line) => complaints.push(line))
  const ended = once(child, 'close')

  for (let cut = 0; cut < 10; cut += 1) {
    const before = lines.length
    await vi.waitFor(() => expect(lines.slice(before)).toContain('ok'), patience)
    await hand.query('select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1', [schema])
  }
  const before = lines.length
  await vi.waitFor(() => expect(lines.slice(before)).toContain('ok'), patience)
  child.stdin.end()
  const [code] = (await ended) as [number]
  expect(complaints).toEqual([])
  expect(lines.at(-1)).toBe('closed')
  expect(code).toBe(0)
})
