import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { sampleDocuments, samplePeople, type SandboxOptions } from '@siagh-sync/sandbox'
import { documentOf, openSite, type Site } from './run'

interface TrialSite extends Site {
  readonly args: readonly string[]
}

/** A person and an invoice of that person, beside another of each. */
async function trialSite(options: SandboxOptions = { contacts: 0 }): Promise<TrialSite> {
  const site = await openSite(options)
  const [person = '', other = ''] = samplePeople(2).map((each) => site.sandbox.crm.createPerson(each))
  const [first, second] = sampleDocuments(2, [person, other])
  const document = site.sandbox.crm.createInvoice({ ...first, number: '7701' })
  site.sandbox.crm.createInvoice({ ...second })
  return { ...site, args: ['probe', '--write-trial', '--contact', person, '--document', document] }
}

const written = ({ sandbox: { siagh } }: Site) => [siagh.contacts().length, siagh.preInvoices().length]

describe('probe --write-trial', () => {
  it.each([
    ['not asked, and once on the command line', ['--yes'], 2],
    ['not asked, and not on the command line', [], 2],
  ])('writes nothing where a person has said yes too rarely: %s', async (_what, more, exitCode) => {
    const site = await trialSite()
    expect((await site.run([...site.args, ...more])).exitCode).toBe(exitCode)
    expect(written(site)).toEqual([0, 0])
  })

  it.each([
    ['no to the first question', ['خیر\r']],
    ['no to the second question', ['بله\r', 'no\r']],
  ])('writes nothing after %s', async (_what, keys) => {
    const site = await trialSite()
    expect((await site.run(site.args, { keys, columns: 80 })).exitCode).toBe(1)
    expect(written(site)).toEqual([0, 0])
  })

  it('writes these two after two answers, and shows before what it will send', async () => {
    const site = await trialSite()
    const { exitCode, stdout, stderr } = await site.run(site.args, { keys: ['yes\r', 'yes\r'], columns: 80 })
    expect(stderr).toContain('This will be sent to Siagh:')
    expect(stderr).toContain('Write exactly this into Siagh?')
    expect(stderr.replace(/\s+/g, ' ')).toContain('the customer is written first')
    expect(exitCode).toBe(0)
    expect(written(site)).toEqual([1, 1])
    const [contact] = site.sandbox.siagh.contacts()
    const [preInvoice] = site.sandbox.siagh.preInvoices()
    expect(stdout).toContain(`The contact: created, code ${contact?.Code} in Siagh.`)
    expect(stdout).toContain('All fields came back as they were sent.')
    expect(stdout).toContain(`with the code ${contact?.AccountPartyCode}.`)
    expect(stdout.replace(/\s+/g, ' ')).toContain(`look for pre-invoice ${preInvoice?.number}`)
    expect(stdout).toContain(`contact ${contact?.Code}, account party ${contact?.AccountPartyCode}`)
  })

  it.each(['contact', 'document'] as const)(
    'writes nothing where the %s was changed after it was shown',
    async (what) => {
      const site = await trialSite()
      const { crm } = site.sandbox
      const [, , , contact = '', , document = ''] = site.args
      let isChanged = false
      const change = (text: string) => {
        if (isChanged || !text.includes('Write exactly this into Siagh?')) return
        isChanged = true
        if (what === 'contact') crm.updateIdentity(contact, { email: 'newer@example.com' })
        else crm.updateDocument(document, { number: '7702' })
      }
      const ended = await site.run(site.args, { keys: ['yes\r', 'yes\r'], columns: 80, onStderr: change })
      expect(isChanged).toBe(true)
      expect(ended.exitCode).toBe(1)
      expect(ended.stderr.replace(/\s+/g, ' ')).toContain('Nothing was written. Run the command again.')
      expect(written(site)).toEqual([0, 0])
    },
  )

  it('makes nothing twice when it is run again, nor when the change comes by a webhook afterwards', async () => {
    const site = await trialSite()
    const yes = [...site.args, '--yes', '--yes']
    expect((await site.run(yes)).exitCode).toBe(0)
    const again = documentOf(await site.run([...yes, '--json']))
    expect(again.result).toMatchObject({
      contact: { outcome: { outcome: 'unchanged' } },
      document: { outcome: { outcome: 'unchanged' } },
    })
    const document = site.args.at(-1) ?? ''
    expect((await site.run(['sync', 'invoice', document])).stdout).toContain('unchanged')
    expect(written(site)).toEqual([1, 1])
  })

  it('says before it writes that Siagh has the contact already, which fields change, and the fiscal year', async () => {
    const site = await trialSite()
    const [, , , contact = ''] = site.args
    await site.run(['sync', 'identity', contact])
    const before = site.sandbox.siagh.contacts()[0]
    site.sandbox.crm.updateIdentity(contact, { email: 'newer@example.com' })
    const { exitCode, stderr } = await site.run(site.args, { keys: ['yes\r', 'no\r'], columns: 80 })
    expect(exitCode).toBe(1)
    const shown = stderr.replace(/\s+/g, ' ')
    expect(shown).toContain(
      `Siagh has this contact already, with the code ${before?.Code}. The trial changes these fields`,
    )
    expect(stderr).toMatch(/email +\|[^|]*\| newer@example.com/)
    expect(stderr).not.toMatch(/fullname +\|/)
    expect(stderr).toMatch(/fiscal year +14\d\d/)
    expect(site.sandbox.siagh.contacts()[0]).toEqual(before)

    await site.run(['sync', 'identity', contact])
    const same = await site.run(site.args, { keys: ['no\r'], columns: 80 })
    expect(same.stderr.replace(/\s+/g, ' ')).toContain('No field of the contact changes.')
  })

  it('says that the contact is no account party, and why its document has to wait', async () => {
    const site = await trialSite({ contacts: 0, dialect: { accountParty: 'by-hand' } })
    const { exitCode, stdout } = await site.run([...site.args, '--yes', '--yes'])
    expect(exitCode).toBe(1)
    expect(stdout).toContain('It is no account party yet.')
    expect(stdout).toContain('The document was not written: ')
    expect(written(site)).toEqual([1, 0])
  })

  it.each(['en', 'fa'])('fits a terminal of 80 columns in %s', async (lang) => {
    const site = await trialSite()
    const { stdout, stderr } = await site.run([...site.args, '--yes', '--yes', '--lang', lang], { columns: 80 })
    const wide = `${stdout}\n${stderr}`.split('\n').filter((line) => stringWidth(line) > 80)
    expect(wide).toEqual([])
    if (lang === 'fa') expect(stdout).not.toMatch(/contact|account party|the same/)
  })

  it.each([
    [['--write-trial'], 'needs --contact ID'],
    [['--contact', '2b1f0c6e-0000-4000-8000-000000000001'], 'are for --write-trial'],
    [['--write-trial', '--write', '--contact', '2b1f0c6e-0000-4000-8000-000000000001'], 'goes without --write'],
    [['--write-trial', '--yes', '--yes', '--contact', '2b1f0c6e-0000-4000-8000-000000000001'], 'no such record'],
  ])('refuses %j with a sentence', async (args, sentence) => {
    const { exitCode, stderr } = await (await openSite()).run(['probe', ...args])
    expect(exitCode).toBeGreaterThan(0)
    expect(stderr).toContain(sentence)
  })
})
