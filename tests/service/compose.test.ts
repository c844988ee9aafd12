import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { settings } from '@siagh-sync/service'
import { configFrom } from './trial/start'

const service = z.object({
  profiles: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  ports: z.array(z.string()).default([]),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  deploy: z.object({ replicas: z.number() }).optional(),
  stop_grace_period: z.string().optional(),
  command: z.array(z.string()).optional(),
  healthcheck: z.unknown().optional(),
})

const text = readFileSync(join(import.meta.dirname, '../../docker/docker-compose.yml'), 'utf8')
const { services } = z.object({ services: z.record(z.string(), service) }).parse(parse(text, { merge: true }))
const isOurs = (name: string) => /^(app|web|worker)/.test(name)
const inProfile = (profile: string) =>
  Object.entries(services).filter(([, { profiles }]) => profiles === undefined || profiles.includes(profile))

/** The variables of a service as its containers get them, with a password in place of what compose puts there. */
const environmentOf = ({ environment }: z.output<typeof service>) =>
  Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [name, String(value).replace(/\$\{\w+:-\}/g, 'letters1')]),
  )

describe('docker-compose.yml', () => {
  it('gives every service variables that there are', () => {
    const given = Object.entries(services)
      .filter(([name]) => isOurs(name))
      .flatMap(([, { environment }]) => Object.keys(environment))
    expect(given.filter((name) => !settings.some(({ variable }) => variable === name))).toEqual([])
  })

  it('has two web, three workers and the servers that they need in the profile scale, and no app', () => {
    const counts = inProfile('scale').map(([name, { deploy }]) => [name, deploy?.replicas ?? 1])
    expect(counts).toEqual([
      ['web-1', 1],
      ['web-2', 1],
      ['worker', 3],
      ['postgres', 1],
      ['redis', 1],
    ])
  })

  it.each(['web-1', 'web-2', 'worker', 'app'])(
    'starts %s with a configuration that the service accepts',
    async (name) => {
      const fromFile = {
        SIAGH_URL: 'http://10.0.0.5',
        SIAGH_USERNAME: 'user',
        SIAGH_PASSWORD: 'word',
        CRM_URL: 'http://10.0.0.6',
        CRM_USERNAME: 'user',
        CRM_PASSWORD: 'word',
        WEBHOOK_SECRET: 'a-secret-of-16-c',
      }
      const found = services[name]
      const config = await configFrom({ ...fromFile, ...(found && environmentOf(found)) })
      expect(config).toMatchObject({
        role: name === 'app' ? 'both' : name.replace(/-\d/, ''),
        webhook: { host: '0.0.0.0' },
      })
      expect(Number.parseInt(found?.stop_grace_period ?? '', 10)).toBeGreaterThan(config.stopSeconds)
    },
  )

  it('waits for servers that can say whether they are healthy', () => {
    const waits = Object.values(services).flatMap(({ depends_on }) => Object.entries(depends_on))
    expect(waits).toHaveLength(6)
    for (const [name, { condition }] of waits) {
      expect(condition).toBe('service_healthy')
      expect(services[name]?.healthcheck).toBeTypeOf('object')
    }
  })

  it('publishes no port twice in a profile, and neither database nor queue', () => {
    for (const profile of ['app', 'scale', 'sandbox']) {
      const ports = inProfile(profile).flatMap(([, { ports }]) => ports.map((port) => port.split(':')[0]))
      expect(new Set(ports).size).toBe(ports.length)
    }
    expect([services['postgres']?.ports, services['redis']?.ports]).toEqual([[], []])
  })

  it('has a Redis that throws nothing away', () => {
    expect(services['redis']?.command).toEqual(expect.arrayContaining(['--maxmemory-policy', 'noeviction']))
  })
})
