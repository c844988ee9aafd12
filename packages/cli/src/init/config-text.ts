import { SITE_RULES, type SiteRule } from '@siagh-sync/sync-core'
import { siteRulesOf, type RuleAnswer } from './rule-answers'

/** What `init` asks for. Never a password. */
export interface InitAnswers extends Readonly<Record<RuleAnswer, string>> {
  readonly siaghUrl: string
  readonly siaghUsername: string
  readonly crmUrl: string
  readonly crmUsername: string
  readonly store: 'sqlite' | 'postgres'
  /** Empty: not known yet. */
  readonly publicUrl: string
  /** The keys of categories, separated by commas. Empty: none. */
  readonly category: string
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

// A value in the environment, or in the file .env of the folder where the command starts, replaces the value in this file.
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
    // WEBHOOK_SECRET: 16 characters or more, as in the address that the CRM calls.
${publicUrlText(answers)}
    // 127.0.0.1: only this machine can reach it. 0.0.0.0: every machine in its networks can.
    host: '127.0.0.1',
    port: 3000,
  },

  // What differs from site to site. All rules, with their defaults, are in the README of @siagh-sync/sync-core.
  rules: {
${preInvoiceText(answers)}
${categoriesText(answers)}
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

const MEANINGS: Readonly<Record<SiteRule, string>> = {
  saleKind: 'Kind of sale (نوع فروش). 1 is unofficial (غیر رسمی).',
  saleModel: 'Sale model (مدل فروش).',
  salesCentre: 'Sales centre (مرکز فروش).',
  paymentKind: 'Payment (نوع پرداخت): 1 cash, 2 cheque.',
  intermediary: 'Intermediary (واسطه). null: there is none.',
  title: 'The title that Siagh shows (عنوان سند).',
}

function preInvoiceText(answers: InitAnswers): string {
  const rules = siteRulesOf(answers)
  const lines = SITE_RULES.flatMap((name) => [
    `// ${MEANINGS[name]}`,
    rules[name] === undefined ? `// ${name}: not set yet` : `${name}: ${valueText(rules[name])},`,
  ])
  return `    // What every pre-invoice carries, in the numbers of your Siagh. A rule may be a value, a table by the type code of the document
    // such as { PI_5: 2, default: 1 }, or a function of the document. Until all six are set, documents are refused.
    preInvoice: {
${lines.map((line) => `      ${line}`).join('\n')}
    },`
}

function categoriesText({ category }: InitAnswers): string {
  const keys = category
    .split(/[,،]/)
    .map((key) => key.trim())
    .filter((key) => key !== '')
  const list = keys.length === 0 ? "'customer'" : keys.map(literal).join(', ')
  const line = `import: { categories: [${list}] },`
  return `    // The categories of what the first import makes in the CRM, by their keys. Some CRMs refuse a person without a category.
    ${keys.length === 0 ? `// ${line}` : line}`
}

/** A rule as TypeScript writes it. */
function valueText(value: unknown): string {
  if (typeof value === 'string') return literal(value)
  if (typeof value !== 'object' || value === null) return String(value)
  const entries = Object.entries(value).map(([key, each]) => `${keyText(key)}: ${valueText(each)}`)
  return `{ ${entries.join(', ')} }`
}

function keyText(key: string): string {
  return /^[a-z_]\w*$/i.test(key) ? key : literal(key)
}

/** A text as TypeScript writes it, whatever is in it. */
function literal(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
}
