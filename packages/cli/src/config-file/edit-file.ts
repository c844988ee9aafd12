import { existsSync, readdirSync } from 'node:fs'
import { chmod, copyFile, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, extname, join, resolve } from 'node:path'
import type { Config } from '@siagh-sync/service'
import { err, ok, type Result } from 'neverthrow'

/** A configuration file after an edit. */
export interface EditedConfig {
  readonly text: string
  /** The changed lines in the form of a diff. */
  readonly diff: readonly string[]
}

/** A configuration file, and what it would be with other values. */
export interface ProposedEdit {
  readonly file: string
  /** Absent: it cannot be edited surely, so a person has to. */
  readonly edited?: EditedConfig
}

const NAMES = /^siagh-sync\.config\.(?:[cm]?[jt]s|json)$/

/** The configuration file after `edit`. Nothing is written. `undefined`: there is no file, or there are several. */
export async function editFile(
  { cwd, configFile }: { readonly cwd: string; readonly configFile: string | undefined },
  edit: (text: string, isJson: boolean) => EditedConfig | undefined,
): Promise<ProposedEdit | undefined> {
  const file = configFile === undefined ? onlyFileIn(cwd) : resolve(cwd, configFile)
  if (file === undefined || !existsSync(file)) return undefined
  const text = await readFile(file, 'utf8')
  // Another encoding, which would be destroyed.
  if (/[\0\ufffd]/.test(text)) return { file }
  const edited = edit(text, extname(file) === '.json')
  return { file, ...(edited && { edited }) }
}

function onlyFileIn(folder: string): string | undefined {
  const names = readdirSync(folder).filter((name) => NAMES.test(name))
  return names.length === 1 ? join(folder, names[0] ?? '') : undefined
}

/** Loads a configuration file. */
type LoadFile = (file: string) => Promise<Result<Config, unknown>>

/** How an edit is written. */
export interface EditChecks {
  readonly load: LoadFile
  /** Whether the change of the loaded values is the one that was meant, and no other. */
  readonly isMeant: (before: Config, after: Config) => boolean
  /** The old file is kept with this ending. */
  readonly keptAs: string
}

/**
 * Writes the edited file, if loading it shows the change that was meant and no other: a value that the file sets in
 * another place would win over the new one. The old file is kept beside it. `not_sure`: nothing was written. The file
 * may hold passwords, so nobody gets more rights to it, at no moment. A link stays a link.
 */
export async function applyEdit(
  { file, edited }: ProposedEdit,
  { load, isMeant, keptAs }: EditChecks,
): Promise<Result<{ readonly kept: string }, 'not_sure'>> {
  if (edited === undefined) return err('not_sure')
  const target = await realpath(file)
  const trial = join(dirname(target), `siagh-sync.proposed-${process.pid}${extname(target)}`)
  try {
    await writeFile(trial, edited.text, { flag: 'wx', mode: 0o600 })
    const [before, after] = [await load(file), await load(trial)]
    if (before.isErr() || after.isErr() || !isMeant(before.value, after.value)) return err('not_sure')
    const kept = freeName(`${target}.${keptAs}`)
    await copyFile(target, kept)
    await chmod(trial, (await stat(target)).mode & 0o777)
    await rename(trial, target)
    return ok({ kept: basename(kept) })
  } finally {
    await rm(trial, { force: true })
  }
}

/** The name, or the first one with a number behind it that no file has. */
export function freeName(name: string): string {
  if (!existsSync(name)) return name
  for (let number = 2; ; number += 1) if (!existsSync(`${name}-${number}`)) return `${name}-${number}`
}
