import type { Proposal, ProposedValue } from '@siagh-sync/probe'

/** The rules of one section below `rules`, in TypeScript. */
export interface SectionLines {
  readonly section: string
  /** As a section of its own, at the depth at which `init` writes it. */
  readonly whole: readonly string[]
  /** The same for the inside of a section that is there. Absent: the section is one value. */
  readonly inside?: readonly string[]
}

/** The proposals of one section below `rules`, as a tree. */
interface Branch {
  readonly [name: string]: Branch | ProposedValue
}

const INDENT = '    '
const DEEPER = '      '

/** The proposals by their sections. `comment`: a line that says what a proposal rests on. */
export function ruleLines(
  proposals: readonly Proposal[],
  comment: (proposal: Proposal) => string,
): readonly SectionLines[] {
  const sections = new Map<string, Proposal[]>()
  for (const proposal of proposals) {
    const [section = ''] = proposal.path.split('.')
    sections.set(section, [...(sections.get(section) ?? []), proposal])
  }
  return [...sections].map(([section, of]) => {
    const comments = of.map((proposal) => `// ${comment(proposal)}`)
    const node = treeOf(of)[section]
    const whole = [...comments, `${section}: ${written(node)},`].map((line) => INDENT + line)
    if (node === undefined || isValue(node)) return { section, whole }
    const entries = Object.entries(node).map(([name, below]) => `${name}: ${written(below)},`)
    return { section, whole, inside: [...comments, ...entries].map((line) => DEEPER + line) }
  })
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
