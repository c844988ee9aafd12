import { expect, it } from 'vitest'
import { hidePassword } from './hide-password'

it.each([
  ['as it is', 'postgresql://sync:made-up-word@10.0.0.7/sync', 'made-up-word'],
  ['as it is encoded', 'postgresql://sync:made%2Fup%40word@10.0.0.7/sync', 'made%2Fup%40word'],
  ['decoded', 'postgresql://sync:made%2Fup%40word@10.0.0.7/sync', 'made/up@word'],
  ['from the query', 'postgresql://10.0.0.7/sync?user=sync&password=made%2Fup', 'made/up'],
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
