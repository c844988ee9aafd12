import { describe, expect, it } from 'vitest'
import { exchangeNames, readExchange, type Exchange } from '../../test-support/exchange'
import { expectedEnds, replayExchange } from '../../test-support/replay-exchange'
import { filesOf, recordDay } from './record-company'

/** The client sends what was recorded, once, and reads the answer as it has to be read. */
async function expectReplayed(system: 'siagh' | 'crm', exchange: Exchange): Promise<void> {
  const { request, response } = exchange
  const isWrite = /SaveFormData|\/(create|update|make-\w+)$/.test(request.path)
  const { sent, end } = await replayExchange(system, exchange)
  expect(expectedEnds(response, isWrite)).toContain(end)
  expect(sent[0]).toEqual({ method: request.method, body: request.body ?? undefined })
}

const exchanges = (['siagh', 'crm'] as const).flatMap((system) =>
  exchangeNames(system).map((name) => [name, system] as const),
)

describe('every exchange in test-support/exchanges', () => {
  it.each(exchanges)('%s is made and read by the client', async (name, system) => {
    await expectReplayed(system, readExchange(name))
  })
})

it('a recording that was made just now is made and read by the clients', async () => {
  const { record } = await recordDay(9)
  for (const [name, text] of filesOf(record)) {
    if (name.startsWith('webhook-')) continue
    const exchange = JSON.parse(text) as Exchange
    await expectReplayed(name.startsWith('siagh') ? 'siagh' : 'crm', exchange)
  }
})
