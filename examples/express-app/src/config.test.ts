import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { settingNames } from '@siagh-sync/settings'
import { describe, expect, it } from 'vitest'
import { readConfig, variableNames } from './config'

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
      ROLE: 'both',
      WEBHOOK_SECRET: ['a-secret-of-16-c'],
      HOST: '127.0.0.1',
      PORT: 3000,
      STORE_FILE: 'siagh-sync.db',
      DATABASE_SCHEMA: 'siagh_sync',
      QUEUE_PREFIX: 'siagh-sync',
      ACCEPT_NEW_SERVERS: false,
      COMPANY: 'default',
      CONCURRENCY: 4,
      LEASE_SECONDS: 60,
      SWEEP_SECONDS: 60,
      STOP_SECONDS: 30,
      DRAIN_SECONDS: 0,
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
    ['CRM_URL', 'ftp://crm', 'CRM_URL must be an address such as http://10.0.0.6.'],
    ['CRM_URL', 'http://user:word@crm', 'CRM_URL must be an address without user, query and fragment.'],
    ['PORT', 'http', 'PORT must be a number.'],
    ['PORT', '80.5', 'PORT must be a whole number.'],
    ['PORT', '70000', 'PORT must be 65535 or less.'],
    ['CONCURRENCY', '0', 'CONCURRENCY must be 1 or more.'],
    ['ROLE', 'sweeper', 'ROLE must be web, worker or both.'],
    ['LEASE_SECONDS', '0', 'LEASE_SECONDS must be 1 or more.'],
    ['SWEEP_SECONDS', 'often', 'SWEEP_SECONDS must be a number.'],
    ['STOP_SECONDS', '3600', 'STOP_SECONDS must be 600 or less.'],
    ['DRAIN_SECONDS', '-1', 'DRAIN_SECONDS must be 0 or more.'],
    ['DRAIN_SECONDS', '30', 'DRAIN_SECONDS must be less than STOP_SECONDS, which it is a part of.'],
    [
      'DATABASE_SCHEMA',
      'My"Schema',
      'DATABASE_SCHEMA must be of small Latin letters, digits and _, with a letter first.',
    ],
    ['DATABASE_SCHEMA', 'pg_own', 'DATABASE_SCHEMA must not begin with pg_, which PostgreSQL keeps for itself.'],
    ['QUEUE_PREFIX', 'a:b', 'QUEUE_PREFIX must be of Latin letters, digits, _ and -.'],
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

  it.each(['web', 'worker'])('refuses the role %s without a store and a queue that other processes see', (ROLE) => {
    const sentence = `DATABASE_URL must be set for ROLE ${ROLE}: without it the store is a file of this machine, and the queue rings in this process alone.`
    expect(sentencesOf({ ...complete, ROLE })).toEqual([sentence])
    expect(sentencesOf({ ...complete, ROLE, QUEUE_URL: 'redis://127.0.0.1:6379' })).toEqual([sentence])
    expect(sentencesOf({ ...complete, ROLE, DATABASE_URL: 'postgresql://sync@127.0.0.1/sync' })).toEqual([])
  })

  it('refuses a queue that other processes share where the store is a file', () => {
    const [sentence, ...others] = sentencesOf({ ...complete, QUEUE_URL: 'redis://127.0.0.1:6379' })
    expect(sentence).toMatch(/^DATABASE_URL must be set where QUEUE_URL is: /)
    expect(others).toEqual([])
  })

  it('gives every schema a queue of its own, unless it is told which', () => {
    const prefixOf = (given: NodeJS.ProcessEnv) => readConfig({ ...complete, ...given }).QUEUE_PREFIX
    expect(prefixOf({})).toBe('siagh-sync')
    expect(prefixOf({ DATABASE_SCHEMA: 'siagh_sync' })).toBe('siagh-sync')
    expect(prefixOf({ DATABASE_SCHEMA: 'second_company' })).toBe('second-company')
    expect(prefixOf({ DATABASE_SCHEMA: 'second_company', QUEUE_PREFIX: 'mine' })).toBe('mine')
  })

  it('drains where a load balancer may stand in front, and leaves a short stop time for the rest', () => {
    const DATABASE_URL = 'postgresql://sync@127.0.0.1/sync'
    const drainOf = (given: NodeJS.ProcessEnv) => readConfig({ ...complete, DATABASE_URL, ...given }).DRAIN_SECONDS
    expect(['web', 'worker', 'both'].map((ROLE) => drainOf({ ROLE }))).toEqual([3, 0, 0])
    expect(drainOf({ ROLE: 'web', STOP_SECONDS: '2' })).toBe(1)
    expect(drainOf({ ROLE: 'web', DRAIN_SECONDS: '0', STOP_SECONDS: '1' })).toBe(0)
    expect(drainOf({ ROLE: 'both', DRAIN_SECONDS: '15' })).toBe(15)
  })

  it('asks a worker for no webhook secret, and everybody else', () => {
    const without = { ...complete, WEBHOOK_SECRET: '', DATABASE_URL: 'postgres://sync@127.0.0.1/sync' }
    expect(sentencesOf({ ...without, ROLE: 'worker' })).toEqual([])
    expect(sentencesOf({ ...without, ROLE: 'web' })).toEqual(['WEBHOOK_SECRET must be set.'])
    expect(sentencesOf(without)).toEqual(['WEBHOOK_SECRET must be set.'])
  })

  it.each([
    ['DATABASE_URL', 'postgresql://sync:top#secret-1@10.0.0.7/sync'],
    ['DATABASE_URL', 'mysql://sync:secret-number-2@10.0.0.7/sync'],
    ['DATABASE_URL', 'host=10.0.0.7 password=secret-number-3'],
    ['QUEUE_URL', 'http://:secret-number-4@10.0.0.8'],
    ['QUEUE_URL', 'redis://:secret number 5@10.0.0.8:port'],
  ])('says how %s is written, and repeats nothing of what it holds', (name, value) => {
    const DATABASE_URL = 'postgresql://sync@127.0.0.1/sync'
    const [sentence, ...others] = sentencesOf({ ...complete, DATABASE_URL, [name]: value })
    expect(sentence).toMatch(new RegExp(`^${name} must be an address such as \\w+://`))
    expect(sentence).not.toMatch(/secret|number|10\.0\.0\.8(?!:6379)|top/)
    expect(others).toEqual([])
  })
})

describe('.env.example', () => {
  const example = readFileSync(join(import.meta.dirname, '../.env.example'), 'utf8')
  const all = parseEnv(example.replaceAll(/^#(?=\w+=)/gm, ''))
  // Of compose, not of the service.
  delete all['POSTGRES_PASSWORD']

  it('explains every variable', () => {
    expect(Object.keys(all).sort()).toEqual([...variableNames].sort())
  })

  it('has no variable that the reader of .env does not know', () => {
    expect(settingNames).toEqual(expect.arrayContaining([...variableNames]))
  })

  it('shows the defaults that hold', () => {
    expect(readConfig({ ...all, ...complete })).toEqual(readConfig(complete))
  })
})
