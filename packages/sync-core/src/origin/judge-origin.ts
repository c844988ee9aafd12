import type { CompanyOrigin, Origin, SiaghLogin } from '../ports/store'
import { isSameServer } from './server-address'
import { worded } from '../messages/core-messages'
import type { Worded } from '../messages/saying'

/** The addresses of Siagh and the CRM in the settings. */
export type Servers = Pick<Origin, 'siagh' | 'crm'>

/**
 * A company of the store. `isBound`: something was done for it. Wrong settings under which nothing was done do not
 * bind a company.
 */
export type BoundCompany = CompanyOrigin & { readonly isBound: boolean }

/** The decision about a start: keep the recorded origin, `record` a new one instead, or `refuse` with a message. */
export type Judgement =
  | { readonly do: 'keep'; readonly origin: Origin }
  | { readonly do: 'record'; readonly origin: Origin; readonly expected: Origin | null }
  | { readonly do: 'refuse'; readonly words: Worded }

/**
 * Decides whether the store belongs to these servers and this company. `accepts`: an operator has said that it does,
 * whatever is recorded.
 */
export function judgeServers(
  recorded: readonly BoundCompany[],
  company: string,
  servers: Servers,
  accepts: boolean,
): Judgement {
  const own = recorded.find((each) => each.company === company)
  const known = own?.origin ?? null
  if (known !== null && isSamePair(known, servers)) {
    const isWrittenSo = known.siagh === servers.siagh && known.crm === servers.crm
    return isWrittenSo
      ? { do: 'keep', origin: known }
      : { do: 'record', origin: { ...known, ...servers }, expected: known }
  }
  if (!accepts && known !== null && own?.isBound) return { do: 'refuse', words: otherServers(known, servers, company) }
  const double = own?.isBound ? undefined : doubleOf(recorded, servers)
  if (!accepts && double) return { do: 'refuse', words: otherCompany(double.company, servers, company) }
  return { do: 'record', origin: servers, expected: known }
}

/** Decides whether Siagh's login leads to the same books as before. */
export function judgeLogin(known: Origin, login: SiaghLogin, accepts: boolean): Judgement {
  const before = known.login
  const isOther =
    before?.branchCode !== undefined && login.branchCode !== undefined && before.branchCode !== login.branchCode
  if (isOther && !accepts) {
    const owner = { branch: String(before.branchCode), siagh: known.siagh, user: before.userCode }
    const now = { newUser: login.userCode, newBranch: String(login.branchCode) }
    return { do: 'refuse', words: worded('store_of_other_branch', { ...owner, ...now }) }
  }
  const origin = { ...known, login: { ...before, ...login } }
  const isKnown = before?.userCode === origin.login.userCode && before.branchCode === origin.login.branchCode
  return isKnown ? { do: 'keep', origin: known } : { do: 'record', origin, expected: known }
}

function isSamePair(one: Servers, other: Servers): boolean {
  return isSameServer(one.siagh, other.siagh) && isSameServer(one.crm, other.crm)
}

/**
 * A company with these servers, or with servers that were never recorded. All its records would be created a second
 * time.
 */
function doubleOf(recorded: readonly BoundCompany[], servers: Servers): CompanyOrigin | undefined {
  return recorded.find(({ origin, isBound }) => isBound && (origin === null || isSamePair(origin, servers)))
}

function otherServers(known: Servers, servers: Servers, company: string): Worded {
  const owner = { siagh: known.siagh, crm: known.crm, company }
  return worded('store_of_other_servers', { ...owner, newSiagh: servers.siagh, newCrm: servers.crm })
}

function otherCompany(owner: string, { siagh, crm }: Servers, company: string): Worded {
  return worded('store_of_other_company', { owner, company, siagh, crm })
}
