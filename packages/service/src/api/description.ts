import { CSRF_HEADER } from './access/identify'

/** What the OpenAPI document says of the API as a whole. */
export const description = {
  openapi: '3.1.0',
  info: {
    title: 'siagh-sync operator API',
    version: '1',
    license: { name: 'MIT', identifier: 'MIT' },
    description: [
      'For the people who look after the synchronisation, for their page, and for programs.',
      'Messages are in the language of `?lang=fa` or `Accept-Language`. Their codes are the same in every language.',
      'Times are milliseconds since 1970-01-01T00:00:00Z.',
      `A call with a cookie that changes something needs the header \`${CSRF_HEADER}\`, from \`GET /api/session\`.`,
    ].join('\n\n'),
  },
  servers: [{ url: '/' }],
  security: [{ token: [] }, { session: [] }],
  tags: [
    { name: 'Sign in', description: 'Sessions of people.' },
    { name: 'Look', description: 'What a viewer may do.' },
    { name: 'Decide', description: 'What only an operator may do.' },
  ],
}
