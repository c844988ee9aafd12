import ipaddr from 'ipaddr.js'
import { noSecrets, type Authenticator, type Credentials } from './authenticator'

type Address = ReturnType<typeof ipaddr.process>
type Range = ReturnType<typeof ipaddr.parseCIDR>

/**
 * Accepts requests from addresses and CIDR ranges. `X-Forwarded-For` is believed only when the connection comes from
 * one of `proxies`. It is read from the right: the sender is the first address that is not a proxy. The sender may
 * have written the addresses left of that one, so they are ignored. A request with an unreadable header, or without
 * `remoteAddress`, is refused. Throws when an address or a range is malformed, or when there is none.
 *
 * @example
 * allowIps(['10.0.0.0/8'], { proxies: ['127.0.0.1'] })
 */
export function allowIps(
  ips: readonly string[],
  options: { readonly proxies?: readonly string[] } = {},
): Authenticator {
  const allowed = ips.map((ip) => rangeOf(ip, 'ips'))
  const proxies = (options.proxies ?? []).map((ip) => rangeOf(ip, 'proxies'))
  if (allowed.length === 0) throw new TypeError('allowIps needs at least one address or CIDR range.')

  const check = (credentials: Credentials) => {
    const sender = senderOf(credentials, proxies)
    return sender !== undefined && isWithin(sender, allowed) ? 'accepted' : 'refused'
  }
  return { secrets: noSecrets, usesAddress: true, check }
}

function senderOf({ remoteAddress, headers }: Credentials, proxies: readonly Range[]): Address | undefined {
  const forwarded = String(headers['x-forwarded-for'] ?? '')
  const hops = forwarded === '' ? [] : forwarded.split(',').reverse()
  let sender = addressOf(remoteAddress ?? '')
  for (const hop of hops) {
    if (sender === undefined || !isWithin(sender, proxies)) break
    sender = addressOf(hop)
  }
  return sender
}

function isWithin(address: Address, ranges: readonly Range[]): boolean {
  // Addresses of the other family never match; the library throws on them.
  return ranges.some((range) => address.kind() === range[0].kind() && address.match(range))
}

/** `::ffff:10.0.0.1` is read as the IPv4 address 10.0.0.1. Some proxies, such as IIS, add the port. */
function addressOf(text: string): Address | undefined {
  const address = text
    .trim()
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(/^\[(.+)\](?::\d+)?$/, '$1')
  // The library would also accept "10" and "0x0a000001" as addresses.
  const whole = ipaddr.IPv4.isValidFourPartDecimal(address) || ipaddr.IPv6.isValid(address)
  return whole ? ipaddr.process(address) : undefined
}

function rangeOf(text: string, option: string): Range {
  if (ipaddr.isValidCIDR(text)) return ipaddr.parseCIDR(text)
  const address = addressOf(text)
  if (address === undefined)
    throw new TypeError(`allowIps: "${text}" in ${option} is neither an address nor a CIDR range.`)
  return [address, address.kind() === 'ipv4' ? 32 : 128]
}
