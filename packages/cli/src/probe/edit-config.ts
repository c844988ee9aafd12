import type { Proposal } from '@siagh-sync/probe'
import type { EditedConfig } from '../config-file/edit-file'
import { isJsonObject, onlyPlace, readJsonObject, type JsonObject } from '../config-file/read-text'
import { ruleLines, type SectionLines } from './rule-lines'

type Comment = (proposal: Proposal) => string

const RULES = /^ {2}rules: \{$/
const IMPORT = /^import \{ ([\w, ]+) \} from '@siagh-sync\/(?:cli|service)'$/

/**
 * Puts proposed rules into the block `rules`, as `init` writes it: into the section that is there, or at the beginning. No
 * other line is touched, so comments stay. `undefined`: the file does not look as `init` writes it.
 */
export function editTypeScript(
  text: string,
  proposals: readonly Proposal[],
  comment: Comment,
): EditedConfig | undefined {
  const newline = text.includes('\r\n') ? '\r\n' : '\n'
  const lines = text.split(newline)
  const place = onlyPlace(lines, RULES)
  const usesPrefixed = proposals.some(({ value }) => value.is === 'prefixed')
  const imports = usesPrefixed ? importing(lines) : undefined
  if (place === undefined || (usesPrefixed && imports === undefined)) return undefined
  const added = additionsTo(lines, place, ruleLines(proposals, comment))
  const edited: string[] = []
  const diff: string[] = []
  for (const [at, line] of lines.entries()) {
    const more = added.get(at) ?? []
    const written = at === imports?.at ? imports.line : line
    edited.push(written, ...more)
    if (written !== line) diff.push(`-${line}`, `+${written}`)
    else if (more.length > 0) diff.push(` ${line}`)
    diff.push(...more.map((each) => `+${each}`))
  }
  return { text: edited.join(newline), diff }
}

/** The lines to add behind each line. */
function additionsTo(lines: readonly string[], place: number, sections: readonly SectionLines[]) {
  const added = new Map<number, string[]>()
  for (const { section, whole, inside } of sections) {
    const opened = inside && onlyPlace(lines, new RegExp(`^ {4}${section}: \\{$`))
    const at = opened !== undefined && opened > place ? opened : place
    added.set(at, [...(added.get(at) ?? []), ...(at === place || !inside ? whole : inside)])
  }
  return added
}

/** The line that imports from us, with `prefixed` in it. */
function importing(lines: readonly string[]): { readonly at: number; readonly line: string } | undefined {
  const at = lines.findIndex((line) => IMPORT.test(line))
  const line = lines[at]
  if (line === undefined) return undefined
  const names = IMPORT.exec(line)?.[1] ?? ''
  if (names.split(', ').includes('prefixed')) return { at, line }
  return { at, line: line.replace(` ${names} `, ` ${names}, prefixed `) }
}

/** The same for a file in JSON, which holds no comments. `undefined`: a rule is no data, or the file is no plain JSON. */
export function editJson(text: string, proposals: readonly Proposal[]): EditedConfig | undefined {
  const content = readJsonObject(text)
  if (content === undefined) return undefined
  const diff: string[] = []
  const edited = structuredClone(content)
  for (const { path, value } of proposals) {
    if (value.is !== 'data' || !put(edited, ['rules', ...path.split('.')], value.data)) return undefined
    diff.push(`+ rules.${path}: ${JSON.stringify(value.data)}`)
  }
  return { text: `${JSON.stringify(edited, null, 2)}\n`, diff }
}

/** `false`: something else than an object is on the way. */
function put(object: JsonObject, [name = '', ...rest]: readonly string[], value: unknown): boolean {
  if (rest.length === 0) {
    object[name] = value
    return true
  }
  const below = (object[name] ??= {})
  return isJsonObject(below) && put(below, rest, value)
}
