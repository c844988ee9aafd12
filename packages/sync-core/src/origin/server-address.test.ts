import { expect, test } from 'vitest'
import { isSameServer, normalAddress } from './server-address'

test.each([
  ['http://10.0.0.5', 'http://10.0.0.5'],
  ['http://10.0.0.5/', 'http://10.0.0.5'],
  ['HTTP://Siagh.Example:80//', 'http://siagh.example'],
  ['https://siagh.example.:443/App/', 'https://siagh.example/App'],
  ['http://siagh.example:8080', 'http://siagh.example:8080'],
])('the normal form of %s is %s', (given, expected) => {
  expect(normalAddress(given)).toBe(expected)
})

test.each([
  ['http://siagh.example/', 'http://SIAGH.example', true],
  ['http://siagh.example', 'https://siagh.example', true],
  ['http://siagh.example/App', 'http://siagh.example/app/', true],
  ['http://siagh.example', 'http://siagh.example:8080', false],
  ['http://siagh.example', 'http://siagh2.example', false],
  ['http://siagh.example/a', 'http://siagh.example/b', false],
  ['http://10.0.0.5', 'http://10.0.0.6', false],
])('%s and %s are one server: %s', (one, other, expected) => {
  expect(isSameServer(one, other)).toBe(expected)
})
