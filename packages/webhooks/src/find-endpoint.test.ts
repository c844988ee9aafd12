import { describe, expect, it } from 'vitest'
import { findEndpoint } from './find-endpoint'

describe('a path whose mount point is unknown', () => {
  it.each([
    ['/identity', { name: 'identity', mount: '' }],
    ['/webhook/crm/identity', { name: 'identity', mount: '/webhook/crm' }],
    ['/prod/api/webhook/crm/Invoice/', { name: 'invoice', mount: '/prod/api/webhook/crm' }],
    ['/identity/quote', { name: 'quote', mount: '/identity' }],
    ['//test', { name: 'test', mount: '/' }],
  ])('ends with the endpoint: %s', (path, endpoint) => {
    expect(findEndpoint({ path }, false)).toEqual(endpoint)
  })

  it.each([
    ['/webhook/crm/a%2Fb%20c/identity', { name: 'identity', mount: '/webhook/crm', pathSecret: 'a/b c' }],
    ['/webhook/crm/identity', { name: 'identity', mount: '/webhook', pathSecret: 'crm' }],
    ['/%zz/quote/', { name: 'quote', mount: '', pathSecret: '%zz' }],
    ['/identity', { name: 'identity', mount: '' }],
  ])('may have the secret before it: %s', (path, endpoint) => {
    expect(findEndpoint({ path }, true)).toEqual(endpoint)
  })

  it.each(['', '/', '//', '/crm', '/identity/more', '/identity//', '/%69dentity', '/constructor'])(
    'has no endpoint: "%s"',
    (path) => {
      expect(findEndpoint({ path }, false)).toBeUndefined()
      expect(findEndpoint({ path }, true)).toBeUndefined()
    },
  )
})

describe('a path below a known mount point', () => {
  it('is the endpoint and nothing else', () => {
    const mount = '/webhook/crm'
    expect(findEndpoint({ mount, path: '/identity' }, false)).toEqual({ name: 'identity', mount })
    expect(findEndpoint({ mount, path: '/identity' }, true)).toEqual({ name: 'identity', mount })
    expect(findEndpoint({ mount, path: '/x/identity' }, false)).toBeUndefined()
    expect(findEndpoint({ mount, path: '/x/y/identity' }, true)).toBeUndefined()
    expect(findEndpoint({ mount, path: '/x/identity' }, true)).toEqual({ name: 'identity', mount, pathSecret: 'x' })
  })
})
