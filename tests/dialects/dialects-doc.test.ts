import { existsSync, readFileSync } from 'node:fs'
import { dialectSettings, settingNames } from '@siagh-sync/sandbox'
import { describe, expect, it } from 'vitest'
import { testsOf } from './suites'
import { unknownFacts } from './unknown-facts'

const page = readFileSync(new URL('../../docs/dialects.md', import.meta.url), 'utf8')

/** The part of the page about one setting: from its heading to the next. */
function sectionOf(name: string): string {
  const start = page.indexOf(`\n### \`${name}\`\n`)
  if (start < 0) return ''
  const rest = page.slice(start + 1)
  const end = rest.search(/\n##+ /)
  return end < 0 ? rest : rest.slice(0, end)
}

describe('docs/dialects.md', () => {
  it.each(settingNames)('has the setting %s with its fact and all its values', (name) => {
    const section = sectionOf(name)
    const { values, fact } = dialectSettings[name]
    expect(section).toContain(`${fact}.`)
    const rows = [...section.matchAll(/^\| `([^`]+)`/gm)].map(([, value]) => value)
    expect(rows).toEqual(values.map(String))
  })

  it.each(settingNames)('links the setting %s to every test that runs under it', (name) => {
    const links = testsOf(name).map((suite) => `[${suite}](../tests/dialects/${suite}.test.ts)`)
    expect(links).not.toEqual([])
    expect(sectionOf(name)).toContain(`\nTested in ${links.join(', ')}.\n`)
    for (const suite of testsOf(name)) expect(existsSync(new URL(`${suite}.test.ts`, import.meta.url))).toBe(true)
  })

  it('has every fact that is not known, with its settings, or why it needs none', () => {
    const start = page.indexOf('\n## What is not known\n')
    const section = page.slice(start, page.indexOf('\n## Settings\n'))
    const rows = [...section.matchAll(/^\| (Siagh|the CRM) +\| (.+?) +\| (.+?) +\|$/gm)].map(([, ...cells]) => cells)
    const linked = (name: string) => `[\`${name}\`](#${name.toLowerCase()})`
    expect(rows).toEqual(
      unknownFacts.map(({ server, fact, settings, because }) => [
        server,
        fact,
        settings ? settings.map(linked).join(', ') : because,
      ]),
    )
  })

  it('names every setting among the facts', () => {
    const named = unknownFacts.flatMap(({ settings = [] }) => settings)
    expect([...named].sort()).toEqual([...settingNames].sort())
  })

  it('has no setting that the sandbox does not have', () => {
    const headings = [...page.matchAll(/^### `([^`]+)`$/gm)].map(([, name]) => name)
    expect(headings).toEqual(settingNames)
  })
})
