import { describe, expect, it } from 'vitest'
import { readReasons } from './read-reasons'

describe('readReasons', () => {
  it('reads the message and the details of a structured error', () => {
    const body = {
      code: 'ValidationFailed',
      message: 'اطلاعات نامعتبر است',
      errorDetails: [
        { statusCode: 12, field: 'nationalCode', message: 'کد ملی تکراری است' },
        { statusCode: 13, field: null, message: 'موبایل تکراری است' },
      ],
    }
    expect(readReasons(body)).toEqual([
      { message: 'اطلاعات نامعتبر است' },
      { message: 'کد ملی تکراری است', field: 'nationalCode' },
      { message: 'موبایل تکراری است' },
    ])
  })

  it('reads a message, a bare string and plain text', () => {
    expect(readReasons({ message: 'تکراری' })).toEqual([{ message: 'تکراری' }])
    expect(readReasons('تکراری')).toEqual([{ message: 'تکراری' }])
    expect(readReasons({ errorDetails: ['تکراری'] })).toEqual([{ message: 'تکراری' }])
  })

  it('says a repeated reason once', () => {
    expect(readReasons({ message: 'تکراری', errorDetails: [{ message: 'تکراری' }] })).toEqual([{ message: 'تکراری' }])
  })

  it.each([
    undefined,
    null,
    '',
    '  \n',
    42,
    true,
    [],
    {},
    { message: null, errorDetails: null },
    { message: 42, errorDetails: [{ message: {} }, null, 7] },
  ])('finds no reason in %j', (body) => {
    expect(readReasons(body)).toEqual([])
  })

  it.each([
    '<!DOCTYPE html><html><body>500</body></html>',
    '\uFEFF <html><head><title>IIS 10.0 Detailed Error</title></head></html>',
    'Server Error\n<html><body>stack</body></html>',
    { message: '<html><body>stack</body></html>' },
  ])('never quotes an HTML page', (body) => {
    expect(readReasons(body)).toEqual([])
  })

  it('cuts a long reason to 500 characters, and never through one', () => {
    const [long] = readReasons('ب'.repeat(10_000))
    expect(long?.message).toHaveLength(500)
    expect(long?.message.endsWith('…')).toBe(true)
    const [emoji] = readReasons('x' + '😀'.repeat(400))
    expect(emoji?.message).not.toMatch(/\p{Surrogate}/u)
    expect(emoji?.message.length).toBeLessThanOrEqual(500)
    const [field] = readReasons({ errorDetails: [{ message: 'no', field: 'f'.repeat(1_000) }] })
    expect(field?.field).toHaveLength(500)
  })

  it('gives at most 20 reasons', () => {
    const errorDetails = Array.from({ length: 100 }, (_, index) => ({ message: `reason ${index}` }))
    expect(readReasons({ errorDetails })).toHaveLength(20)
  })
})
