import type { Sandbox } from '@siagh-sync/sandbox'
import { pause } from '../../../test-support/until'

/** A webhook that was answered with 202. The edit was made before it was sent. */
export interface Acknowledged {
  readonly id: string
  readonly sentAt: number
  readonly at: number
}

/** Somebody at the CRM's screen who edits one record after the other. */
export interface Editor {
  readonly acknowledged: readonly Acknowledged[]
  /** Edits no more, and resolves when every webhook has been answered. */
  stop(): Promise<void>
}

/** Edits a record every `everyMs`, in turn, until stopped. */
export function editSteadily({ crm }: Sandbox, ids: readonly string[], everyMs: number): Editor {
  const acknowledged: Acknowledged[] = []
  crm.webhooks.set({
    send: async (url) => {
      const sentAt = Date.now()
      const { status } = await fetch(url)
      if (status === 202) acknowledged.push({ id: new URL(url).searchParams.get('id') ?? '', sentAt, at: Date.now() })
      return { status }
    },
  })
  let isStopped = false
  const edit = async () => {
    for (let turn = 0; !isStopped; turn += 1) {
      crm.updateIdentity(ids[turn % ids.length] ?? '', { nickName: `ویرایش ${turn}` })
      await pause(everyMs)
    }
  }
  const ended = edit()
  return {
    acknowledged,
    async stop() {
      isStopped = true
      await ended
      await crm.webhooks.idle()
    },
  }
}
