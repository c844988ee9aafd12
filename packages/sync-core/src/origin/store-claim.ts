import type { SiaghClient } from '@siagh-sync/siagh-client'
import { err, errAsync, okAsync, ResultAsync, safeTry } from 'neverthrow'
import type { ForeignStore, StoreUnavailable, SyncError } from '../errors'
import type { Logger } from '../ports/logger'
import type { CompanyOrigin, Origin, Store } from '../ports/store'
import { judgeLogin, judgeServers, type BoundCompany, type Judgement, type Servers } from './judge-origin'
import { worded } from '../messages/core-messages'
import type { Worded } from '../messages/saying'

/** Prevents a process from using the store of other servers. A confirmation holds as long as the process lives. */
export interface StoreClaim {
  /**
   * Makes sure that the store belongs to this company and these servers. Records the servers if none are recorded
   * yet.
   */
  confirmServers(): ResultAsync<void, StoreUnavailable | ForeignStore>
  /**
   * Also makes sure that Siagh's login leads to the same books. Logs in if there is no session; the write that
   * follows would do the same.
   */
  confirmLogin(siagh: Pick<SiaghClient, 'session'>): ResultAsync<void, SyncError>
}

/** What is needed to make the claim. */
export interface ClaimOptions {
  readonly store: Pick<Store, 'origins' | 'mappings'>
  readonly company: string
  readonly servers: Servers
  /** Whether other servers, or another company, may replace those that are recorded. */
  readonly acceptNewServers: boolean
  readonly logger: Logger
}

// Several processes may start together, and each may be overtaken by another one.
const TRIES = 5

/** Creates a claim. Nothing is confirmed yet. */
export function createStoreClaim(options: ClaimOptions): StoreClaim {
  const { store, company, servers, acceptNewServers } = options
  let claimed: Origin | undefined
  let confirmedSession: string | undefined

  const find = (): ResultAsync<Origin, StoreUnavailable | ForeignStore> =>
    carryOut(options, () =>
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
        return carryOut(options, judge).map((origin) => {
          claimed = origin
          confirmedSession = sessionId
        })
      })
    },
  }
}

/**
 * Lists the companies of the store. A company is bound to its servers when Siagh has let it write, or when it has
 * mappings from before the servers were recorded.
 */
function listBound(store: ClaimOptions['store']): ResultAsync<readonly BoundCompany[], StoreUnavailable> {
  const look = (each: CompanyOrigin): ResultAsync<BoundCompany, StoreUnavailable> => {
    if (each.origin?.login) return okAsync({ ...each, isBound: true })
    const first = store.mappings.list(each.company, {}, { limit: 1 })
    return first.map(({ items }) => ({ ...each, isBound: items.length > 0 }))
  }
  return store.origins.list().andThen((recorded) => ResultAsync.combine(recorded.map(look)))
}

/** Carries out what `judge` decides. Tries again if another process was faster. */
function carryOut<E extends StoreUnavailable | ForeignStore>(
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
    if (tries > 1) return carryOut(options, judge, tries - 1)
    return errAsync(foreign(worded('store_contended')))
  })
}

/** A first login adds to the recorded origin and replaces nothing. */
function isReplaced(before: Origin, now: Origin): boolean {
  return before.login !== undefined || before.siagh !== now.siagh || before.crm !== now.crm
}

function foreign(words: Worded): ForeignStore {
  return { kind: 'foreign_store', retryable: false, ...words }
}
