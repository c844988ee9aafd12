import type { SiaghClient } from '@siagh-sync/siagh-client'
import { err, errAsync, okAsync, ResultAsync, safeTry } from 'neverthrow'
import type { ForeignStore, StoreUnavailable, SyncError } from '../errors'
import type { Logger } from '../ports/logger'
import type { CompanyOrigin, Origin, Store } from '../ports/store'
import { judgeLogin, judgeServers, type BoundCompany, type Judgement, type Servers } from './judge-origin'
import { worded } from '../messages/core-messages'
import type { Worded } from '../messages/saying'

/** Keeps a process from working with the store of other servers. What was found once holds for the life of the process. */
export interface StoreClaim {
  /** Makes sure that the store belongs to this company and these servers, and records them where nothing is recorded yet. */
  confirmServers(): ResultAsync<void, StoreUnavailable | ForeignStore>
  /** The same, and that Siagh's login leads to the same books. Logs in where there is no session, as the write would that it precedes. */
  confirmLogin(siagh: Pick<SiaghClient, 'session'>): ResultAsync<void, SyncError>
}

/** What the claim is made with. */
export interface ClaimOptions {
  readonly store: Pick<Store, 'origins' | 'mappings'>
  readonly company: string
  readonly servers: Servers
  /** Whether other servers, or another company, than are recorded may be recorded in their place. */
  readonly acceptNewServers: boolean
  readonly logger: Logger
}

// Of processes that start together each may be overtaken by another.
const TRIES = 5

/** Nothing is confirmed yet. */
export function createStoreClaim(options: ClaimOptions): StoreClaim {
  const { store, company, servers, acceptNewServers } = options
  let claimed: Origin | undefined
  let confirmedSession: string | undefined

  const find = (): ResultAsync<Origin, StoreUnavailable | ForeignStore> =>
    settle(options, () =>
      listBound(store).map((recorded) => judgeServers(recorded, company, servers, acceptNewServers)),
    )

  return {
    confirmServers() {
      if (claimed) return okAsync(undefined)
      return find().map((origin) => void (claimed = origin))
    },
    confirmLogin(siagh) {
      return siagh.session().andThen(({ sessionId, userCode, branchCode }) => {
        if (sessionId === confirmedSession) return okAsync(undefined)
        const login = { userCode, ...(branchCode !== undefined && { branchCode }) }
        const judge = () => find().map((known) => judgeLogin(known, login, acceptNewServers))
        return settle(options, judge).map((origin) => {
          claimed = origin
          confirmedSession = sessionId
        })
      })
    },
  }
}

/** A company is bound to its servers once Siagh has let it write, or it has mappings from before the servers were recorded. */
function listBound(store: ClaimOptions['store']): ResultAsync<readonly BoundCompany[], StoreUnavailable> {
  const look = (each: CompanyOrigin): ResultAsync<BoundCompany, StoreUnavailable> => {
    if (each.origin?.login) return okAsync({ ...each, isBound: true })
    const first = store.mappings.list(each.company, {}, { limit: 1 })
    return first.map(({ items }) => ({ ...each, isBound: items.length > 0 }))
  }
  return store.origins.list().andThen((recorded) => ResultAsync.combine(recorded.map(look)))
}

/** Does what `judge` says, once more where another process was faster. */
function settle<E extends StoreUnavailable | ForeignStore>(
  options: ClaimOptions,
  judge: () => ResultAsync<Judgement, E>,
  tries = TRIES,
): ResultAsync<Origin, E | StoreUnavailable | ForeignStore> {
  const { store, company, logger } = options
  return safeTry(async function* () {
    const judgement = yield* judge()
    if (judgement.do === 'refuse') return err(foreign(judgement.words))
    if (judgement.do === 'keep') return okAsync(judgement.origin)
    const { origin, expected } = judgement
    const end = yield* store.origins.record(company, origin, expected)
    if (end === 'recorded') {
      if (expected !== null && isReplaced(expected, origin))
        logger.info({ company, origin, before: expected }, 'the store belongs to other servers from now on')
      return okAsync(origin)
    }
    if (tries > 1) return settle(options, judge, tries - 1)
    return errAsync(foreign(worded('store_contended')))
  })
}

/** A first login adds to what is recorded and replaces nothing. */
function isReplaced(before: Origin, now: Origin): boolean {
  return before.login !== undefined || before.siagh !== now.siagh || before.crm !== now.crm
}

function foreign(words: Worded): ForeignStore {
  return { kind: 'foreign_store', retryable: false, ...words }
}
