/** What one look at the installation came to. */
export interface CheckLine {
  /** What was looked at, as in `crm login`. Stable: monitors may go by it. */
  readonly name: string
  /** `warning`: it will do, and somebody should look; `skipped`: an earlier line says why it could not be looked at. */
  readonly status: 'ok' | 'warning' | 'failed' | 'skipped'
  readonly message: string
  /** What to do about it. */
  readonly advice?: string
}

/** Looks at one part of the installation: never rejects, and tells each line as soon as it is known. */
export type Check = (tell: (line: CheckLine) => void) => Promise<void>

export const fine = (name: string, message: string): CheckLine => ({ name, status: 'ok', message })

export const failed = (name: string, message: string, advice: string): CheckLine => ({
  name,
  status: 'failed',
  message,
  advice,
})

export const warning = (name: string, message: string, advice: string): CheckLine => ({
  name,
  status: 'warning',
  message,
  advice,
})

export const skipped = (name: string, message: string): CheckLine => ({ name, status: 'skipped', message })
