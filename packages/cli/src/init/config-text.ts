/** What `init` asks for. Never a password. */
export interface InitAnswers {
  readonly siaghUrl: string
  readonly siaghUsername: string
  readonly crmUrl: string
  readonly crmUsername: string
  readonly store: 'sqlite' | 'postgres'
  /** Empty: not known yet. */
  readonly publicUrl: string
}

/** The environment variables that are left to set. */
export function variablesOf({ store }: InitAnswers): readonly string[] {
  const database = store === 'postgres' ? ['DATABASE_URL'] : []
  return ['SIAGH_PASSWORD_MD5', 'CRM_PASSWORD', 'WEBHOOK_SECRET', ...database]
}

/** A configuration file with comments. It names the variables that passwords come from, and holds none. */
export function configText(answers: InitAnswers): string {
  const { siaghUrl, siaghUsername, crmUrl, crmUsername } = answers
  return `import { defineConfig } from '@siagh-sync/cli'

// What stands in the environment, or in a file .env of the folder that the command is started in, goes before what stands here.
// Passwords belong there alone: ${variablesOf(answers).join(', ')}.
export default defineConfig({
  siagh: {
    baseUrl: ${literal(siaghUrl)},
    username: ${literal(siaghUsername)},
    // SIAGH_PASSWORD_MD5 holds what \`siagh-sync hash-password\` prints; or SIAGH_PASSWORD the password itself.
  },
  crm: {
    baseUrl: ${literal(crmUrl)},
    username: ${literal(crmUsername)},
    // CRM_PASSWORD
  },

${storeText(answers)}

  webhook: {
    // WEBHOOK_SECRET: 16 characters or more, which the address that the CRM calls has to carry.
${publicUrlText(answers)}
    // 127.0.0.1 is this machine alone; 0.0.0.0 is every network it is in.
    host: '127.0.0.1',
    port: 3000,
  },

  // What differs from site to site. All rules, with their defaults, are in the README of @siagh-sync/sync-core.
  rules: {
    // preInvoice: { saleKind: 1, paymentKind: 2, intermediary: 31 },
    // money: 'rial',
    // contact: { writeBackRecordId: true },
  },
})
`
}

function storeText({ store }: InitAnswers): string {
  return store === 'sqlite'
    ? `  // Everything that was accepted and not handled yet is in this file: back it up.
  store: { file: 'siagh-sync.db' },`
    : `  // DATABASE_URL: postgresql://user:password@host:5432/database. The queue is in the same database.`
}

function publicUrlText({ publicUrl }: InitAnswers): string {
  const example = publicUrl === '' ? 'http://10.0.0.7:3000/webhook/crm' : publicUrl
  const line = `publicUrl: ${literal(example)},`
  return `    // What the CRM calls, without kind and secret; \`siagh-sync check\` tries it.\n    ${publicUrl === '' ? `// ${line}` : line}`
}

/** A text as TypeScript writes it, whatever is in it. */
function literal(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
}
