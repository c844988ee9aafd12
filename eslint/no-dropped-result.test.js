import { RuleTester } from 'eslint'
import tseslint from 'typescript-eslint'
import { afterAll, describe, it } from 'vitest'
import { noDroppedResult } from './no-dropped-result.js'

RuleTester.describe = describe
RuleTester.it = it
RuleTester.itOnly = it.only
Object.assign(RuleTester, { afterAll })

// A file of a package that depends on neverthrow: the rule tells a Result by where its type is declared.
const filename = `${import.meta.dirname}/../packages/http-client/src/rule-example.ts`

const tester = new RuleTester({
  languageOptions: {
    parser: tseslint.parser,
    parserOptions: {
      projectService: {
        allowDefaultProject: ['packages/http-client/src/rule-example.ts'],
        defaultProject: 'tsconfig.base.json',
      },
      tsconfigRootDir: `${import.meta.dirname}/..`,
    },
  },
})

const given = `
  import { ok, okAsync, type Result, type ResultAsync } from 'neverthrow'
  declare const save: () => ResultAsync<number, string>
  declare const read: () => Result<number, string>
  declare const readLater: () => Promise<Result<number, string>>
  declare const maybe: { save?: () => ResultAsync<number, string> }
  declare const yes: boolean
  interface Ok { readonly mine: true }
  declare const namesake: () => Ok
`
const valid = (statement) => ({ name: statement, filename, code: `${given}\n${statement}` })
const invalid = (statement) => ({ ...valid(statement), errors: [{ messageId: 'dropped' }] })

tester.run('no-dropped-result', noDroppedResult, {
  valid: [
    'export const kept = await save()',
    'await save().match(() => {}, () => {})',
    'read().match(console.log, console.error)',
    'export const passedOn = () => save()',
    'let last = read(); last = read(); console.log(last)',
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
    'ok(1)',
    'okAsync(1).mapErr(String)',
  ].map(invalid),
})
