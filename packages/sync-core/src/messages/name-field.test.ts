import { expect, it } from 'vitest'
import { coreMessages } from './core-messages'
import { nameField } from './name-field'
import { render } from './render'

const inWords = (path: string) => {
  const named = nameField(path)
  return typeof named === 'string'
    ? named
    : (['en', 'fa'] as const).map((language) => render(coreMessages, language, named))
}

it.each([
  ['details.0.count', ['line 1, quantity (details.0.count)', 'ردیف 1، تعداد (details.0.count)']],
  ['nickName', ['name (nickName)', 'نام (nickName)']],
  ['details', ['lines (details)', 'ردیف‌ها (details)']],
  ['rules.preInvoice.customer', 'rules.preInvoice.customer'],
  ['called', 'called'],
])('names %s as people call it', (path, expected) => {
  expect(inWords(path)).toEqual(expected)
})
