/** The id of a record in the CRM. */
export const id = '2b1f0c6e-0000-4000-8000-000000000001'

/** A POST with a JSON body; a string is sent as it is. */
export const json = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: typeof body === 'string' ? body : JSON.stringify(body),
})

/** Status and body of an answer. */
export async function read(response: Promise<Response>) {
  const { status, headers, text } = await response.then(async (answer) => ({
    status: answer.status,
    headers: answer.headers,
    text: await answer.text(),
  }))
  return { status, headers, text, body: (text === '' ? undefined : JSON.parse(text)) as unknown }
}
