import { connect } from 'node:net'
import express, { type Express } from 'express'
import { describe, expect, it } from 'vitest'
import { id, json, read, serve } from '../test/serve'

const change = { kind: 'identity', id, event: 'update', type: 'person' }
const body = { identityId: id, action: 'update', identityType: 'Person' }

describe('behind parsers of the application', () => {
  const parsers: [string, (app: Express) => void][] = [
    ['none', () => {}],
    ['express.json', (app) => app.use(express.json())],
    ['express.raw', (app) => app.use(express.raw({ type: () => true }))],
    ['express.text', (app) => app.use(express.text({ type: () => true }))],
    ['express.urlencoded', (app) => app.use(express.urlencoded({ extended: true }))],
  ]

  it.each(parsers)('reads JSON and forms: %s', async (_name, prepare) => {
    const { crm, changes } = await serve({}, prepare)
    expect((await fetch(`${crm}/identity`, json(body))).status).toBe(202)
    expect((await fetch(`${crm}/identity`, { method: 'POST', body: new URLSearchParams(body) })).status).toBe(202)
    expect(changes).toEqual([change, change])
  })

  it('refuses the objects and lists that an extended form parser makes', async () => {
    const { crm, changes } = await serve({}, (app) => app.use(express.urlencoded({ extended: true })))
    for (const form of [`identityId[a]=${id}`, `identityId[]=${id}`, `identityId=${id}&identityId=${id}x`]) {
      const answer = await read(fetch(`${crm}/identity`, { method: 'POST', body: new URLSearchParams(form) }))
      expect(answer).toMatchObject({ status: 400, body: { issues: [{ path: 'identityId', message: 'is not text' }] } })
    }
    expect(changes).toEqual([])
  })
})

describe('a body that breaks off', () => {
  it('notes nothing and harms nobody', async () => {
    const { crm, port, changes, leaked } = await serve()
    const socket = connect(port, '127.0.0.1')
    socket.write(
      'POST /webhook/crm/identity HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{"id',
    )
    await new Promise((resolve) => setTimeout(resolve, 50))
    socket.destroy()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect((await fetch(`${crm}/identity`, json(body))).status).toBe(202)
    expect(changes).toEqual([change])
    expect(leaked).toEqual([])
  })
})
