import { createSiaghClient } from '@siagh-sync/siagh-client'
import { madeUpContact } from './made-up-contact'
import type { SiaghAccess } from './siagh-access'

/** What a plain `fetch` needs to send the same bytes. */
export interface RecordedRequest {
  readonly url: string
  readonly init: { readonly method: string; readonly headers: Readonly<Record<string, string>>; readonly body: string }
}

/** Lets a client create a contact once and returns what it sent. */
export async function recordRequest(access: SiaghAccess): Promise<RecordedRequest> {
  let recorded: RecordedRequest | undefined
  const siagh = createSiaghClient({
    ...access,
    fetch: async (input, init) => {
      const request = new Request(input, init)
      const headers = Object.fromEntries(request.headers)
      recorded = { url: request.url, init: { method: request.method, headers, body: await request.clone().text() } }
      return fetch(request)
    },
  })
  const created = await siagh.createContact(madeUpContact)
  if (created.isErr()) throw new Error(created.error.message)
  if (!recorded?.url.endsWith('/SaveFormData')) throw new Error('createContact did not send what it should')
  return recorded
}
