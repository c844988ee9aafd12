import type { Random } from '../../../test-support/random'

/** New values for one field or several of an identity. No two edits give the same mobile number, which Siagh would refuse. */
export function identityEdit(index: number, random: Random): object {
  const name = { nickName: `نام تازه ${String(index)}` }
  const email = { email: `edit${String(index)}@example.com` }
  // 0905 is a range that no sample uses.
  const phoneNumber = `0905${String(index).padStart(7, '0')}`
  const phone = { phoneContacts: [{ default: true, phoneType: 'Mobile', phoneNumber }] }
  return random.pick([name, email, phone, { ...name, ...phone }])
}
