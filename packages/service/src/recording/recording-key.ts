import { randomBytes } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { openNew } from './open-new'

const KEY = /^[0-9a-f]{64}$/m
const READINGS = 10
const PAUSE_MS = 100

/**
 * The key of a recording. With it, the real values can be found. So it is in a file beside the folder, and not in the
 * folder. It is made at the first start and kept, so that a value gets the same replacement after a restart.
 */
export async function recordingKey(folder: string): Promise<Buffer> {
  const file = keyFileOf(folder)
  const made = await openNew(file)
  if (made === undefined) return readKey(file)
  const key = randomBytes(32)
  try {
    await made.writeFile(textOf(key))
    return key
  } catch (error) {
    // A file without its key would be in the way of the next start.
    await rm(file, { force: true }).catch(() => undefined)
    throw error
  } finally {
    await made.close()
  }
}

/** Another process that starts at the same time may be about to write the key. */
async function readKey(file: string): Promise<Buffer> {
  for (let reading = 1; ; reading += 1) {
    const [found] = KEY.exec(await readFile(file, 'utf8')) ?? []
    if (found !== undefined) return Buffer.from(found, 'hex')
    if (reading === READINGS) throw new Error(`${file} holds no key`)
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
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
