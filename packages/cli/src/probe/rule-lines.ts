import type { Proposal, ProposedValue } from '@siagh-sync/probe'

/** Lines of TypeScript that set rules, at the depth at which `init` writes them. */
export interface RuleLines {
  readonly lines: readonly string[]
  /** Whether they use `prefixed`, which has to be imported. */
  readonly usesPrefixed: boolean
}

/** The proposals of one section below `rules`, as a tree. */
interface Branch {
  readonly [name: string]: Branch | ProposedValue
}

const INDENT = '    '

/** Each proposal with a comment that says what it rests on. `comment` is a line for each of them. */
export function ruleLines(proposals: readonly Proposal[], comment: (proposal: Proposal) => string): RuleLines {
  const sections = new Map<string, Proposal[]>()
  for (const proposal of proposals) {
    const [section = ''] = proposal.path.split('.')
    sections.set(section, [...(sections.get(section) ?? []), proposal])
  }
  const lines = [...sections].flatMap(([section, of]) => [
    ...of.map((proposal) => `${INDENT}// ${comment(proposal)}`),
    `${INDENT}${section}: ${written(treeOf(of)[section])},`,
  ])
  return { lines, usesPrefixed: proposals.some(({ value }) => value.is === 'prefixed') }
}

function treeOf(proposals: readonly Proposal[]): Branch {
  return proposals.reduce<Branch>((tree, { path, value }) => grafted(tree, path.split('.'), value), {})
}

function grafted(tree: Branch, [name = '', ...rest]: readonly string[], value: ProposedValue): Branch {
  if (rest.length === 0) return { ...tree, [name]: value }
  const below = tree[name]
  return { ...tree, [name]: grafted(below && !isValue(below) ? below : {}, rest, value) }
}

function isValue(node: Branch | ProposedValue): node is ProposedValue {
  return typeof node.is === 'string'
}

function written(node: Branch | ProposedValue | undefined): string {
  if (node === undefined) return '{}'
  if (!isValue(node))
    return `{ ${Object.entries(node)
      .map(([name, below]) => `${name}: ${written(below)}`)
      .join(', ')} }`
  if (node.is === 'prefixed') return `prefixed({ prefix: ${literal(node.prefix)}, offset: ${node.offset} })`
  const { data } = node
  if (typeof data === 'boolean') return String(data)
  return typeof data === 'string' ? literal(data) : `[${data.map(literal).join(', ')}]`
}

/** A text as TypeScript writes it, whatever is in it. */
function literal(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
}
