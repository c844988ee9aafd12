import { createHash } from 'node:crypto'

/** The value that Siagh's login expects as the password: its MD5 as 32 upper-case hex digits. */
export function passwordMd5(password: string): string {
  return createHash('md5').update(password, 'utf8').digest('hex').toUpperCase()
}
