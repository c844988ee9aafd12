import { contactLine as contactSaid, englishLine } from '../messages/said-by'
import type { SiaghIds } from '../types'

/** A contact of Siagh as a line in the details of a failure. Example: `contact 8327 (7b0c3a52-…)`. */
export function contactLine(ids: Partial<SiaghIds>): string {
  return englishLine(contactSaid(ids))
}

/** Reads what `contactLine` wrote. `null`: the line is something else. */
export function readContactLine(line: string): Partial<SiaghIds> | null {
  const match = /^contact(?: (\d+))?(?: \((\S+)\))?$/.exec(line)
  const [, code, recordId] = match ?? []
  if (code === undefined && recordId === undefined) return null
  return { ...(code !== undefined && { code }), ...(recordId !== undefined && { recordId }) }
}
