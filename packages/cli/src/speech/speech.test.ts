import { describe, expect, it } from 'vitest'
import { chooseLanguage } from './choose-language'
import { fieldList } from './field-words'
import { createSpeech, durationSaying } from './speech'

describe('chooseLanguage', () => {
  it.each([
    [['status'], {}, 'en'],
    [['status'], { LANG: 'fa_IR.UTF-8' }, 'fa'],
    [['status'], { LANG: 'fa' }, 'fa'],
    [['status'], { LANG: 'fat_GH' }, 'en'],
    [['status'], { LC_ALL: 'C', LANG: 'fa_IR' }, 'en'],
    [['status'], { LC_ALL: '', LC_MESSAGES: 'fa_IR', LANG: 'en_US' }, 'fa'],
    [['status', '--lang', 'fa'], { LANG: 'en_US' }, 'fa'],
    [['status', '--lang=en'], { LANG: 'fa_IR' }, 'en'],
    [['status', '--lang', 'en', '--lang', 'fa'], {}, 'fa'],
    [['history', '--', '--lang', 'fa'], {}, 'en'],
  ] as const)('%j with %j is %s', (args, env, language) => {
    expect(chooseLanguage(args, env)).toEqual({ language, digits: 'latin' })
  })
})

describe('a speech', () => {
  const at = Date.parse('2025-11-25T14:03:20Z')
  const english = createSpeech({ language: 'en', digits: 'latin' })
  const persian = createSpeech({ language: 'fa', digits: 'latin' })
  const withDigits = createSpeech({ language: 'fa', digits: 'fa' })

  it('tells the time in Tehran, by the calendar of the language', () => {
    expect(english.minute(at)).toBe('2025-11-25 17:33')
    expect(persian.second(at)).toBe('1404/09/04 17:33:20')
    expect(withDigits.minute(at)).toBe('۱۴۰۴/۰۹/۰۴ ۱۷:۳۳')
  })

  it('is of the next day in Tehran while it is still the day before elsewhere', () => {
    expect(persian.minute(Date.parse('2026-03-20T20:30:00Z'))).toBe('1405/01/01 00:00')
  })

  it('writes numbers with Persian digits where asked, and ids never', () => {
    const saying = { code: 'not_among_failures', params: { id: '2b1f0c6e-0000-4000-8000-000000000001' } }
    expect(withDigits.tell(saying)).toContain('2b1f0c6e-0000-4000-8000-000000000001')
    expect(withDigits.say('records_retried', { count: 12 })).toContain('۱۲')
  })

  it('names fields by the words of the language, where it has any', () => {
    expect(fieldList(persian, ['fullname', 'mobileno', 'of_a_newer_version'])).toBe('نام، موبایل، of_a_newer_version')
    expect(fieldList(english, ['fullname', 'mobileno'])).toBe('fullname, mobileno')
  })

  it('tells the times within a message as all others', () => {
    const saying = { code: 'file_in_use_until', params: { place: 'a.db', time: '2025-11-25T14:03:20.000Z' } }
    expect(english.tell(saying)).toContain('until 2025-11-25 17:33:20;')
    expect(persian.tell({ code: 'cannot_start', params: { reason: saying } })).toContain('تا 1404/09/04 17:33:20 ادامه')
  })

  it.each([
    [59_999, '59 s', '59 ثانیه'],
    [3_600_000, '1 h', '1 ساعت'],
    [2 * 86_400_000, '2 d', '2 روز'],
    [-5, '0 s', '0 ثانیه'],
  ])('tells a time of %d ms', (ms, inEnglish, inPersian) => {
    expect(english.tell(durationSaying(ms))).toBe(inEnglish)
    expect(persian.duration(ms)).toBe(inPersian)
  })
})
