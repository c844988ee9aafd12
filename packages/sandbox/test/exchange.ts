/** Sends a JSON request and reads the JSON answer. */
export const send = async (
  url: string,
  method: string,
  body?: unknown,
  authorization?: string,
): Promise<{ readonly status: number; readonly body: unknown }> => {
  const response = await fetch(url, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(authorization === undefined ? {} : { authorization }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) }
}
