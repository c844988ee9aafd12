import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contact } from '../../test/samples'
import { splitPairs } from '../../test/split-pairs'
import { toContactForm } from './contact-form'

describe('toContactForm', () => {
  it('writes a name that tries to switch the contact off into the name alone', () => {
    const form = toContactForm({ ...contact, fullname: 'Ali|gn_web_users.isactive=0' })
    const pairs = splitPairs(form.ctrlValues)
    expect(pairs.filter(([name]) => name === 'gn_web_users.isactive')).toEqual([['gn_web_users.isactive', '1']])
    expect(pairs).toContainEqual(['gn_web_users.fullname', 'Ali¦gn_web_users.isactive=0'])
  })

  it('sends the same names in the same order, whatever the values are', () => {
    const expected = splitPairs(toContactForm(contact).ctrlValues).map(([name]) => name)
    const anything = fc.string({ unit: 'binary' })
    fc.assert(
      fc.property(anything, anything, anything, (fullname, address, tozihat) => {
        const form = toContactForm({ ...contact, fullname, address, tozihat })
        expect(splitPairs(form.ctrlValues).map(([name]) => name)).toEqual(expected)
      }),
    )
  })

  it('names the contact in both places in an update, and in neither in a create', () => {
    const update = toContactForm(contact, 8356)
    expect(splitPairs(update.ctrlValues)[0]).toEqual(['Param1', '8356'])
    expect(update.parameters).toBe('CodeMain=8356')

    const create = toContactForm(contact)
    expect(create.ctrlValues).not.toContain('Param1')
    expect(create.parameters).toBe('CodeMain=')
  })

  it('sends nothing that is not a field of the form', () => {
    const wider = { ...contact, Param1: '1', isadminuser: true }
    expect(toContactForm(wider)).toEqual(toContactForm(contact))
  })
})
