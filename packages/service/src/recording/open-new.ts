import { open, type FileHandle } from 'node:fs/promises'

/** Makes a file for the eyes of its owner alone. `undefined`: there is one, and it is left as it is. */
export async function openNew(file: string): Promise<FileHandle | undefined> {
  try {
    return await open(file, 'wx', 0o600)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return undefined
    throw error
  }
}
