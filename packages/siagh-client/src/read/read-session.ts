import type { ApiError } from '@siagh-sync/http-client'
import type { Result } from 'neverthrow'
import * as z from 'zod'
import type { components } from '../generated/siagh'
import type { SiaghSession } from '../types'
import { dropAbsent, looseNumber, looseText } from './absent'
import { check } from './check'
import type { Pinned, ShapeOf } from './pinned'
import { plainValues } from './plain-values'

type Listed = Pick<
  components['schemas']['Session'],
  'SessionId' | 'UserCode' | 'UserName' | 'BranchCode' | 'FiscalYear' | 'SystemDate' | 'SystemTime'
>

const schema = z.object({
  // It becomes the value of a header, which allows only visible ASCII.
  SessionId: z.string().regex(/^[\x21-\x7e]+$/),
  UserCode: z.number(),
  UserName: looseText,
  BranchCode: looseNumber,
  FiscalYear: looseNumber,
  SystemDate: looseText,
  SystemTime: looseText,
} satisfies ShapeOf<Listed>)

type Session = Pinned<z.input<typeof schema>, Listed>

const optional = new Set(['userName', 'branchCode', 'fiscalYear', 'systemDate', 'systemTime'])

const PLAIN = { numbers: ['UserCode', 'BranchCode', 'FiscalYear'] }

/** Reads the answer to a login. */
export function readSession(body: unknown): Result<SiaghSession, ApiError> {
  return check<Session>(schema, plainValues(body, PLAIN)).map((session) =>
    dropAbsent(
      {
        sessionId: session.SessionId,
        userCode: session.UserCode,
        userName: session.UserName ?? null,
        branchCode: session.BranchCode ?? null,
        fiscalYear: session.FiscalYear ?? null,
        systemDate: session.SystemDate ?? null,
        systemTime: session.SystemTime ?? null,
      },
      optional,
    ),
  )
}
