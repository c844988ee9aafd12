import { SITE_RULES } from '@siagh-sync/sync-core'
import { isSection, type Section } from './paths'

/**
 * Replaced as a whole, even if it is a table by type code: the table of a company must not get the `default` of
 * another table, and `hold` of a company not the counts of another rule.
 */
const WHOLE: ReadonlySet<string> = new Set([...SITE_RULES, 'hold'])

/**
 * Merges configurations, setting by setting. The first one overrides the others. Lists, functions, the store
 * and tables by type code are replaced as a whole. The store is either a file or a database.
 */
export function merge(...sources: readonly (Section | undefined)[]): Section {
  return sources.reduceRight<Section>((below, above = {}) => over(above, below), {})
}

function over(above: Section, below: Section): Section {
  const merged = Object.entries(above).map(([name, value]): readonly [string, unknown] => {
    const under = below[name]
    if (name === 'store' && !isSameKind(value, under)) return [name, value]
    if (WHOLE.has(name)) return [name, value]
    return [name, isSection(value) && isSection(under) ? over(value, under) : value]
  })
  return { ...below, ...Object.fromEntries(merged) }
}

function isSameKind(above: unknown, below: unknown): boolean {
  if (!isSection(above) || !isSection(below)) return false
  return !('url' in above && 'file' in below) && !('file' in above && 'url' in below)
}
