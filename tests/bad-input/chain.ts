import { crmWebhooks, sharedSecret } from '@siagh-sync/adapter-express'
import type { EntityKind, SyncErrorKind } from '@siagh-sync/sync-core'
import express from 'express'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished } from 'vitest'
import { callsTo, onlyFailure, sara, twoLines, untilHandled, world, type World, type WorldOptions } from '../flow/world'
import { expectOk } from '../../test-support/results'

/** What the CRM's administrator has typed into the URL of the webhooks. */
export const secret = 'a-secret-of-the-webhooks'

/** No record of the sandbox has it. */
export const unknownId = '2b1f0c6e-0000-4000-8000-00000000dead'

/** A world with workers, and its webhooks' router in an Express application that listens on the loopback. */
export async function chain(options: WorldOptions = {}) {
  const the = world(options)
  const app = express()
  app.use('/webhook/crm', crmWebhooks({ sync: the.sync, auth: sharedSecret(secret), logger: the.logger }))
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  expectOk(await the.sync.start())

  const { port } = server.address() as AddressInfo
  const urlOf = (kind: string, query = '') => `http://127.0.0.1:${port}/webhook/crm/${kind}?secret=${secret}&${query}`
  /** Sends what the CRM sends. */
  const get = (kind: string, query: string) => answerTo(fetch(urlOf(kind, query)))
  /** Sends what middleware sends; a text goes out as it is. */
  const post = (kind: string, body: unknown, type = 'application/json') => {
    const text = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body)
    return answerTo(fetch(urlOf(kind), { method: 'POST', headers: { 'content-type': type }, body: text }))
  }
  const before = JSON.stringify(the.sandbox.siagh.contacts())
  return { ...the, port, urlOf, get, post, contactsBefore: before }
}

export type Chain = Awaited<ReturnType<typeof chain>>

async function answerTo(request: Promise<Response>) {
  const response = await request
  const text = await response.text()
  return { status: response.status, text, body: text === '' ? undefined : JSON.parse(text) }
}

/** The webhook left no trace: nothing is noted, neither server was asked for anything, and no secret is in the log. */
export async function expectRefusedWithoutTrace({ sync, sandbox, logger }: World): Promise<void> {
  expect(expectOk(await sync.status())).toMatchObject({ pending: 0, failed: 0, running: 0 })
  expect(expectOk(await sync.history()).items).toEqual([])
  expect([...sandbox.crm.requests(), ...sandbox.siagh.requests()]).toEqual([])
  expectQuietLog({ logger })
}

/** Siagh was not asked to save anything. */
export function expectNothingWritten({ sandbox: { siagh } }: Pick<World, 'sandbox'>): void {
  expect({ contacts: callsTo(siagh, 'saveContact'), preInvoices: callsTo(siagh, 'savePreInvoice') }).toEqual({
    contacts: 0,
    preInvoices: 0,
  })
}

/** None of these texts, and no secret, stands in the log. */
export function expectQuietLog({ logger }: Pick<World, 'logger'>, texts: readonly string[] = []): void {
  const log = JSON.stringify(logger.lines)
  for (const text of [secret, 'سارا', '09120001234', '۰۹۱۲۰۰۰۱۲۳۴', 'sara@example.com', '0012345679', ...texts]) {
    expect(log).not.toContain(text)
  }
}

/** Sends a webhook about a record and waits until it is handled. */
export async function sendAndHandle(the: Chain, kind: EntityKind, id: string, event = 'Insert'): Promise<void> {
  expect((await the.get(kind, `event=${event}&id=${id}`)).status).toBe(202)
  await untilHandled(the)
}

/**
 * Sends a webhook about a record that cannot go to Siagh: the record stands alone among the failures, with this kind of error and
 * this place in its details, the journal tells the kind, and nothing was written.
 */
export async function expectFailure(
  the: Chain,
  ref: { kind: EntityKind; id: string },
  error: SyncErrorKind,
  place: string,
) {
  await sendAndHandle(the, ref.kind, ref.id)
  const failure = await onlyFailure(the.sync)
  expect(failure).toMatchObject({ key: ref, error: { kind: error } })
  expect(`${failure?.error?.message} ${failure?.error?.details.join(' ')}`).toContain(place)
  expect(expectOk(await the.sync.history({ id: ref.id })).items[0]).toMatchObject({ error })
  return failure
}

/** An invoice of a new customer. `fields` may be of any shape, as an answer of the CRM may. */
export function invoiceOf(the: Pick<World, 'sandbox'>, fields: object, customer: object = sara) {
  const identityId = the.sandbox.crm.createPerson(customer)
  const id = the.sandbox.crm.createInvoice({ identityId, crmObjectTypeCode: 'PI_5', details: twoLines, ...fields })
  return { kind: 'invoice' as const, id, customer: identityId }
}

/** An invoice whose first line differs from a good one by `fields`. */
export function lineOf(the: Pick<World, 'sandbox'>, fields: object) {
  return invoiceOf(the, { details: [{ ...twoLines[0], ...fields }, twoLines[1]] })
}
