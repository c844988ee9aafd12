import { expect, it } from 'vitest'
import { recordingLogger } from '../test/written'
import { createReport } from './report'

it('says that the engine answers again once, and only after a complaint', () => {
  const { logger, lines } = recordingLogger()
  const report = createReport(logger, 'redis')
  report.healed()
  expect(lines).toEqual([])
  report.failed(new Error('gone'))
  report.failed(new Error('gone'))
  report.healed()
  report.healed()
  expect(lines.map(({ level }) => level)).toEqual(['warn', 'info'])
})

it('does not fill the log where one call fails and the next succeeds', () => {
  const { logger, lines } = recordingLogger()
  const report = createReport(logger, 'redis')
  for (let i = 0; i < 10; i++) {
    report.failed(new Error('gone'))
    report.healed()
  }
  expect(lines).toHaveLength(2)
})
