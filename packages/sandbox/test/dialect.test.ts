import { describe, expect, test } from 'vitest'
import { createSandbox, defaultDialect, dialectSettings, readDialect, settingNames } from '../src/index'

describe('a dialect', () => {
  test('is the first value of every setting where nothing is chosen', () => {
    expect(createSandbox().dialect()).toEqual(defaultDialect)
    for (const name of settingNames) expect(defaultDialect[name]).toBe(dialectSettings[name].values[0])
  })

  test('is chosen for a sandbox, and changed while it runs', () => {
    const sandbox = createSandbox({ dialect: { missingId: 500 } })
    sandbox.changeDialect({ tmpidInList: 'left-out' })
    expect(sandbox.dialect()).toEqual({ ...defaultDialect, missingId: 500, tmpidInList: 'left-out' })
  })

  test('can be typed as name=value', () => {
    expect(readDialect(['missingId=500', 'tmpidInList=left-out'])).toEqual({ missingId: 500, tmpidInList: 'left-out' })
    expect(() => readDialect(['missingId=410'])).toThrow(
      'missingId can be 404, 400, null, 500, nothing, empty-object, and not "410".',
    )
    expect(() => readDialect(['nothing=1'])).toThrow(/^"nothing" is not a setting. The settings are siagh/)
  })

  test('has no value twice, and no value without a fact', () => {
    for (const name of settingNames) {
      const { values, fact } = dialectSettings[name]
      expect(new Set<unknown>(values).size).toBe(values.length)
      expect(values.length).toBeGreaterThan(1)
      expect(fact).toMatch(/^[A-Z][^.]+$/)
    }
  })
})
