import type { ResultAsync } from '../packages/siagh-client/node_modules/neverthrow'
import type {
  ApiError,
  ContactFields,
  PreInvoice,
  PreInvoiceLine,
  SiaghClient,
} from '../packages/siagh-client/src/index'
import type { Exchange } from './exchange'

type Call = (client: SiaghClient) => ResultAsync<unknown, ApiError>

/** The call of the client that makes a recorded request. `undefined`: the client makes no such request. */
export function siaghCall({ method, path, body = {} }: Exchange['request']): Call | undefined {
  if (path === '/GeneralApi/LoginUser') return (client) => client.login()
  if (path === '/api/Sgh/GEN/Gn_Web_Users/GetAll')
    return method === 'GET' ? (client) => client.getAllUsers() : (client) => client.findUsers(body)
  if (path !== '/BpmsApi/SaveFormData') return undefined
  const pairs = pairsIn(String(body['ctrlValues']))
  const formId = String(body['formId'])
  const code = pairs.get('Param1')
  if (pairs.has('gn_web_users.fullname'))
    return code === undefined
      ? (client) => client.createContact(contactIn(pairs), { formId })
      : (client) => client.updateContact(Number(code), contactIn(pairs), { formId })
  return (client) => client.createPreInvoice(preInvoiceIn(pairs, body), { formId })
}

function pairsIn(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split('|').map((pair) => {
      const [name = '', ...value] = pair.split('=')
      return [name, value.join('=')]
    }),
  )
}

function contactIn(pairs: ReadonlyMap<string, string>): ContactFields {
  const fields = [...pairs].flatMap(([name, value]) => {
    const [, field] = /^gn_web_users\.(\w+)$/.exec(name) ?? []
    return field === undefined ? [] : [[field, value] as const]
  })
  const { isactive, taraftype, ...texts } = Object.fromEntries(fields)
  return {
    ...(texts as Omit<ContactFields, 'isactive' | 'taraftype'>),
    isactive: isactive === '1',
    taraftype: taraftype === '1' ? 1 : 0,
  }
}

function preInvoiceIn(pairs: ReadonlyMap<string, string>, body: Readonly<Record<string, unknown>>): PreInvoice {
  const text = (name: string) => pairs.get(`sl_sanad.${name}`) ?? ''
  const number = (name: string) => Number(text(name))
  const [contactCode, intermediary] = [text('codecontact'), text('codevaseteh')]
  return {
    suid: pairsIn(String(body['parameters'])).get('_In_Suid') ?? '',
    state: number('hssanadstate'),
    documentKind: number('codenoeesanad'),
    saleModel: number('codesalemodel'),
    fiscalYear: number('salmali'),
    paymentKind: number('codenoeepardakht'),
    salesCentre: number('codemarkazforush'),
    ...(contactCode !== '' && { contactCode: Number(contactCode) }),
    customerCode: number('codemoshtari'),
    saleKind: number('codenoeeforush'),
    ...(intermediary !== '' && { intermediary: Number(intermediary) }),
    remarks: text('tozihat'),
    title: text('namenoesanad'),
    lines: linesIn(String(body['dataRows'])),
  }
}

function linesIn(dataRows: string): readonly PreInvoiceLine[] {
  const [grid] = JSON.parse(dataRows) as readonly { data: readonly Record<string, { newValue: unknown }>[] }[]
  return (grid?.data ?? []).map((row) => ({
    productCode: String(row['codekala']?.newValue),
    unit: String(row['nameunit']?.newValue),
    quantity: Number(row['qty']?.newValue),
    price: Number(row['price']?.newValue),
    discount: Number(row['mabtakhfif']?.newValue),
  }))
}
