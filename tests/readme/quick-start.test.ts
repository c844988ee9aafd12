import { beforeAll, describe, expect, it } from 'vitest'
import { packages, readmes, snippetsOf, textOf, type Snippet } from './readmes'
import { typeCheck } from './type-check'

const wrong = (name: string, code: string): Snippet => ({ name, code, folder: '.' })

const misspelt = wrong(
  'a misspelt option',
  `import { memoryQueue } from '@siagh-sync/adapter-queue-memory'\nmemoryQueue({ clok: 1 })`,
)
const unknownPackage = wrong('a package that is not there', `import { nothing } from '@siagh-sync/nothing'\nnothing()`)
const unfinished = wrong('a block that was cut', `export const url = new URL(`)

const snippets = readmes.flatMap(snippetsOf)

describe('the TypeScript of the READMEs', () => {
  let errors: ReadonlyMap<string, readonly string[]>
  beforeAll(() => {
    errors = typeCheck([...snippets, misspelt, unknownPackage, unfinished])
  }, 180_000)

  it.each(snippets.map(({ name }) => name))('compiles against the sources: %s', (name) => {
    expect(errors.get(name)).toEqual([])
  })

  it.each([misspelt, unknownPackage, unfinished].map(({ name }) => name))('would not pass with %s', (name) => {
    expect(errors.get(name)).not.toEqual([])
  })
})

describe('the quick start', () => {
  it('is in both languages the same', () => {
    const [english, persian] = ['README.md', 'README.fa.md'].map((readme) => snippetsOf(readme).map(({ code }) => code))
    expect(english).toHaveLength(1)
    expect(persian).toEqual(english)
  })

  it('has at most 40 lines', () => {
    const lines = snippetsOf('README.md')[0]
      ?.code.split('\n')
      .filter((line) => line.trim() !== '')
    expect(lines?.length).toBeLessThanOrEqual(40)
  })
})

describe('the table of packages', () => {
  it('has each of them', () => {
    const rows = [...textOf('packages/README.md').matchAll(/^\| \[`([a-z-]+)`\]\((?:packages\/)?\1\)/gm)].map(
      ([, name]) => name,
    )
    expect(rows.sort()).toEqual(packages)
  })

  it('is complete in snippets too: every package shows how it is used', () => {
    const without = packages.filter((name) => !textOf(`packages/${name}/README.md`).includes('```'))
    expect(without).toEqual([])
  })
})
