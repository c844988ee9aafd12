import { fork } from 'node:child_process'
import { once } from 'node:events'

/** Both servers in a process of their own. */
export interface SandboxProcess {
  readonly siaghUrl: string
  readonly crmUrl: string
  readonly controlUrl: string
  /** Name and password. */
  readonly siaghUser: readonly [string, string]
  readonly crmUser: readonly [string, string]
  stop(): Promise<void>
}

/** Starts them on free ports of the loopback. They end with this process. */
export async function startSandbox(seed: number): Promise<SandboxProcess> {
  const child = fork(new URL('sandbox-process.ts', import.meta.url), {
    env: { ...process.env, SANDBOX_SEED: String(seed) },
  })
  const [told] = (await once(child, 'message')) as [Omit<SandboxProcess, 'stop'>]
  return {
    ...told,
    async stop() {
      const exit = once(child, 'exit')
      child.disconnect()
      await exit
    },
  }
}
