import { describe, expect, test } from 'vitest'
import { chooseAddress } from './choose-address'

describe('the address of a contact', () => {
  test.each([
    [{ state: 'تهران', city: 'تهران', address: 'خیابان نمونه' }, 'تهران، خیابان نمونه'],
    [{ state: 'فارس', city: 'شیراز', address: 'خیابان نمونه' }, 'فارس، شیراز، خیابان نمونه'],
    [{ state: 'فارس', city: 'شیراز', address: 'شيراز، خیابان نمونه' }, 'فارس، شیراز، خیابان نمونه'],
    [
      { state: 'فارس', city: 'شیراز', address: 'استان فارس، شهر شیراز، خیابان نمونه' },
      'استان فارس، شهر شیراز، خیابان نمونه',
    ],
    [{ state: 'تهران', city: 'تهران', address: 'تهران خیابان نمونه' }, 'تهران خیابان نمونه'],
    [{ state: 'خراسان رضوی', city: 'مشهد', address: 'خیابان تهران' }, 'خراسان رضوی، مشهد، خیابان تهران'],
    [{ city: 'یزد' }, 'یزد'],
    [{ state: '\u200F', address: ' ' }, ''],
  ])('%j', (contact, address) => {
    expect(chooseAddress([contact]).address).toBe(address)
  })

  test('the default address is taken, or the first that says anything', () => {
    expect(chooseAddress([{ address: 'یک' }, { address: 'دو', default: true }]).address).toBe('دو')
    expect(chooseAddress([{ default: true }, { address: 'یک' }, { address: 'دو' }]).address).toBe('یک')
    expect(chooseAddress([])).toEqual({ address: '', pocode: '', isCodeLost: false })
  })

  test('a postal code is digits; one with letters stays as it is', () => {
    expect(chooseAddress([{ zipCode: '۱۲۳۴۵-۶۷۸۹۰' }]).pocode).toBe('1234567890')
    expect(chooseAddress([{ zipCode: 'SW1A 1AA' }]).pocode).toBe('SW1A 1AA')
  })
})
