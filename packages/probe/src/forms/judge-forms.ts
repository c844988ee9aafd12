import { finding, notLookedAt, type Finding } from '../finding'
import { probeSaying } from '../messages/probe-messages'
import type { Question } from '../questions'
import type { AnswerForms, EncodingForm, ValueForm } from './answer-forms'

type SeenForm =
  | 'number'
  | 'number_text'
  | 'flag'
  | 'flag_number'
  | 'flag_text'
  | 'guid'
  | 'guid_capitals'
  | 'guid_braces'
  | 'time'
  | 'time_offset'
  | 'time_utc'
  | 'null'
  | 'empty'
  | 'zero'
  | 'missing'

interface FormQuestion {
  readonly question: Question
  readonly fields: readonly string[]
  /** What each form is called. The first one is what siagh-sync takes for likely. */
  readonly forms: readonly (readonly [SeenForm, ...ValueForm[]])[]
  /** A field that each record has: records that lack one of the others leave that one out. */
  readonly counts?: string
}

const NUMBERS = [
  ['number', 'number', 'zero'],
  ['number_text', 'number-text'],
] as const
const GUIDS = [
  ['guid', 'guid'],
  ['guid_capitals', 'guid-capitals'],
  ['guid_braces', 'guid-braces'],
] as const

const OF_CONTACTS: readonly FormQuestion[] = [
  { question: 'record_id_form', fields: ['RecordId'], forms: GUIDS },
  { question: 'siagh_codes', fields: ['Code'], forms: NUMBERS },
  {
    question: 'siagh_flags',
    fields: ['IsActive', 'IsAdminUser', 'TowardType'],
    forms: [
      ['flag', 'flag'],
      ['flag_number', 'number', 'zero'],
      ['flag_text', 'flag-text'],
    ],
  },
  {
    question: 'siagh_unset',
    fields: ['NationalCode', 'MobileNo', 'TelNo', 'Email', 'Address', 'PostalCode'],
    forms: [['null', 'null'], ['empty', 'empty'], ['missing']],
    counts: 'RecordId',
  },
  {
    question: 'no_account_party',
    fields: ['AccountPartyCode'],
    forms: [['null', 'null'], ['zero', 'zero'], ['empty', 'empty'], ['missing']],
    counts: 'RecordId',
  },
]

const OF_IDENTITIES: readonly FormQuestion[] = [
  { question: 'crm_ids', fields: ['crmId'], forms: GUIDS },
  {
    question: 'crm_times',
    fields: ['creatDate', 'modifyDate'],
    forms: [
      ['time', 'time'],
      ['time_offset', 'time-with-offset'],
      ['time_utc', 'time-in-utc'],
    ],
  },
  {
    question: 'crm_unset',
    fields: ['nationalCode', 'email', 'website', 'customerNumber', 'refId', 'description'],
    forms: [['empty', 'empty'], ['null', 'null'], ['missing']],
    counts: 'crmId',
  },
]

const OF_DOCUMENTS: readonly FormQuestion[] = [
  {
    question: 'crm_amounts',
    fields: ['baseUnitPrice', 'count', 'totalUnitPrice', 'finalUnitPrice', 'finalValue'],
    forms: NUMBERS,
  },
]

/** In which forms Siagh's contact list shows its values. */
export function judgeContactForms(forms: AnswerForms): readonly Finding[] {
  return [judgeEncoding('siagh_encoding', forms), ...OF_CONTACTS.map((each) => judge(each, forms))]
}

/** In which forms the CRM shows identities. */
export function judgeIdentityForms(forms: AnswerForms): readonly Finding[] {
  return [judgeEncoding('crm_encoding', forms), ...OF_IDENTITIES.map((each) => judge(each, forms))]
}

/** In which forms the CRM shows documents. */
export function judgeDocumentForms(forms: AnswerForms): readonly Finding[] {
  return OF_DOCUMENTS.map((each) => judge(each, forms))
}

function judge({ question, fields, forms, counts }: FormQuestion, answers: AnswerForms): Finding {
  const records = counts === undefined ? 0 : sum(Object.values(answers.fields.get(counts) ?? {}))
  const [usual, ...others] = forms.map(([name, ...values]) => {
    const own = fields.map((field) => {
      const times = answers.fields.get(field) ?? {}
      return name === 'missing' ? missingOf(records, times) : sum(values.map((value) => times[value] ?? 0))
    })
    return { name, count: sum(own) }
  })
  const [other] = others.filter(({ count }) => count > 0).sort((one, two) => two.count - one.count)
  const [first, second] = [usual, other].flatMap((each) =>
    each && each.count > 0 ? [probeSaying(`probe_form_${each.name}`, { count: each.count })] : [],
  )
  if (!first) return notLookedAt(question, probeSaying('probe_form_not_shown'))
  const seen = second ? probeSaying('probe_two_forms', { first, second }) : first
  const isUsual = (usual?.count ?? 0) >= SHARE * (other?.count ?? 0)
  return finding(question, isUsual ? 'holds' : 'differs', seen, EVERY_FORM)
}

/** At most a tenth of the values may have another form: what people have typed is not all alike. */
const SHARE = 10

/** How many records lack a field. A field that no record shows may be one that this server does not have. */
function missingOf(records: number, times: Readonly<Partial<Record<ValueForm, number>>>): number {
  const shown = sum(Object.values(times))
  return shown === 0 ? 0 : Math.max(0, records - shown)
}

const EVERY_FORM = probeSaying('probe_any_form_is_read')

const ENCODINGS = {
  'utf-8-with-bom': 'probe_encoding_bom',
  'utf-8-undeclared': 'probe_encoding_undeclared',
  'utf-8-declared-otherwise': 'probe_encoding_declared_otherwise',
  'not-utf-8': 'probe_encoding_other',
} as const satisfies Record<Exclude<EncodingForm, 'utf-8'>, string>

function judgeEncoding(question: Question, { encodings }: AnswerForms): Finding {
  const other = (['not-utf-8', 'utf-8-declared-otherwise', 'utf-8-undeclared', 'utf-8-with-bom'] as const).find(
    (each) => encodings[each] !== undefined,
  )
  const follows = probeSaying('probe_any_encoding_is_read')
  if (other) return finding(question, 'differs', probeSaying(ENCODINGS[other]), follows)
  if (encodings['utf-8'] === undefined) return notLookedAt(question, probeSaying('probe_no_persian_letters'))
  return finding(question, 'holds', probeSaying('probe_encoding_declared'), follows)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
