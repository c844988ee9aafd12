import { describe, expect, it } from 'vitest'
import { importWorld } from './import-world'

const NAMES = ['سارا آزمونی', 'شرکت نمونه']

/** A CRM that takes no identity without a category, and two contacts of Siagh that it does not have. */
function withDemand(categories?: readonly string[]) {
  const the = importWorld({
    sandbox: { dialect: { createDemands: 'category' } },
    ...(categories && { rules: { import: { categories } } }),
  })
  NAMES.forEach((Name, at) => the.sandbox.siagh.addContact({ Name, TowardType: at === 1 }))
  return the
}

describe('an import into a CRM that demands a category', () => {
  it('says of each contact that the rule import.categories is missing, and makes nobody', async () => {
    const the = withDemand()
    const { contacts } = await the.importNow()
    expect(contacts).toHaveLength(NAMES.length)
    for (const contact of contacts)
      expect(contact).toMatchObject({
        action: 'failed',
        error: { kind: 'rejected', saying: { code: 'identity_without_category' } },
      })
    expect(the.sandbox.crm.identities()).toEqual([])
  })

  it('makes everybody once the rule names a category', async () => {
    const the = withDemand(['customer'])
    await the.importNow()
    const made = the.sandbox.crm.identities()
    expect(made.map(({ nickName }) => nickName).sort()).toEqual([...NAMES].sort())
    for (const { categories } of made) expect(categories).toMatchObject([{ key: 'customer' }])
  })
})
