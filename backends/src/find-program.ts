import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The first of `folders` that holds all of `programs`. */
export function findFolder(folders: readonly string[], programs: readonly string[]): string | undefined {
  return folders.find((folder) => programs.every((program) => isProgram(join(folder, program))))
}

/** The folders of a PATH. */
export function foldersOf(path = ''): string[] {
  return path.split(delimiter).filter((folder) => folder !== '')
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
