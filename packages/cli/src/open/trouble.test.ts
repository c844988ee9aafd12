import { expect, it, vi } from 'vitest'
import { troubleTeller } from './trouble'
import { createSpeech } from '../speech/speech'

it('reports a server that does not answer once in half a minute, separately for each server', () => {
  vi.useFakeTimers()
  const said: string[] = []
  const tell = troubleTeller((text) => said.push(text), createSpeech({ language: 'en', digits: 'latin' }))
  const retry = { kind: 'retry', attempt: 1, delayMs: 10, reason: 'ECONNREFUSED' } as const
  tell({ ...retry, system: 'siagh' })
  tell({ ...retry, system: 'siagh', attempt: 2 })
  tell({ ...retry, system: 'crm', reason: 'HTTP 503' })
  tell({ kind: 'login', system: 'crm', outcome: 'ok' })
  expect(said).toEqual([
    'Siagh does not answer (ECONNREFUSED); it is tried again.',
    'The CRM does not answer (HTTP 503); it is tried again.',
  ])
  vi.advanceTimersByTime(30_000)
  tell({ ...retry, system: 'siagh' })
  expect(said).toHaveLength(3)
  vi.useRealTimers()
})

it.each(['NO_CODE', 'timeout', 'too_large', 'undecodable'])('tells the reason %s of the client in words', (reason) => {
  const said: string[] = []
  const tell = troubleTeller((text) => said.push(text), createSpeech({ language: 'fa', digits: 'latin' }))
  tell({ kind: 'retry', system: 'crm', attempt: 1, delayMs: 10, reason })
  expect(said).toEqual([expect.stringMatching(/^پیام‌گستر پاسخ نمی‌دهد \([^A-Za-z]+\)؛/)])
})
