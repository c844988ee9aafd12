import { crmOperations, siaghOperations } from '@siagh-sync/sandbox'
import { expect, it } from 'vitest'
import { filledSandbox, probeOf } from './probed'

const WRITES = /save|create|update|state/i

it('sends no request that writes, and takes every operation that does for one', async () => {
  const sandbox = filledSandbox()
  const document = sandbox.crm.documents()[0]?.crmId ?? ''
  await probeOf(sandbox, {}, { documents: [document] })
  const asked = [...sandbox.crm.requests(), ...sandbox.siagh.requests()].map(({ operation }) => operation)
  expect(asked.length).toBeGreaterThan(20)
  expect(asked.filter((operation) => WRITES.test(operation))).toEqual([])
  const reads = /^(login|search|getAll|findUsers|(person|organization|invoice|quote)(Get|Find))$/
  expect([...crmOperations, ...siaghOperations].filter((name) => !reads.test(name) && !WRITES.test(name))).toEqual([])
})

it('asks politely: a few dozen calls for a small company, and none for more than was asked', async () => {
  const sandbox = filledSandbox()
  await probeOf(sandbox, {}, { sample: 10 })
  expect(sandbox.crm.requests().length).toBeLessThan(120)
  expect(sandbox.siagh.requests().filter(({ operation }) => operation === 'getAll')).toHaveLength(1)
})
