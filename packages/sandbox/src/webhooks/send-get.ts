import { Agent as HttpAgent, get as httpGet } from 'node:http'
import { Agent as HttpsAgent, get as httpsGet } from 'node:https'

const timeoutMs = 10_000
const agentOptions = { keepAlive: true, maxSockets: 16 }
const httpAgent = new HttpAgent(agentOptions)
const httpsAgent = new HttpsAgent(agentOptions)

/**
 * Sends a GET with no header but `host` and `connection`, as the CRM does (`fetch` would add a user agent). Rejects where no
 * answer comes within ten seconds.
 */
export const sendGet = (url: string): Promise<{ readonly status: number }> =>
  new Promise((resolve, reject) => {
    const request = url.startsWith('https:')
      ? httpsGet(url, { agent: httpsAgent, timeout: timeoutMs })
      : httpGet(url, { agent: httpAgent, timeout: timeoutMs })
    request.on('response', (response) => {
      response.resume()
      response.on('end', () => resolve({ status: response.statusCode ?? 0 }))
      response.on('error', reject)
    })
    request.on('timeout', () => request.destroy(new Error('No answer within ten seconds')))
    request.on('error', reject)
  })
