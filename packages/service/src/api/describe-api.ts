import { silentLogger } from '@siagh-sync/sync-core'
import { okAsync } from 'neverthrow'
import type { Sessions } from './access/sessions'
import { createApi } from './create-api'

/** The OpenAPI 3.1 document of the operator API. `GET /api/openapi.json` answers the same. */
export async function describeApi(): Promise<unknown> {
  const api = createApi({ companies: [], sessions: nobody, users: [], logger: silentLogger })
  const answer = await api.fetch(new Request('http://localhost/api/openapi.json'))
  return answer.json()
}

const nobody: Sessions = {
  begin: () => okAsync(''),
  find: () => okAsync(undefined),
  end: () => okAsync(undefined),
}
