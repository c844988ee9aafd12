import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { list, objectOf, optionalNumber, optionalText, text, type FieldsOf } from './fields'

interface Ours {
  readonly id: string
  readonly count?: number
  readonly tags: readonly string[]
}
interface Wire {
  id: string
  count?: number | null
  tags?: string[] | null
}

const fields = { id: text, count: optionalNumber, tags: list(z.string()) } satisfies FieldsOf<Ours, Wire>

describe('the pin between a schema and the generated types', () => {
  // These are checked by the compiler: an unused `@ts-expect-error` fails the type check.
  it('does not compile where the wire says another type', () => {
    // @ts-expect-error `count` is text on this wire.
    const pinned = fields satisfies FieldsOf<Ours, Omit<Wire, 'count'> & { count?: string }>
    expect(Object.keys(pinned)).toEqual(['id', 'count', 'tags'])
  })

  it('does not compile where the wire has no such field', () => {
    // @ts-expect-error There is no `count` on this wire.
    const pinned = fields satisfies FieldsOf<Ours, Omit<Wire, 'count'>>
    expect(Object.keys(pinned)).toEqual(['id', 'count', 'tags'])
  })

  it('does not compile where a field of ours is left out', () => {
    // @ts-expect-error `count` is missing.
    const pinned = { id: text, tags: fields.tags } satisfies FieldsOf<Ours, Wire>
    expect(Object.keys(pinned)).toEqual(['id', 'tags'])
  })

  it('does not compile where a field of ours is read as another type', () => {
    // @ts-expect-error `count` is a number of ours.
    const pinned = { ...fields, count: optionalText } satisfies FieldsOf<Ours, Wire>
    expect(Object.keys(pinned)).toEqual(['id', 'count', 'tags'])
  })
})

describe('objectOf', () => {
  it('gives every reading a list of its own', () => {
    const schema = objectOf(fields)
    const [first, second] = [schema.parse({ id: '1' }), schema.parse({ id: '2', tags: null })]
    first.tags.push('changed')
    expect(second.tags).toEqual([])
  })
})
