import { serve } from '@hono/node-server'

type RouteHandler = (request: Request) => Promise<Response>

/** Calls the handlers that the example exports, as Next.js does: a method without a handler is answered with 405. */
const example = './example.ts'
const route = (await import(example)) as Readonly<Record<string, RouteHandler | undefined>>
const notAllowed = () => new Response(null, { status: 405 })
serve({ fetch: (request) => route[request.method]?.(request) ?? notAllowed(), port: 3000, hostname: '127.0.0.1' })
