import { givenSettings } from '@siagh-sync/settings'

type Environment = Readonly<Record<string, string | undefined>>

/** The environment in the shape of a configuration. An empty variable counts as not set. */
export function fromEnvironment(environment: Environment): Readonly<Record<string, unknown>> {
  const given: Environment = givenSettings(environment)
  const config = withoutAbsent({
    company: given['COMPANY'],
    acceptNewServers: given['ACCEPT_NEW_SERVERS'],
    siagh: withoutAbsent({
      baseUrl: given['SIAGH_URL'],
      username: given['SIAGH_USERNAME'],
      password: given['SIAGH_PASSWORD'],
      passwordMd5: given['SIAGH_PASSWORD_MD5'],
    }),
    crm: withoutAbsent({
      baseUrl: given['CRM_URL'],
      username: given['CRM_USERNAME'],
      password: given['CRM_PASSWORD'],
    }),
    store: storeOf(given),
    queue: withoutAbsent({ url: given['QUEUE_URL'], prefix: given['QUEUE_PREFIX'] }),
    rules: rulesOf(given),
    webhook: withoutAbsent({
      secrets: given['WEBHOOK_SECRET']?.split(',').map((secret) => secret.trim()),
      publicUrl: given['WEBHOOK_PUBLIC_URL'],
      host: given['HOST'],
      port: given['PORT'],
      test: given['WEBHOOK_TEST'],
    }),
    concurrency: given['CONCURRENCY'],
    logLevel: given['LOG_LEVEL'],
  })
  return config ?? {}
}

function storeOf(given: Environment) {
  const url = given['DATABASE_URL']
  if (url !== undefined) return withoutAbsent({ url, schema: given['DATABASE_SCHEMA'] })
  return withoutAbsent({ file: given['STORE_FILE'], schema: given['DATABASE_SCHEMA'] })
}

/** The variables of the example app that set rules, so that one `.env` means the same to both. */
function rulesOf(given: Environment) {
  // Anything but yes and no is left for the core to refuse: taken for no, it would switch off in silence what it was to switch on.
  const onDelete = switchOf(given['DEACTIVATE_DELETED'], 'deactivate', 'nothing')
  return withoutAbsent({
    leaseMs: milliseconds(given['LEASE_SECONDS']),
    sweepEveryMs: milliseconds(given['SWEEP_SECONDS']),
    contact: withoutAbsent({
      onDelete,
      writeBackRecordId: switchOf(given['WRITE_BACK_RECORD_ID'], true, false),
    }),
  })
}

const milliseconds = (seconds: string | undefined) =>
  seconds === undefined ? undefined : /^\d+(\.\d+)?$/.test(seconds) ? Number(seconds) * 1_000 : Number.NaN

const switchOf = <On, Off>(given: string | undefined, on: On, off: Off) =>
  given === 'yes' ? on : given === 'no' ? off : given

/** Without what is not set, and absent itself where nothing is. */
function withoutAbsent(section: object): Readonly<Record<string, unknown>> | undefined {
  const present = Object.entries(section).filter(([, value]) => value !== undefined)
  return present.length === 0 ? undefined : Object.fromEntries(present)
}
