import { describe, expect, it } from 'vitest'
import { recordedWebhooks } from '../../../test-support/exchange'
import { read, mount } from './mount'

const vectors = recordedWebhooks()

const understood = [
  { kind: 'identity', id: '2b1f0c6e-0000-4000-8000-000000000001', event: 'insert', type: 'person' },
  { kind: 'identity', id: '2b1f0c6e-0000-4000-8000-000000000002', event: 'update', type: 'organization' },
  { kind: 'quote', id: '265d0000-0000-4000-8000-000000000001', event: 'insert' },
  { kind: 'invoice', id: '1a6b0000-0000-4000-8000-000000000001', event: 'update' },
  { kind: 'identity', id: '2b1f0c6e-0000-4000-8000-000000000001', event: 'update', type: 'person' },
  { kind: 'invoice', id: '1a6b0000-0000-4000-8000-000000000001', event: 'insert' },
]

describe('the recorded webhooks', () => {
  it('are as many as are known to be understood', () => {
    expect(vectors).toHaveLength(understood.length)
  })

  it.each(vectors.map((vector, index) => [vector.method, vector.url, vector, understood[index]] as const))(
    'are taken: %s %s',
    async (method, url, { body }, change) => {
      const { send, changes } = mount()
      const init = { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
      const answer = await read(send(url, method === 'GET' ? {} : init))
      expect(answer.status).toBe(202)
      expect(answer.body).toEqual({ key: `${change?.kind}/${change?.id}`, generation: 1 })
      expect(changes).toEqual([change])
    },
  )

  it('are taken as a form as well as in JSON', async () => {
    const { send, changes } = mount()
    for (const { url, body } of vectors.filter(({ method }) => method === 'POST')) {
      const form = new URLSearchParams(body)
      expect((await read(send(url, { method: 'POST', body: form }))).status).toBe(202)
    }
    expect(changes).toEqual(understood.slice(4))
  })
})
