/** The types that servers of every kind use. */
const KNOWN_TYPES: ReadonlySet<string> = new Set([
  ...['application/json', 'application/problem+json', 'application/xml', 'application/octet-stream'],
  ...['application/x-www-form-urlencoded', 'multipart/form-data', 'text/json', 'text/html', 'text/plain', 'text/xml'],
])
const KNOWN_CHARSETS: ReadonlySet<string> = new Set([
  ...['utf-8', 'utf8', 'utf-16', 'utf-16le', 'utf-16be', 'us-ascii', 'iso-8859-1', 'iso-8859-6'],
  ...['windows-1252', 'windows-1256'],
])

/**
 * The type of a content without the name of a vendor and without any parameter but the encoding. JSON and XML of a vendor
 * stay JSON and XML.
 */
export function knownContentType(contentType: string): string {
  const [given = '', ...parameters] = contentType.toLowerCase().split(';')
  const type = given.trim()
  const [, format] = /^\w+\/[\w.-]+\+(json|xml)$/.exec(type) ?? []
  const shown = KNOWN_TYPES.has(type)
    ? type
    : format === undefined
      ? 'application/octet-stream'
      : `application/vnd.unknown+${format}`
  const charset = parameters
    .map((parameter) => /^\s*charset\s*=\s*"?([^"\s]+)"?\s*$/.exec(parameter)?.[1])
    .find(Boolean)
  if (charset === undefined) return shown
  return `${shown}; charset=${KNOWN_CHARSETS.has(charset) ? charset : 'x-unknown'}`
}
