import type { Invoice, Quote } from '@siagh-sync/crm-client'
import { fingerprintOf } from '../fingerprint'
import { normalizeId } from '../key'

/**
 * A hash of what a document says and a pre-invoice can show, in the CRM's own terms. The site's rules and the date
 * are no part of it. So a change of rules does not make every posted document look changed.
 */
export function documentFingerprint(document: Invoice | Quote): string {
  const { identityId = '', crmObjectTypeCode, description, discount, toll, additionalCosts, details } = document
  return fingerprintOf({
    customer: normalizeId(identityId) ?? identityId,
    crmObjectTypeCode,
    description,
    discount: discount ?? 0,
    toll: toll ?? 0,
    additionalCosts: additionalCosts ?? 0,
    lines: details.map((line) => ({
      product: line.productCode ?? line.productId,
      unit: line.productUnitTypeName,
      count: line.count,
      price: line.baseUnitPrice,
      discount: line.totalDiscount ?? 0,
      returned: line.returnedCount ?? 0,
    })),
  })
}
