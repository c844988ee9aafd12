import { errAsync, okAsync } from 'neverthrow'
import { expect, it } from 'vitest'
import type { StoreUnavailable } from '../errors'
import type { Mapping, Store } from '../ports/store'
import { readMappings } from './mapping-table'

const mapping = (id: string, code?: string): Mapping => ({
  key: { company: 'default', kind: 'identity', id },
  state: code === undefined ? 'intent' : 'linked',
  fingerprint: '',
  detail: {},
  version: 1,
  updatedAt: 1,
  ...(code !== undefined && { siagh: { code } }),
})

const unavailable: StoreUnavailable = { kind: 'store_unavailable', retryable: true, message: 'the store is away' }

/** A list of mappings in pages of two; it fails where `failsAt` begins a page. */
function storeOf(mappings: readonly Mapping[], failsAt = Infinity) {
  const list: Store['mappings']['list'] = (_company, _filter, { after }) => {
    const start = Number(after ?? 0)
    if (start >= failsAt) return errAsync(unavailable)
    const items = mappings.slice(start, start + 2)
    return okAsync({ items, ...(start + 2 < mappings.length && { next: String(start + 2) }) })
  }
  return { mappings: { list } }
}

const read = (mappings: readonly Mapping[], failsAt?: number) =>
  readMappings({ store: storeOf(mappings, failsAt), company: 'default' }, ({ version }) => ({ version }))

it('finds what was kept of a mapping by the identity, and the identity by the contact', async () => {
  const table = (await read([mapping('a', '5'), mapping('b'), mapping('c', '6')])).unwrapOr(undefined)
  expect(table?.get('b')).toEqual({ id: 'b', version: 1 })
  expect(table?.get('d')).toBeUndefined()
  expect([5, 6, 7].map((code) => table?.ownerOf(code))).toEqual(['a', 'c', undefined])
  expect([...(table?.rows() ?? [])].map(({ id }) => id)).toEqual(['a', 'b', 'c'])
})

it('fails where one page cannot be read', async () => {
  const table = await read([mapping('a', '5'), mapping('b'), mapping('c', '6')], 2)
  expect(table.isErr() && table.error.kind).toBe('store_unavailable')
})
