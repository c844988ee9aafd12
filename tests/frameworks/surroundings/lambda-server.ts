import { serve } from '@hono/node-server'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { Hono, type Context } from 'hono'

interface LambdaResponse {
  readonly statusCode: number
  readonly headers: Record<string, string>
  readonly body: string
}

const example = './example.ts'
const { handler } = (await import(example)) as { handler: (event: APIGatewayProxyEventV2) => Promise<LambdaResponse> }

/** An event as an HTTP API makes it (payload version 2.0): bodies are text, or base64 when their type is not a known text. */
async function eventOf(context: Context): Promise<APIGatewayProxyEventV2> {
  const { pathname, search, hostname } = new URL(context.req.url)
  const bytes = Buffer.from(await context.req.arrayBuffer())
  const isBase64Encoded = !(context.req.header('content-type') ?? '').startsWith('application/json')
  const body = bytes.length === 0 ? {} : { body: bytes.toString(isBase64Encoded ? 'base64' : 'utf8') }
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: `/prod${pathname}`,
    rawQueryString: search.slice(1),
    headers: context.req.header(),
    isBase64Encoded,
    ...body,
    requestContext: {
      accountId: 'anonymous',
      apiId: 'api',
      domainName: hostname,
      domainPrefix: 'api',
      requestId: 'request',
      routeKey: '$default',
      stage: 'prod',
      time: '28/Nov/2026:00:00:00 +0000',
      timeEpoch: 1,
      http: {
        method: context.req.method,
        path: `/prod${pathname}`,
        protocol: 'HTTP/1.1',
        sourceIp: getConnInfo(context).remote.address ?? '',
        userAgent: context.req.header('user-agent') ?? '',
      },
    },
  }
}

const app = new Hono()
app.all('*', async (context) => {
  const { statusCode, headers, body } = await handler(await eventOf(context))
  return new Response(context.req.method === 'HEAD' ? null : body, { status: statusCode, headers })
})
serve({ fetch: app.fetch, port: 3000, hostname: '127.0.0.1' })
