import type { Saying } from '@siagh-sync/sync-core/messages'

/** Something that is said as it is, such as an address, or in the language of the reader. */
type Words = Saying | string

/** What one look at the installation came to. */
export interface CheckLine {
  /** What was looked at, as in `crm login`. Stable: monitors may go by it. */
  readonly name: string
  /** `warning`: it will do, and somebody should look; `skipped`: an earlier line says why it could not be looked at. */
  readonly status: 'ok' | 'warning' | 'failed' | 'skipped'
  readonly message: Words
  /** What to do, where something is to be done. */
  readonly advice?: Saying
}

/** Looks at one part of the installation: never rejects, and tells each line as soon as it is known. */
export type Check = (tell: (line: CheckLine) => void) => Promise<void>

export const fine = (name: string, message: Words): CheckLine => ({ name, status: 'ok', message })

export const failed = (name: string, message: Words, advice: Saying): CheckLine => ({
  name,
  status: 'failed',
  message,
  advice,
})

export const warning = (name: string, message: Words, advice: Saying): CheckLine => ({
  name,
  status: 'warning',
  message,
  advice,
})

export const skipped = (name: string, message: Saying): CheckLine => ({ name, status: 'skipped', message })
