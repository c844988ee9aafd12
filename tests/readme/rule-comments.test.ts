import { describe, expect, it } from 'vitest'
import { resolveRules } from '@siagh-sync/sync-core'
import { textOf } from './readmes'

const shape = textOf('packages/sync-core/src/rules/shape.ts')

interface Member {
  readonly name: string
  readonly type: string
  readonly comment: string
}

/** The members of every interface, with their comments on one line. */
const interfaces = new Map(
  [...shape.matchAll(/^export interface (\w+) \{\n(.*?)^\}/gms)].map(([, name = '', body = '']) => [
    name,
    [...body.matchAll(/(?:\/\*\*((?:(?!\*\/).)*)\*\/\s+)?readonly (\w+)\??: ([^\n]*)/gs)].map(
      ([, comment = '', member = '', type = '']): Member => ({
        name: member,
        type,
        comment: comment.replaceAll(/\s+(?:\* )?/g, ' '),
      }),
    ),
  ]),
)

type Commented = readonly [path: string, comment: string, value: unknown]

/** Every rule whose default is a text, a number or a yes or no. */
function plainRules(name: string, value: object, path = ''): Commented[] {
  return (interfaces.get(name) ?? []).flatMap((member): Commented[] => {
    const part = Object.entries(value).find(([key]) => key === member.name)?.[1] as unknown
    if (typeof part === 'object' && part !== null) return plainRules(member.type, part, `${path}${member.name}.`)
    const isPlain = ['string', 'number', 'boolean'].includes(typeof part)
    return isPlain ? [[path + member.name, member.comment, part]] : []
  })
}

describe('the comment of a rule', () => {
  const rules = plainRules('Rules', resolveRules())

  it('was found for the rules of every section', () => {
    const sections = new Set(rules.map(([path]) => path.split('.')[0]))
    for (const section of ['forms', 'contact', 'preInvoice', 'catchUp', 'import', 'retry', 'retention', 'leaseMs'])
      expect(sections).toContain(section)
  })

  it.each(rules)('of %s names the default that the schema has', (_path, comment, value) => {
    const written = typeof value === 'number' ? value.toLocaleString('en') : `\`${String(value)}\``
    const [, named] = /Default (`[^`]*`|[\d,.]*\d)/.exec(comment) ?? []
    expect(named).toBe(written)
  })
})
