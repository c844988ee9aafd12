import { expect, it } from 'vitest'
import type { Sandbox } from '@siagh-sync/sandbox'
import { bundleOf } from '../src'
import { shapeOf } from '../src/bundle/shape-of'
import { filledSandbox, probeOf } from './probed'

it.each([
  ['PI_5', 'AA_9'],
  ['شرکت ۱۲', 'بببب 99'],
  ['a@b', 'a?a'],
  ['x'.repeat(99), 'a'.repeat(40)],
])('%s has the shape %s', (text, shape) => {
  expect(shapeOf(text)).toBe(shape)
})

/** Every text of the records, and the words in it, in the letters that they are written in. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value, ...value.split(/[\s\u200c،-]+/)]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsOf)
}

/** Fields whose values are ours or the vendor's, and the same for everybody. */
const VENDORS = /Index|Date|Type$|^gender$|Percent/

/** Kinds of record and of number, which the bundle names itself. */
const OUR_WORDS = new Set(['person', 'organization', 'Mobile'])

function personal({ siagh, crm }: Sandbox): ReadonlySet<string> {
  const records = [...siagh.contacts(), ...crm.identities(), ...crm.documents()]
  const texts = records.flatMap((record) =>
    Object.entries(record).flatMap(([field, value]) => (VENDORS.test(field) ? [] : textsOf(value))),
  )
  return new Set(texts.filter((text) => text.length > 3 && !OUR_WORDS.has(text)))
}

it('holds nothing of the people, companies and documents of the servers', async () => {
  const sandbox = filledSandbox()
  sandbox.crm.createPerson({
    nickName: 'نگار آزمون‌پور',
    crmObjectTypeCode: 'مشتریان-آزمون‌پور',
    categories: [{ key: 'agent-azmoonpour', name: 'معرف آزمون‌پور' }],
    extendedProperties: [{ userKey: 'note_of_azmoonpour', value: 'محرمانه' }],
    customerNumber: 'AZMOON-17',
    refId: 'azmoon-ref',
  })
  const texts = personal(sandbox)
  expect(texts.size).toBeGreaterThan(300)
  const report = await probeOf(sandbox)
  // Otherwise the search below would prove nothing.
  expect(JSON.stringify(report)).toContain('note_of_azmoonpour')
  const bundle = JSON.stringify(bundleOf(report))
  expect(bundle.length).toBeGreaterThan(3_000)
  expect([...texts].filter((text) => bundle.includes(text))).toEqual([])
})

it('holds neither addresses nor users, even of servers that are away', async () => {
  const sandbox = filledSandbox()
  sandbox.siagh.faults.set('away')
  sandbox.crm.faults.set('error500', { operation: 'search' })
  const bundle = JSON.stringify(bundleOf(await probeOf(sandbox)))
  for (const secret of [sandbox.siagh.url, sandbox.crm.url, sandbox.siagh.username, sandbox.crm.username]) {
    expect(bundle).not.toContain(secret)
  }
})
