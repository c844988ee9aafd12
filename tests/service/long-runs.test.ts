import { describe, expect, it, onTestFinished } from 'vitest'
import { openStage } from '../../demo/src/stage'
import { until } from '../../test-support/until'

const UNKNOWN = '2b1f0c6e-0000-4000-8000-000000000001'

async function open() {
  const stage = await openStage()
  onTestFinished(() => stage.close())
  const call = async (path: string, body?: unknown) => {
    const response = await fetch(`${stage.service.url}/api/companies/default/runs${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${stage.token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return { status: response.status, json: JSON.parse(await response.text()) }
  }
  const ended = async (id: string) => {
    await until('the run has ended', async () => (await call(`/${id}`)).json.state !== 'running')
    return call(`/${id}`)
  }
  return { ...stage, call, ended }
}

describe('long work over the API', () => {
  it('says what an import would do, then does it, with the decisions of a person', async () => {
    const { sandbox, call, ended } = await open()
    const [first, second] = sandbox.siagh.contacts()
    const before = sandbox.crm.identities().length

    const dry = await call('', { work: 'import' })
    expect(dry).toMatchObject({ status: 200, json: { work: 'import', writes: false, state: 'running' } })
    const plan = (await ended(dry.json.id)).json
    expect(plan).toMatchObject({ state: 'finished', report: { dryRun: true, complete: true } })
    expect(sandbox.crm.identities()).toHaveLength(before)

    const decisions = { [String(first?.Code)]: 'skip' }
    const real = await call('', { work: 'import', apply: true, decisions })
    expect((await ended(real.json.id)).json).toMatchObject({
      state: 'finished',
      writes: true,
      report: { dryRun: false },
    })
    const refIds = sandbox.crm.identities().map(({ refId }) => refId)
    expect(refIds).toContain(second?.RecordId)
    expect(refIds).not.toContain(first?.RecordId)
    expect((await call('')).json.items).toMatchObject([{ id: real.json.id }, { id: dry.json.id }])
  })

  it('compares both sides, page by page', async () => {
    const { call, ended } = await open()
    const { id } = (await call('', { work: 'reconcile' })).json
    const run = (await ended(id)).json
    expect(run).toMatchObject({ work: 'reconcile', writes: false, state: 'finished' })
    expect(run.items).toBeGreaterThan(1)
    const page = (await call(`/${id}/items?limit=1&from=1`)).json
    expect(page).toMatchObject({ total: run.items, items: [{ kind: 'only_in_siagh' }] })
  })

  it('is done once at a time, and can be stopped', async () => {
    const { sandbox, call, ended } = await open()
    sandbox.crm.faults.set('away')
    const begun = (await call('', { work: 'import' })).json
    expect(await call('', { work: 'import' })).toMatchObject({ status: 409, json: { error: 'already_running' } })
    expect((await call(`/${begun.id}/stop`, {})).status).toBe(200)
    const run = (await ended(begun.id)).json
    expect(['stopped', 'failed']).toContain(run.state)
  })

  it.each([
    ['', { work: 'delete everything' }, 400],
    ['', { work: 'import', decisions: { one: 'skip' } }, 400],
    ['', { work: 'import', decisions: { 1: { link: 'no id' } } }, 400],
    [`/${UNKNOWN}`, undefined, 404],
    [`/${UNKNOWN}/items`, undefined, 404],
    [`/${UNKNOWN}/stop`, {}, 404],
    ['/nothing', undefined, 400],
  ])('refuses what it does not understand or know: %s', async (path, body, status) => {
    const { call } = await open()
    expect((await call(path, body)).status).toBe(status)
  })
})
