/** A row of Siagh's contact list, with all the fields that it is answered with. */
export interface SiaghRow {
  readonly RecordId: string
  /** Missing where the installation leaves it out of the list, and in some old rows. */
  readonly tmpid?: string | null
  readonly Code: number
  readonly Name: string | null
  readonly NationalCode: string | null
  readonly MobileNo: string | null
  readonly TelNo: string | null
  readonly Email: string | null
  readonly Address: string | null
  readonly PostalCode: string | null
  readonly IsActive: boolean
  readonly IsAdminUser: boolean
  /** `true` is an organization. */
  readonly TowardType: boolean
  readonly NickName: string | null
  readonly MobileNo2: string | null
  readonly TelNo2: string | null
  readonly Email2: string | null
  readonly CityCode: string | null
  readonly CountryCode: string | null
  readonly Gender: string | null
  readonly BirthDate: string | null
  readonly FatherName: string | null
  readonly Description: string | null
  readonly WebSiteAddress: string | null
  readonly RegDate: string | null
  readonly ExpireDate: string | null
  readonly ParentCode: number | null
  readonly AccountPartyCode: number | null
  /** Holds what the form calls `codeostan`. */
  readonly GeographicCode: string | null
  readonly Confirm: boolean
  readonly HasDisCount: boolean
}

/** A row with nothing but its ids, as Siagh would answer it. */
export const blankRow = (RecordId: string, Code: number): SiaghRow => ({
  RecordId,
  Code,
  Name: null,
  NationalCode: null,
  MobileNo: null,
  TelNo: null,
  Email: null,
  Address: null,
  PostalCode: null,
  IsActive: true,
  IsAdminUser: false,
  TowardType: false,
  NickName: null,
  MobileNo2: null,
  TelNo2: null,
  Email2: null,
  CityCode: null,
  CountryCode: null,
  Gender: null,
  BirthDate: null,
  FatherName: null,
  Description: null,
  WebSiteAddress: null,
  RegDate: null,
  ExpireDate: null,
  ParentCode: null,
  AccountPartyCode: null,
  GeographicCode: null,
  Confirm: false,
  HasDisCount: false,
})
