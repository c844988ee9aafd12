import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { readmes, root, textOf } from './readmes'

const decisions = readdirSync(join(root, 'docs/decisions')).map((name) => `docs/decisions/${name}`)
const guides = readdirSync(join(root, 'docs'))
  .filter((name) => name.endsWith('.md'))
  .map((name) => `docs/${name}`)
const others = ['packages/README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md']
const documents = [...readmes, ...guides, ...others, ...decisions]

it.each(documents)('%s links to nothing in the repository that is not there', (document) => {
  const targets = [...textOf(document).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, target = '']) => target)
  const broken = targets
    .filter((target) => !/^[a-z]+:/.test(target))
    .filter((target) => !existsSync(join(root, dirname(document), target)))
  expect(broken).toEqual([])
})

it('the list of decisions has each of them', () => {
  const list = textOf('docs/decisions/README.md')
  const missing = decisions
    .map((path) => path.slice('docs/decisions/'.length))
    .filter((name) => !list.includes(`(${name})`))
  expect(missing).toEqual(['README.md'])
})
