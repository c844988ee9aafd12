import { readFileSync } from 'node:fs'
import { dialectSettings, settingNames } from '@siagh-sync/sandbox'
import { describe, expect, it } from 'vitest'

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

  it('has no setting that the sandbox does not have', () => {
    const headings = [...page.matchAll(/^### `([^`]+)`$/gm)].map(([, name]) => name)
    expect(headings).toEqual(settingNames)
  })
})
