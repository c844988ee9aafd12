import { expect, it } from 'vitest'
import { createLikenessIndex } from './likeness-index'

it('finds every record that is alike in some way, each once a way', () => {
  const index = createLikenessIndex()
  index.add({ nationalCode: '0013542419', mobiles: ['09120000001', '09120000002'], nameAndPhones: ['سارا\n1'] }, 0)
  index.add({ mobiles: ['09120000002'], nameAndPhones: [] }, 1)
  const likeness = {
    nationalCode: '0013542419',
    mobiles: ['09120000001', '09120000002'],
    nameAndPhones: ['سارا\n1', 'سارا\n2'],
  }
  expect(index.alike(likeness)).toEqual({ nationalCode: [0], mobile: [0, 1], nameAndPhone: [0] })
})

it('takes two records without a national code for different ones', () => {
  const index = createLikenessIndex()
  index.add({ mobiles: [], nameAndPhones: [] }, 0)
  expect(index.alike({ mobiles: [], nameAndPhones: [] })).toEqual({ nationalCode: [], mobile: [], nameAndPhone: [] })
})
