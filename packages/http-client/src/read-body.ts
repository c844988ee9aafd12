/** The body as text (UTF-8, without its byte order mark), or `too_large`; rejects as the stream does. */
export async function readBody(response: Response, maxBytes: number): Promise<string | 'too_large'> {
  const declared = Number(response.headers.get('content-length') ?? Number.NaN)
  if (declared > maxBytes) return 'too_large'
  // The platform holds a plain body to its declared length; a compressed one may unfold to anything.
  if (!Number.isNaN(declared) && !response.headers.has('content-encoding')) return response.text()
  return response.body === null ? '' : readStream(response.body, maxBytes)
}

async function readStream(body: NonNullable<Response['body']>, maxBytes: number): Promise<string | 'too_large'> {
  const decoder = new TextDecoder()
  const parts: string[] = []
  let bytes = 0
  for await (const chunk of body) {
    bytes += chunk.byteLength
    if (bytes > maxBytes) return 'too_large'
    parts.push(decoder.decode(chunk, { stream: true }))
  }
  parts.push(decoder.decode())
  return parts.join('')
}
