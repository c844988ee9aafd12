import { expect, it } from 'vitest'
import { ROOT } from './copy-repository'
import { applyMutant, listMutants } from './patches'

it('has at least a dozen planted faults', () => {
  expect(listMutants().length).toBeGreaterThanOrEqual(12)
})

it.each(listMutants())('%s still fits the code', (name) => {
  expect(applyMutant(name, ROOT, ['--check'])).toBeUndefined()
})
