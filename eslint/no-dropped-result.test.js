import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { RuleTester } from 'eslint'
import tseslint from 'typescript-eslint'
import { describe, it } from 'vitest'
import { noDroppedResult } from './no-dropped-result.js'

RuleTester.describe = describe
RuleTester.it = (name, test) => it(name, { timeout: 60_000 }, test)

const folder = join(import.meta.dirname, 'example')
const filename = join(folder, 'example.ts')
const declarations = readFileSync(filename, 'utf8')

const tester = new RuleTester({
  languageOptions: {
    parser: tseslint.parser,
    // A single run, which the parser infers in CI, would read the example from the disk and not the statements under test.
    parserOptions: { project: 'tsconfig.json', tsconfigRootDir: folder, disallowAutomaticSingleRunInference: true },
  },
})

const valid = (statement) => ({ name: statement, filename, code: declarations + statement })
const invalid = (statement) => ({ ...valid(statement), errors: [{ messageId: 'dropped' }] })

tester.run('no-dropped-result', noDroppedResult, {
  valid: [
    'export const kept = await save()',
    'await save().match(() => {}, () => {})',
    'read().match(String, String)',
    'export const passedOn = () => save()',
    'let last = read(); last = read()',
    'namesake()',
    'Promise.resolve(1)',
  ].map(valid),
  invalid: [
    'read()',
    'save()',
    'await save()',
    'void save()',
    'await readLater()',
    'void readLater()',
    'read().map((it) => it + 1)',
    'maybe.save?.()',
    'yes && read()',
    'yes ? read() : namesake()',
  ].map(invalid),
})
