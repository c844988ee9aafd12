/** The body as text (UTF-8, without its byte order mark); `undefined` if it is too large. Rejects as the stream does. */
export async function readBody(response: Response, maxBytes: number): Promise<string | undefined> {
  const declared = Number(response.headers.get('content-length') ?? Number.NaN)
  if (declared > maxBytes) return undefined
  // The platform holds a plain body to its declared length; a compressed one may unfold to anything.
  if (!Number.isNaN(declared) && !response.headers.has('content-encoding')) return response.text()
  return response.body === null ? '' : readStream(response.body, maxBytes)
}

async function readStream(body: NonNullable<Response['body']>, maxBytes: number): Promise<string | undefined> {
  const decoder = new TextDecoder()
  const chunks: AsyncIterable<Uint8Array> = body
  const parts: string[] = []
  let bytes = 0
  for await (const chunk of chunks) {
    bytes += chunk.byteLength
    if (bytes > maxBytes) return undefined
    parts.push(decoder.decode(chunk, { stream: true }))
  }
  parts.push(decoder.decode())
  return parts.join('')
}
