import { parseEnv as parseLines } from 'node:util'
import type { Saying } from '@siagh-sync/sync-core/messages'
import { err, ok, type Result } from 'neverthrow'
import { UNREADABLE } from './decode-text'
import { hiddenFault } from './hidden-characters'
import { serviceSaying } from '../messages/service-messages'
import { isSettingName, meantBy } from './setting-names'

/** The content of an `.env` file. */
export interface ParsedEnv {
  readonly values: Readonly<Record<string, string>>
  /** The first line of each value, by its name. */
  readonly lines: Readonly<Record<string, number>>
  /** Lines that were perhaps meant in another way, one message each, with the line. No message repeats a value. */
  readonly warnings: readonly Saying[]
}

/** A setting in the file. It has several lines if its quotes hold several. */
interface Statement {
  readonly line: number
  readonly name: string
  readonly lines: readonly string[]
}

type Tell = (line: number, reason: Saying) => void

/**
 * Reads the text of an `.env` file, as `dotenv` and Node do. Text that they leave out or cut without a message is
 * refused here. All faults are reported at once, one message each, with the line. Two things are only a warning: a
 * `#` that ends a value without quotes, and a name that looks like one of ours.
 */
export function parseEnv(text: string, file: string): Result<ParsedEnv, readonly Saying[]> {
  const faults: Saying[] = []
  const warnings: Saying[] = []
  const fault: Tell = (line, reason) => faults.push(serviceSaying('at_line', { file, line, reason }))
  const warn: Tell = (line, reason) => warnings.push(serviceSaying('at_line', { file, line, reason }))
  const set = new Map<string, { readonly line: number; readonly value: string }>()
  for (const statement of statementsOf(text, fault)) {
    const { line, name } = statement
    const value = valueOf(statement, fault, warn)
    if (value === undefined) continue
    const before = set.get(name)
    if (before === undefined) set.set(name, { line, value })
    else if (before.value !== value) {
      fault(line, serviceSaying('env_set_twice', { name, before: before.line }))
    }
    const meant = meantBy(name)
    if (meant !== undefined) warn(line, serviceSaying('env_no_setting', { name, meant }))
  }
  if (faults.length > 0) return err(faults)
  return ok({
    values: Object.fromEntries([...set].map(([name, { value }]) => [name, value])),
    lines: Object.fromEntries([...set].map(([name, { line }]) => [name, line])),
    warnings,
  })
}

function statementsOf(text: string, fault: Tell): Statement[] {
  const lines = text.split(/\r\n|\r|\n/)
  const statements: Statement[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const first = lines[at] ?? ''
    if (/^\s*(#|$)/.test(first)) continue
    const name = nameIn(first, (reason) => fault(at + 1, reason))
    if (name === undefined) continue
    const count = linesOf(lines.slice(at))
    if (count === undefined) {
      fault(at + 1, serviceSaying('env_quote_open', { name }))
      // Nobody knows which of the next lines belong to this setting.
      return statements
    }
    statements.push({ line: at + 1, name, lines: lines.slice(at, at + count) })
    at += count - 1
  }
  return statements
}

/** The name before `=`. */
function nameIn(line: string, fault: (reason: Saying) => void): string | undefined {
  const [, name] = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=/.exec(line) ?? []
  if (name === undefined) fault(unreadableIn(line) ?? nameFault(line))
  return name
}

function nameFault(line: string): Saying {
  if (!line.includes('=')) return serviceSaying('env_no_equals')
  const hidden = hiddenFault(line.slice(0, line.indexOf('=')).trim())
  if (hidden !== undefined) return serviceSaying('env_hidden_in_name', { fault: hidden })
  return serviceSaying('env_no_name')
}

function unreadableIn(line: string): Saying | undefined {
  if (line.includes(UNREADABLE)) return serviceSaying('env_not_utf8')
  const [control] = /[^\P{Cc}\t]/u.exec(line) ?? []
  if (control === undefined) return undefined
  const code = control.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
  return serviceSaying('env_control_character', { character: `U+${code}` })
}

/**
 * How many lines the setting in the first of `lines` has: more than one if its quotes are closed later. `undefined`:
 * they are not closed.
 */
function linesOf([first = '', ...others]: readonly string[]): number | undefined {
  const [opening, quote] = /^[^=]*=\s*(["'`])/.exec(first) ?? []
  if (opening === undefined || quote === undefined) return 1
  if (first.slice(opening.length).includes(quote)) return 1
  const closing = others.findIndex((line) => line.includes(quote))
  const isForgotten = others.slice(0, closing + 1).some((line) => isSetting(line))
  return closing === -1 || isForgotten ? undefined : closing + 2
}

/** Whether one of our settings begins in `line`. Then an open quote before it was surely forgotten. */
function isSetting(line: string): boolean {
  const [, name = ''] = /^\s*(?:export\s+)?([A-Z_\d]+)\s*=/.exec(line) ?? []
  return isSettingName(name)
}

/** The quotes that Word, Telegram and phones put instead of " and '. */
const TYPESET_QUOTE = /^[\u2018-\u201F\u2039\u203A\u00AB\u00BB\u2032\u2033\uFF02\uFF07]/

function valueOf({ line, name, lines }: Statement, fault: Tell, warn: Tell): string | undefined {
  for (const [index, each] of lines.entries()) {
    const reason = unreadableIn(each)
    if (reason === undefined) continue
    fault(line + index, reason)
    return undefined
  }
  const written = lines.join('\n').replace(/^[^=]*=[^\S\n]*/, '')
  const [quote = ''] = /^["'`]/.exec(written) ?? []
  const behind = quote === '' ? '' : written.slice(written.indexOf(quote, 1) + 1)
  if (!/^\s*(#.*)?$/.test(behind)) {
    fault(line, serviceSaying('env_behind_quote', { quote, name }))
    return undefined
  }
  if (TYPESET_QUOTE.test(written) && isSettingName(name)) {
    fault(line, serviceSaying('env_typeset_quote', { name }))
    return undefined
  }
  if (quote === '' && written.includes('#')) {
    warn(line, serviceSaying('env_comment_behind', { name }))
  }
  if (quote === '"' && isSettingName(name) && written.includes('\\n')) {
    fault(line, serviceSaying('env_line_break', { name }))
    return undefined
  }
  // One setting at a time: from several, Node gives the value of the next line to a name that has only spaces after
  // its `=`.
  return parseLines(`${name}=${written}`)[name] ?? ''
}
