import type { SiaghUser } from '@siagh-sync/siagh-client'

/** A row of Siagh's list that says no more than which contact it is. */
export const listedRow = (Code: number, RecordId: string, tmpid?: string): SiaghUser => ({
  Code,
  RecordId,
  IsActive: true,
  IsAdminUser: false,
  TowardType: false,
  ...(tmpid !== undefined && { tmpid }),
})
