import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { findLeaks } from './find-leaks'

/** Fails the run if the output of any test file holds a secret that any test file has used. */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'siagh-sync-test-'))
  project.provide('recordFolder', folder)
  return () => {
    const leaks = findLeaks(read(join(folder, 'output')), secretsIn(read(join(folder, 'secrets'))))
    rmSync(folder, { recursive: true })
    if (leaks.length > 0) {
      const lines = leaks.map(({ secret, line }) => `  ${secret} in: ${line}`)
      process.stderr.write(`\nFAIL  Secrets were written out during the tests:\n${lines.join('\n')}\n`)
      process.exitCode = 1
    }
  }
}

const read = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : '')

const secretsIn = (notes: string) =>
  notes
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => String(JSON.parse(line)))
