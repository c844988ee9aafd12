import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'

const KEY = /^[0-9a-f]{64}$/m

/**
 * The key of a recording. With it, the real values can be found. So it is in a file beside the folder, and not in the
 * folder. It is made at the first start and kept, so that a value gets the same replacement after a restart.
 */
export async function recordingKey(folder: string): Promise<Buffer> {
  const file = keyFileOf(folder)
  const key = randomBytes(32)
  try {
    await writeFile(file, textOf(key), { flag: 'wx', mode: 0o600 })
    return key
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  const [found] = KEY.exec(await readFile(file, 'utf8')) ?? []
  if (found === undefined) throw new Error(`${file} holds no key`)
  return Buffer.from(found, 'hex')
}

/** The file of the key: `recording.do-not-send.key` beside the folder `recording`. */
export function keyFileOf(folder: string): string {
  return `${resolve(folder)}.do-not-send.key`
}

function textOf(key: Buffer): string {
  return [
    '# Do not send this file: with it, the real values behind a recording can be found.',
    '# این فایل را برای کسی نفرستید: با آن می‌توان مقدارهای واقعی پشت ضبط را پیدا کرد.',
    key.toString('hex'),
    '',
  ].join('\n')
}
