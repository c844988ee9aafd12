/** The same client, noting each call as `crm.getPerson` in `calls`. */
export function traceCalls<T extends object>(client: T, prefix: string, calls: string[]): T {
  return new Proxy(client, {
    get(target, name, receiver) {
      const member: unknown = Reflect.get(target, name, receiver)
      if (typeof member !== 'function') return member
      return (...args: unknown[]): unknown => {
        calls.push(`${prefix}.${String(name)}`)
        return Reflect.apply(member, target, args)
      }
    },
  })
}
