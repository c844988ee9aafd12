import { expect, it } from 'vitest'
import { createLogger } from './create-logger'

it('blacks out what could be a secret, at three depths', () => {
  const lines: string[] = []
  const logger = createLogger('info', { write: (line) => void lines.push(line) })
  const secret = { password: 'hidden-1', authorization: 'hidden-2' }
  logger.info({ ...secret, nested: { ...secret, deeper: secret }, key: 'identity/1' }, 'a line')
  expect(lines.join('')).not.toContain('hidden')
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ key: 'identity/1', msg: 'a line', password: '[redacted]' })
})
