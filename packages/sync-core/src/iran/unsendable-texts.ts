import type { Issue } from '../errors'
import { worded } from '../messages/core-messages'

/**
 * The texts in `value` that must not be written: texts with U+FFFD, where letters were lost, and texts with control
 * characters, which Siagh's forms cannot hold. Each issue names the path to the text.
 */
export function unsendableTexts(value: unknown, path: string): Issue[] {
  if (typeof value === 'string') return issuesOf(value, path)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, item]) => unsendableTexts(item, path === '' ? name : `${path}.${name}`))
}

function issuesOf(text: string, path: string): Issue[] {
  const issues: Issue[] = []
  if (text.includes('\uFFFD')) {
    issues.push({ path, ...worded('letters_lost') })
  }
  if (/\p{Cc}/u.test(text)) issues.push({ path, ...worded('control_characters') })
  return issues
}
