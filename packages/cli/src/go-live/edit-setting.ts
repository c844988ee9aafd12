import type { Config } from '@siagh-sync/service'
import type { EditedConfig } from '../config-file/edit-file'
import { onlyPlace, readJsonObject } from '../config-file/read-text'
import { comparable } from '../probe/compare-configs'

/** The two settings that decide what the service writes. */
export interface WantedSettings {
  readonly mode: 'live' | 'shadow'
  readonly hold?: 'all' | 'none'
}

const BEGIN = /^export default defineConfig\(\{$/

/**
 * Sets `mode` and `hold` in a configuration file in TypeScript or JavaScript: in their lines, or at the beginning of the
 * object. No other line is touched. `undefined`: the file does not look as `init` writes it.
 */
export function setInTypeScript(text: string, wanted: WantedSettings): EditedConfig | undefined {
  const newline = text.includes('\r\n') ? '\r\n' : '\n'
  const lines = text.split(newline)
  const begin = onlyPlace(lines, BEGIN)
  const diff: string[] = []
  const added: string[] = []
  for (const [name, value] of Object.entries(wanted)) {
    const line = `  ${name}: '${String(value)}',`
    const places = lines.flatMap((each, at) => (new RegExp(`^ {2}${name}\\b`).test(each) ? [at] : []))
    const [at] = places
    const before = at === undefined ? undefined : lines[at]
    if (at === undefined || before === undefined) added.push(line)
    else if (places.length > 1 || !/^ {2}\w+: [^[{(]*,(?: *\/\/.*)?$/.test(before)) return undefined
    else {
      lines[at] = line + (/ *\/\/.*$/.exec(before)?.[0] ?? '')
      if (lines[at] !== before) diff.push(`-${before}`, `+${lines[at]}`)
    }
  }
  if (added.length > 0) {
    if (begin === undefined) return undefined
    lines.splice(begin + 1, 0, ...added)
    diff.unshift(` ${lines[begin] ?? ''}`, ...added.map((line) => `+${line}`))
  }
  return { text: lines.join(newline), diff }
}

/** The same for a file in JSON, which holds no comments. */
export function setInJson(text: string, wanted: WantedSettings): EditedConfig | undefined {
  const content = readJsonObject(text)
  if (content === undefined) return undefined
  const diff = Object.entries(wanted).flatMap(([name, value]) => [
    ...(content[name] === undefined || content[name] === value ? [] : [`-${name}: ${JSON.stringify(content[name])}`]),
    ...(content[name] === value ? [] : [`+${name}: ${JSON.stringify(value)}`]),
  ])
  return { text: `${JSON.stringify({ ...content, ...wanted }, null, 2)}\n`, diff }
}

/** Whether the second configuration is the first one with the wanted settings, and nothing else. */
export function isOnlySettings(before: Config, after: Config, wanted: WantedSettings): boolean {
  return (
    comparable({ ...before, ...wanted }) === comparable(after) &&
    after.mode === wanted.mode &&
    (wanted.hold === undefined || after.hold === wanted.hold)
  )
}
