import type { Config } from '@siagh-sync/service'
import { z } from 'zod'

/** What can be seen of the service that runs. */
export type RunningService =
  /** It runs with the settings of the configuration. */
  | { readonly is: 'same'; readonly url: string }
  /** It runs with other settings: those of its start. */
  | { readonly is: 'other'; readonly url: string; readonly mode: string; readonly hold: string }
  /** Nothing that can be asked answers there. It may run on another machine, or for several companies. */
  | { readonly is: 'unseen'; readonly url: string }

const LIMIT_MS = 3_000

const readiness = z.object({ mode: z.enum(['live', 'shadow']), hold: z.enum(['none', 'some', 'all']) })

/** Asks the service at the address where it listens on this machine. */
export async function seeService({ mode, hold, mount, webhook: { host, port } }: Config): Promise<RunningService> {
  const url = `http://${hostToCall(host)}:${port}`
  // For several companies, the answer is one for all of them.
  const answer = port === 0 || mount !== '' ? undefined : await askReadiness(`${url}/readyz`)
  if (answer === undefined) return { is: 'unseen', url }
  const wanted = hold === 'none' || hold === 'all' ? hold : 'some'
  const isSame = answer.mode === mode && (mode === 'shadow' || answer.hold === wanted)
  return isSame ? { is: 'same', url } : { is: 'other', url, ...answer }
}

async function askReadiness(address: string): Promise<z.infer<typeof readiness> | undefined> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(LIMIT_MS) })
    return readiness.safeParse(await response.json()).data
  } catch {
    // Nothing listens there, or it is another program.
    return undefined
  }
}

function hostToCall(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}
