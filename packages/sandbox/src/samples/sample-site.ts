/**
 * What a made-up company says of its own Siagh: the six rules of a pre-invoice that have no default, as rules and as
 * variables of the environment. Every number differs, so that no two of them can be mixed up unnoticed.
 */
export const sampleSite = {
  rules: {
    preInvoice: {
      saleKind: 3,
      saleModel: { PI_5: 5, default: 1 },
      salesCentre: 4,
      paymentKind: 2,
      intermediary: 31,
      title: 'پیش فاکتور فروش',
    },
  },
  environment: {
    SALE_KIND: '3',
    SALE_MODEL: 'PI_5=5, default=1',
    SALES_CENTRE: '4',
    PAYMENT_KIND: '2',
    INTERMEDIARY: '31',
    DOCUMENT_TITLE: 'پیش فاکتور فروش',
  },
} as const
