import { describe, expect, it } from 'vitest'
import { readConfig } from './config'

const complete = {
  SIAGH_URL: 'http://10.0.0.5',
  SIAGH_USERNAME: 'کاربر',
  SIAGH_PASSWORD: ' spaces count ',
  CRM_URL: 'https://crm.example.com',
  CRM_USERNAME: 'webservice',
  CRM_PASSWORD: 'word',
  WEBHOOK_SECRET: 'a-secret-of-16-c',
}

/** The sentences that a wrong environment is answered with. */
function sentencesOf(environment: NodeJS.ProcessEnv): string[] {
  try {
    readConfig(environment)
    return []
  } catch (error) {
    return error instanceof Error ? error.message.split('\n') : []
  }
}

describe('readConfig', () => {
  it('fills in the defaults that .env.example names', () => {
    expect(readConfig(complete)).toEqual({
      ...complete,
      WEBHOOK_SECRET: ['a-secret-of-16-c'],
      HOST: '127.0.0.1',
      PORT: 3000,
      STORE_FILE: 'siagh-sync.db',
      COMPANY: 'default',
      CONCURRENCY: 4,
      LOG_LEVEL: 'info',
      WEBHOOK_TEST: false,
      DEACTIVATE_DELETED: false,
      WRITE_BACK_RECORD_ID: false,
    })
  })

  it('tells everything that is missing at once, a sentence each', () => {
    expect(sentencesOf({})).toEqual([
      'SIAGH_URL must be set.',
      'SIAGH_USERNAME must be set.',
      'CRM_URL must be set.',
      'CRM_USERNAME must be set.',
      'CRM_PASSWORD must be set.',
      'WEBHOOK_SECRET must be set.',
      'SIAGH_PASSWORD or SIAGH_PASSWORD_MD5 must be set.',
    ])
  })

  it('takes an empty variable for one that is not set', () => {
    expect(sentencesOf({ ...complete, CRM_USERNAME: '', SIAGH_PASSWORD: '  ' })).toEqual([
      'CRM_USERNAME must be set.',
      'SIAGH_PASSWORD or SIAGH_PASSWORD_MD5 must be set.',
    ])
    expect(readConfig({ ...complete, PORT: '', OPERATOR_TOKEN: '' })).toMatchObject({ PORT: 3000 })
  })

  it.each([
    ['SIAGH_URL', '10.0.0.5', 'SIAGH_URL must be an address such as http://10.0.0.5.'],
    ['CRM_URL', 'ftp://crm', 'CRM_URL must be an address such as http://10.0.0.5.'],
    ['CRM_URL', 'http://user:word@crm', 'CRM_URL must be an address without user, query and fragment.'],
    ['PORT', 'http', 'PORT must be a number.'],
    ['PORT', '80.5', 'PORT must be a whole number.'],
    ['PORT', '70000', 'PORT must be 65535 or less.'],
    ['CONCURRENCY', '0', 'CONCURRENCY must be 1 or more.'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL must be debug, info, warn, error or silent.'],
    ['WEBHOOK_TEST', 'true', "WEBHOOK_TEST must be 'yes' or 'no'."],
    ['OPERATOR_TOKEN', 'short', 'OPERATOR_TOKEN must hold at least 16 characters.'],
    ['SIAGH_PASSWORD_MD5', 'abc', 'SIAGH_PASSWORD_MD5 must be 32 hexadecimal digits.'],
    [
      'WEBHOOK_SECRET',
      'a-secret-of-16-c,short',
      'WEBHOOK_SECRET must hold at least 16 characters (several secrets: each of them, separated by commas).',
    ],
  ])('says what is wrong with %s=%s', (name, value, sentence) => {
    const environment = { ...complete, ...(name === 'SIAGH_PASSWORD_MD5' && { SIAGH_PASSWORD: '' }), [name]: value }
    expect(sentencesOf(environment)).toEqual([sentence])
  })

  it('does not choose between a password and another one', () => {
    const environment = { ...complete, SIAGH_PASSWORD_MD5: '5F4DCC3B5AA765D61D8327DEB882CF99' }
    expect(sentencesOf(environment)).toEqual(['SIAGH_PASSWORD and SIAGH_PASSWORD_MD5 must not both be set.'])
  })

  it('takes several secrets, for the time in which one replaces the other', () => {
    const { WEBHOOK_SECRET } = readConfig({ ...complete, WEBHOOK_SECRET: 'a-secret-of-16-c, b-secret-of-16-c' })
    expect(WEBHOOK_SECRET).toEqual(['a-secret-of-16-c', 'b-secret-of-16-c'])
  })
})
