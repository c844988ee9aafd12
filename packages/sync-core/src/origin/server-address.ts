/** The address of a server in its normal form: `HTTP://Siagh.Example:80/` is `http://siagh.example`. */
export function normalAddress(baseUrl: string): string {
  const { protocol, pathname } = new URL(baseUrl)
  return `${protocol}//${hostOf(baseUrl)}${pathname.replace(/\/+$/, '')}`
}

/**
 * Whether two addresses lead to one server. A server that was moved from http to https is the same, and so is one whose path is written
 * in other letters, since the web server of Windows takes them for one. Another host name or port is another server: nobody can tell.
 */
export function isSameServer(one: string, other: string): boolean {
  return placeOf(one) === placeOf(other)
}

function placeOf(address: string): string {
  return `${hostOf(address)}${new URL(address).pathname.replace(/\/+$/, '').toLowerCase()}`
}

/** The URL parser has folded the letters and left out a port that is the protocol's own. */
function hostOf(address: string): string {
  const { hostname, port } = new URL(address)
  return `${hostname.replace(/\.$/, '')}${port === '' ? '' : `:${port}`}`
}
