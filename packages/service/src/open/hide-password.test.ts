import { expect, it } from 'vitest'
import { hidePassword } from './hide-password'

it.each([
  ['as it is', 'postgresql://sync:made-up-word@10.0.0.7/sync', 'made-up-word'],
  ['as it is encoded', 'postgresql://sync:made%2Fup%40word@10.0.0.7/sync', 'made%2Fup%40word'],
  ['decoded', 'postgresql://sync:made%2Fup%40word@10.0.0.7/sync', 'made/up@word'],
  ['from the query', 'postgresql://10.0.0.7/sync?user=sync&password=made%2Fup', 'made/up'],
  ['from the query, as it is encoded', 'postgresql://10.0.0.7/sync?user=sync&password=made%2Fup', 'made%2Fup'],
  ['of which the parser encodes a part', 'postgresql://sync:made^%2Fup@10.0.0.7/sync', 'made^%2Fup'],
  ['that holds the other one', 'postgresql://sync:made@10.0.0.7/sync?password=made-up-word', 'made-up-word'],
  ['that is given twice', 'postgresql://10.0.0.7/sync?password=first&password=made-up', 'made-up'],
  ['where it cannot be decoded', 'redis://:made%up@10.0.0.8', 'made%up'],
])('hides the password %s, and leaves the rest', (_, address, said) => {
  expect(hidePassword(address, `AUTH ${said} was refused twice: ${said}`)).toBe('AUTH … was refused twice: …')
})

it('hides the whole address', () => {
  const address = 'redis://:made-up-word@10.0.0.8:6379'
  expect(hidePassword(address, `cannot parse ${address}`)).toBe('cannot parse …')
})

it('changes nothing where there is no password', () => {
  expect(hidePassword('redis://10.0.0.8:6379', 'connect ECONNREFUSED 10.0.0.8:6379')).toBe(
    'connect ECONNREFUSED 10.0.0.8:6379',
  )
})
