import type { CrmDetail } from '../crm/crm-objects'
import type { DocumentFields } from '../crm/fields'
import { createRandom, type Random } from '../random'
import { goods } from './names'

const line = (random: Random): Partial<CrmDetail> => {
  const [productName, productUnitTypeName] = random.pick(goods)
  const isService = productUnitTypeName === 'ساعت'
  const count = random.chance(0.2) ? random.int(1, 19) + 0.5 : random.int(1, 20)
  const baseUnitPrice = random.int(10, 5000) * 1000
  const totalDiscount = random.chance(0.3) ? Math.floor((baseUnitPrice * count) / 10_000) * 1000 : 0
  return {
    productCode: `5001020${random.int(10, 99)}`,
    productName,
    productUnitTypeName,
    isService,
    count,
    baseUnitPrice,
    totalDiscount,
  }
}

/**
 * Made-up documents for the given customers in turn, to create invoices or quotes with: one to five lines, some with a discount
 * of their own, and one document in four with a discount on top. Their sums are added up when they are created.
 */
export const sampleDocuments = (count: number, customerIds: readonly string[], seed = 1): DocumentFields[] => {
  const random = createRandom(seed).fork('documents')
  return Array.from({ length: count }, (_, index): DocumentFields => {
    const identityId = customerIds[index % customerIds.length]
    return {
      ...(identityId === undefined ? {} : { identityId }),
      crmObjectTypeCode: random.pick(['PI_5', 'PI_5', 'PI_3', 'PI']),
      subject: `سند نمونه ${index + 1}`,
      description: random.chance(0.5) ? 'پیش‌فاکتور نمونه' : '',
      details: Array.from({ length: random.int(1, 5) }, () => line(random)),
      discount: random.chance(0.25) ? random.int(1, 9) * 1000 : 0,
    }
  })
}
