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

/** The configuration of one company, including the settings that all companies of the process share. */
export type Config = Omit<Shared, 'webhook'> &
  Omit<Own, 'webhook'> & {
    /** The name of the company in store and queue. */
    readonly company: string
    /**
     * The part of its addresses after `/webhook/crm`: empty, or `/<name>` for a company in a list.
     */
    readonly mount: string
    readonly webhook: Shared['webhook'] & Own['webhook']
  }

/** A complete configuration. */
export type ServiceConfig = Shared & { readonly companies: readonly Config[] }

/**
 * Checks a configuration that was made in code, and adds the defaults. It reads no file and no environment;
 * `loadConfig` does that. A relative `store.file` belongs to the folder in which the process was started.
 */
export function resolveConfig(given: SiaghSyncConfig): Result<ServiceConfig, ConfigError> {
  return resolve({ ...given }, (variable) => variable)
}

/** Does the same as `resolveConfig` for input that was not checked by a compiler. */
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

/** Adds the defaults that depend on other settings. */
function fillIn({ company: _, queue, drainSeconds, ...given }: z.output<typeof sharedSchema>): Shared {
  return {
    ...given,
    // Two installations may share a database with two schemas. Each has its own queue. The name of a schema has no
    // `-`, so two schemas never get the same prefix.
    queue: { ...queue, prefix: queue.prefix ?? given.store.schema.replaceAll('_', '-') },
    // Only a `web` process may be one of several behind a load balancer. If the stop is short, the drain leaves time
    // for the rest of it.
    drainSeconds: drainSeconds ?? (given.role === 'web' ? Math.min(DRAIN_SECONDS, given.stopSeconds - 1) : 0),
  }
}
