import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Option } from 'commander'
import { err, ok, type Result } from 'neverthrow'
import type { Answer } from '../answer'
import { canAsk } from '../ask-yes-or-no'
import type { CommandContext } from '../context'
import { DONE } from '../exit-codes'
import { cannotStart, misuse, type Failure } from '../failure'
import { configText, variablesOf, type InitAnswers } from '../init/config-text'
import { openRules, RULE_ANSWERS, ruleFault, siteRulesOf } from '../init/rule-answers'
import { define } from './define'
import { cliSaying } from '../messages/cli-messages'

interface Options extends Partial<InitAnswers> {
  readonly force?: boolean
}

const FILE = 'siagh-sync.config.ts'
const IS_THERE = misuse(cliSaying('file_is_there', { file: FILE }))

export const registerInit = define(
  {
    usage: 'init',
    summary: 'help_init',
    examples: [
      ['init', 'help_init_asks'],
      [
        'init --siagh-url http://10.0.0.5 --siagh-username sync --crm-url http://10.0.0.6 --crm-username sync',
        'help_init_told',
      ],
      ["init --sale-kind 'PI_5=2, default=1' --intermediary none", 'help_init_rules'],
    ],
    notes: 'help_init_notes',
  },
  (command, say) =>
    command
      .option('--siagh-url <address>', say('opt_siagh_url'))
      .option('--siagh-username <name>', say('opt_siagh_username'))
      .option('--crm-url <address>', say('opt_crm_url'))
      .option('--crm-username <name>', say('opt_crm_username'))
      .addOption(new Option('--store <kind>', say('opt_store')).choices(['sqlite', 'postgres']))
      .option('--public-url <address>', say('opt_public_url'))
      .option('--sale-kind <code>', say('opt_sale_kind'))
      .option('--sale-model <code>', say('opt_sale_model'))
      .option('--sales-centre <code>', say('opt_sales_centre'))
      .option('--payment-kind <code>', say('opt_payment_kind'))
      .option('--intermediary <code>', say('opt_intermediary'))
      .option('--document-title <text>', say('opt_document_title'))
      .option('--category <key>', say('opt_category'))
      .option('--force', say('opt_init_force')),
  async (context, options: Options) => {
    const answers = await answersOf(context, options)
    if (answers.isErr()) return err(answers.error)
    try {
      const flag = options.force === true ? 'w' : 'wx'
      await writeFile(join(context.io.cwd, FILE), configText(answers.value), { flag })
      return ok(answerOf(answers.value))
    } catch (error) {
      return err(refusal(error))
    }
  },
)

async function answersOf(context: CommandContext, given: Options): Promise<Result<InitAnswers, Failure>> {
  const { ask, addressFault, complete } = await import('../init/ask')
  const wrong = (['siaghUrl', 'crmUrl', 'publicUrl'] as const).flatMap((name) => {
    const fault = given[name] === undefined ? undefined : addressFault(given[name])
    return fault === undefined ? [] : [cliSaying('option_fault', { option: flagOf(name), fault })]
  })
  if (wrong.length > 0) return err(misuse(cliSaying('addresses_wrong'), wrong))
  const wrongRules = RULE_ANSWERS.flatMap((name) => {
    const fault = ruleFault(name, given[name])
    return fault === undefined ? [] : [cliSaying('option_fault', { option: flagOf(name), fault })]
  })
  if (wrongRules.length > 0) return err(misuse(cliSaying('rules_wrong_in_options'), wrongRules))
  const { io } = context
  if (given.force !== true && existsSync(join(io.cwd, FILE))) return err(IS_THERE)
  if (canAsk(context)) return ask(context, given)

  const missing = (['siaghUrl', 'siaghUsername', 'crmUrl', 'crmUsername'] as const).filter((name) => !given[name])
  if (missing.length === 0) return ok(complete(given))
  return err(misuse(cliSaying('no_terminal_to_ask', { options: missing.map(flagOf).join(', ') })))
}

function flagOf(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}

function refusal(error: unknown): Failure {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined
  if (code === 'EEXIST') return IS_THERE
  const reason = error instanceof Error ? error.message : String(error)
  return cannotStart(cliSaying('file_unwritable', { file: FILE, reason }))
}

function answerOf(answers: InitAnswers): Answer {
  const variables = variablesOf(answers)
  const unset = openRules(siteRulesOf(answers))
  return {
    exitCode: DONE,
    result: { file: FILE, variables, unset },
    text: ({ speech }) => {
      const hints = {
        SIAGH_PASSWORD_MD5: `  ${speech.say('made_by_hash_password')}`,
        WEBHOOK_SECRET: `      ${speech.say('a_long_secret')}`,
      }
      const hintFor = (name: string) => Object.entries(hints).find(([variable]) => variable === name)?.[1] ?? ''
      return [
        speech.say('config_written', { file: FILE }),
        ...variables.map((name) => `  ${name}=…${hintFor(name)}`),
        ...(unset.length === 0 ? [] : [speech.say('rules_left_open', { file: FILE, rules: unset.join(', ') })]),
        speech.say('then_check'),
      ].join('\n')
    },
  }
}
