import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answerParent } from '../child/answer-parent'

const session = JSON.stringify({ SessionId: '0f1e2d3c4b5a69788796a5b4c3d2e1f0', UserCode: 12, FiscalYear: 1404 })
const saved = JSON.stringify({
  Errors: [],
  FinalMessages: [],
  ReturnValue: true,
  ReturnCode: '8356',
  ReturnParams: '8356',
})

/** Answers as Siagh does, with as little work as can be: what is measured is who calls it. */
const server = createServer((request, response) => {
  request.resume()
  request.on('end', () => {
    const body = request.url === '/GeneralApi/LoginUser' ? session : saved
    response.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
    })
    response.end(body)
  })
})

const commands = {
  /** Listens on a free port of the loopback interface. */
  async listen(): Promise<string> {
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  },
}

/** The commands of this process. */
export type SiaghCommands = typeof commands

answerParent(commands)
