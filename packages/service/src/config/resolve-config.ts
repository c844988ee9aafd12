import { err, ok, type Result } from 'neverthrow'
import type * as z from 'zod'
import { companiesOf, listFaults, onlyCompany, sharedBooks, sharedPart, type GivenCompany } from './companies'
import { serviceSaying } from '../messages/service-messages'
import { configError, type ConfigError } from './config-error'
import type { SiaghSyncConfig } from './config-file'
import { prefixOf } from './from-environment'
import type { Section } from './paths'
import { companySchema, sharedSchema } from './schema'
import { demand, sentencesOf, type NameOfVariable } from './sentences'

type Shared = Omit<z.output<typeof sharedSchema>, 'company' | 'queue' | 'drainSeconds'> & {
  readonly queue: { readonly url?: string; readonly prefix: string }
  readonly drainSeconds: number
}
type Own = z.output<typeof companySchema>

/** The configuration of one company, with what it shares with others in the same process. */
export type Config = Omit<Shared, 'webhook'> &
  Omit<Own, 'webhook'> & {
    /** Names the company in store and queue. */
    readonly company: string
    /** What stands behind `/webhook/crm` and `/operations` in its addresses: nothing, or, of one in a list of companies, `/<name>`. */
    readonly mount: string
    readonly webhook: Shared['webhook'] & Own['webhook']
  }

/** A configuration that is whole. */
export type ServiceConfig = Shared & { readonly companies: readonly Config[] }

/**
 * Checks a configuration that was made in code, and fills in what it leaves out. It reads no file and no environment: `loadConfig` does.
 * A relative `store.file` is one of the folder that the process was started in.
 */
export function resolveConfig(given: SiaghSyncConfig): Result<ServiceConfig, ConfigError> {
  return resolve({ ...given }, (variable) => variable)
}

/** As `resolveConfig` does, of what nobody has looked at yet. */
export function resolve(given: Section, nameOfVariable: NameOfVariable): Result<ServiceConfig, ConfigError> {
  const { companies: list, ...single } = given
  const companies = list === undefined ? [onlyCompany(single)] : companiesOf(list, single)
  const isChosen = ({ name, at }: GivenCompany) =>
    at.length === 0 || single['company'] === undefined || name === single['company']
  const owns = companies.filter(isChosen).map(({ name, own, at }) => ({
    name,
    at,
    parsed: companySchema.safeParse(own, { error: demand }),
  }))
  const shared = sharedSchema.safeParse(sharedPart(single), { error: demand })
  const wrong = [
    ...(list === undefined ? [] : listFaults(list, single)),
    ...sharedBooks(companies),
    ...owns.flatMap(({ name, at, parsed }) =>
      sentencesOf(parsed.error?.issues ?? [], (it) => nameOfVariable(at.length === 0 ? it : prefixOf(name) + it), at),
    ),
    ...sentencesOf(shared.error?.issues ?? [], nameOfVariable),
  ]
  if (!shared.success || wrong.length > 0) {
    return err(configError({ message: serviceSaying('config_wrong'), details: wrong }))
  }
  const all = fillIn(shared.data)
  return ok({
    ...all,
    companies: owns.flatMap(({ name, at, parsed }) => {
      if (!parsed.success) return []
      const isInList = at.length > 0
      const own = { company: isInList ? name : shared.data.company, mount: isInList ? `/${name}` : '' }
      return [{ ...all, ...parsed.data, ...own, webhook: { ...all.webhook, ...parsed.data.webhook } }]
    }),
  })
}

const DRAIN_SECONDS = 3

/** The defaults that follow from other settings. */
function fillIn({ company: _, queue, drainSeconds, ...given }: z.output<typeof sharedSchema>): Shared {
  return {
    ...given,
    // Two installations share a database under two schemas, and each has a queue of its own. No schema has a - in its name, so no two get
    // one prefix.
    queue: { ...queue, prefix: queue.prefix ?? given.store.schema.replaceAll('_', '-') },
    // Only a web is one of several to whom a load balancer sends. A short stop keeps time for what comes after.
    drainSeconds: drainSeconds ?? (given.role === 'web' ? Math.min(DRAIN_SECONDS, given.stopSeconds - 1) : 0),
  }
}
