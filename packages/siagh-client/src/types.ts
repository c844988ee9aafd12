/** The answer to a login. Source: observed on live installations. */
export interface SiaghSession {
  readonly sessionId: string
  readonly userCode: number
  readonly userName?: string
  /** The branch that the user works in. */
  readonly branchCode?: number
  /** A Jalali year. Example: 1404. */
  readonly fiscalYear?: number
  /** Jalali date of the server. Example: `1404/09/04`. */
  readonly systemDate?: string
  /** Local time of the server. Example: `17:33`. */
  readonly systemTime?: string
}

/**
 * A row of the contact list, with Siagh's own field names. A text that is null, missing or empty is absent here.
 * Fields that are not listed pass unchanged.
 */
export interface SiaghUser {
  /** GUID; never changes. */
  readonly RecordId: string
  /** The contact's code. Invoices refer to it. */
  readonly Code: number
  /**
   * A text that the writer of the contact has chosen. Some installations do not list it, so its absence proves
   * nothing.
   */
  readonly tmpid?: string
  readonly Name?: string
  readonly NickName?: string
  readonly NationalCode?: string
  readonly MobileNo?: string
  readonly MobileNo2?: string
  readonly TelNo?: string
  readonly TelNo2?: string
  readonly Email?: string
  readonly Email2?: string
  readonly Address?: string
  readonly PostalCode?: string
  readonly CityCode?: string
  readonly CountryCode?: string
  readonly GeographicCode?: string
  readonly Gender?: string
  readonly Description?: string
  readonly WebSiteAddress?: string
  readonly IsActive: boolean
  readonly IsAdminUser: boolean
  /** On the live system `true` is an organization. One older document says the reverse. */
  readonly TowardType: boolean
  /** 0 person, 1 organization. Absent: the installation does not return it. */
  readonly tarafType?: number
  /**
   * The contact's code as an account party (طرف حساب). It is another number than `Code`. Absent: the contact is no
   * account party. Source: siagh.md.
   */
  readonly AccountPartyCode?: number | string
}

/** The fields of the contact form (`2BFDA`), with the form's own names. Every field is written: `''` empties it. */
export interface ContactFields {
  readonly isactive: boolean
  readonly gender: string
  readonly websiteaddress: string
  /** Postal code. */
  readonly pocode: string
  /** Province code. */
  readonly codeostan: string
  readonly address: string
  /** City code. */
  readonly codeshahr: string
  readonly countrycode: string
  readonly email: string
  readonly fullname: string
  readonly mobileno: string
  readonly telno: string
  /** National code of a person, national id of an organization. */
  readonly passno: string
  /** A text that the writer chooses, to find its contact again. */
  readonly tmpid: string
  /** Remarks. */
  readonly tozihat: string
  /** 0 person, 1 organization. These are not the values of `TowardType`. */
  readonly taraftype: 0 | 1
}

/** One row of a pre-invoice. Amounts are in the money unit of the installation, usually Rial. */
export interface PreInvoiceLine {
  readonly productCode: string
  /** Unit name. Example: `عدد`. */
  readonly unit: string
  readonly quantity: number
  /** Unit price before VAT and discount; Siagh adds VAT itself. */
  readonly price: number
  /** Discount amount of the whole row. */
  readonly discount: number
}

/** The fields of the pre-invoice form (`43D81`). */
export interface PreInvoice {
  /** 32 upper-case hex digits or a UUID. The same for every attempt at one document. */
  readonly suid: string
  /** `hssanadstate`, 8 on the live installation. */
  readonly state: number
  /** `codenoeesanad`: 2 is a sales pre-invoice. */
  readonly documentKind: number
  /** `codesalemodel`. */
  readonly saleModel: number
  /** `salmali`: a Jalali year. Example: 1404. */
  readonly fiscalYear: number
  /** `codenoeepardakht`: 1 cash, 2 cheque. */
  readonly paymentKind: number
  /** `codemarkazforush`. */
  readonly salesCentre: number
  /** `codecontact`: the customer's `Code`. Absent: sent empty. */
  readonly contactCode?: number
  /** `codemoshtari`: the customer's code as an account party (`AccountPartyCode`). It must exist. */
  readonly customerCode: number
  /** `codenoeeforush`. */
  readonly saleKind: number
  /** `codevaseteh`. Absent: sent empty. */
  readonly intermediary?: number
  /** `tozihat`. */
  readonly remarks: string
  /** `namenoesanad`: the title on the document. */
  readonly title: string
  readonly lines: readonly PreInvoiceLine[]
}

/** Siagh's answer about a new contact. */
export interface CreatedContact {
  /** The new contact's `Code`. Its `RecordId` is known only from the next reading of the list. */
  readonly code: number
}

/** Siagh's answer about a new pre-invoice. */
export interface CreatedPreInvoice {
  /** The document's internal code (`15459`). */
  readonly code: string
  /** The document's number (`2488`). Absent: the success message holds none. */
  readonly number?: string
  /** Another id of the document (`458640`). Absent: Siagh did not return it. */
  readonly params?: string
}
