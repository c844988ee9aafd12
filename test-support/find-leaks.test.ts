import { describe, expect, it } from 'vitest'
import { findLeaks } from './find-leaks'

describe('findLeaks', () => {
  it('finds a secret in the middle of a line and shows the line without it', () => {
    expect(findLeaks('one\nsession=A1B2C3D4;\nthree', ['A1B2C3D4'])).toEqual([
      { secret: 'A1B…', line: 'session=A1B…;' },
    ])
  })

  it('finds a secret that was URL-encoded on its way', () => {
    expect(findLeaks('GET /webhook?secret=se%20cr%2Fet', ['se cr/et'])).toHaveLength(1)
  })

  it('reports each secret once for each line, however often it was noted', () => {
    expect(findLeaks('first-secret second-secret', ['first-secret', 'second-secret', 'first-secret'])).toHaveLength(2)
  })

  it('says nothing about output that holds no secret', () => {
    expect(findLeaks('created contact 1042', ['A1B2C3D4'])).toEqual([])
  })

  it('does not take a text that is too short to be told from a word for a secret', () => {
    expect(findLeaks('a pass was made', ['pass', ''])).toEqual([])
  })
})
