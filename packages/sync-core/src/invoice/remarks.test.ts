import { describe, expect, test } from 'vitest'
import { resolveRules } from '../rules'
import { remarksOf } from './remarks'

const rules = resolveRules({ preInvoice: { maxRemarksLength: 300 } })
const id = '265d0000-0000-4000-8000-000000000001'
const document = (description: string) => ({ crmId: id.toUpperCase(), description, details: [] })

describe('the remarks of a pre-invoice', () => {
  test('a document without description still has its marker', () => {
    expect(remarksOf(document(''), [], rules)).toEqual({ remarks: `[CRM ${id}]`, warnings: [] })
  })

  test('a long description is cut with a warning, notes and marker are whole', () => {
    const { remarks, warnings } = remarksOf(document('ش'.repeat(5_000)), ['عوارض: 5 ریال'], rules)
    expect(remarks).toHaveLength(300)
    expect(remarks.startsWith(`[CRM ${id}] شش`)).toBe(true)
    expect(remarks.endsWith('… عوارض: 5 ریال')).toBe(true)
    expect(warnings).toEqual(['remarks_shortened'])
  })

  test('a description that just fits is whole, one character more is not', () => {
    const room = 300 - `[CRM ${id}]`.length - 1
    expect(remarksOf(document('a'.repeat(room)), [], rules).warnings).toEqual([])
    expect(remarksOf(document('a'.repeat(room + 1)), [], rules).remarks).toHaveLength(300)
  })

  test('an emoji is never cut in two', () => {
    const { remarks } = remarksOf(document('😀'.repeat(500)), [], rules)
    expect(remarks).not.toMatch(/\p{Cs}/u)
    const other = remarksOf(document(`a${'😀'.repeat(500)}`), [], rules)
    expect(other.remarks).not.toMatch(/\p{Cs}/u)
  })

  test('line breaks cannot reach Siagh, letters are those of the rules', () => {
    const { remarks } = remarksOf(document('سطر يك\r\nسطر دو'), [], rules)
    expect(remarks).toBe(`[CRM ${id}] سطر یک سطر دو`)
  })
})
