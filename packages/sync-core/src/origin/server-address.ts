/** The address of a server in its normal form. Example: `HTTP://Siagh.Example:80/` is `http://siagh.example`. */
export function normalAddress(baseUrl: string): string {
  const { protocol, pathname } = new URL(baseUrl)
  return `${protocol}//${hostOf(baseUrl)}${pathname.replace(/\/+$/, '')}`
}

/**
 * Whether two addresses belong to one server. A change from http to https makes no difference. Letter case in the
 * path makes no difference either, because the web server of Windows ignores it. Another host name or port counts as
 * another server, because nobody can know.
 */
export function isSameServer(one: string, other: string): boolean {
  return placeOf(one) === placeOf(other)
}

function placeOf(address: string): string {
  return `${hostOf(address)}${new URL(address).pathname.replace(/\/+$/, '').toLowerCase()}`
}

/** The URL parser has already changed the letters to lower case and removed the default port of the protocol. */
function hostOf(address: string): string {
  const { hostname, port } = new URL(address)
  return `${hostname.replace(/\.$/, '')}${port === '' ? '' : `:${port}`}`
}
