/**
 * The names of fields that belong to the interfaces of every installation. A recording keeps them. Any other name is
 * replaced, because a server may use a national code, a telephone number or a name of somebody as the name of a field.
 */
const KNOWN_KEYS: ReadonlySet<string> = new Set([
  // The two OpenAPI descriptions. A test compares them.
  ...words(
    'AccountPartyCode Address BirthDate BranchCode BranchName CityCode Code ColName Confirm ContactCode ' +
      'ContactName CountryCode Description Email Email2 ErrorCode ErrorType Errors ExpireDate FatherName ' +
      'FinalMessages FiscalYear Gender GeographicCode Group HasDisCount HelpIndex IsActive IsAdminUser Message ' +
      'MessageText MobileNo MobileNo2 Name NationalCode NickName ParentCode Password PostalCode RecordId RegDate ' +
      'ReturnCode ReturnParams ReturnValue SessionId Solution SystemDate SystemTime TelNo TelNo2 Token TowardType ' +
      'UserCode UserName WebSiteAddress accessToken additionalCosts addressContacts addressType alternativeEmail ' +
      'areaCode assignedToUserName attachments baseUnitPrice billableObjectState billableObjectStateIndex ' +
      'businessType categories city continuedNumber count country creatDate crmId crmObjectTypeCode ' +
      'crmObjectTypeIndex ctrlValues customerNo customerNumber data dataRows default detailDescription details ' +
      'deviceId discount discountPercent economicCode employees errorDetails expiresAt extendedProperties extension ' +
      'field finalUnitPrice finalValue firstName flowId formId id identityId identityType includeColor includeTags ' +
      'inventoryCode inventoryName invoiceDate invoiceType isService key lastName latitude leafNegate ' +
      'logicalOperator longitude managerId modifyDate number operator order orders os osVersion pageNumber pageSize ' +
      'parameters personPrefix phoneContacts phoneNumber phoneType platformType postCode preview productCode ' +
      'productId productName productUnitTypeName queries quoteDate quoteType refId refreshToken registerNumber ' +
      'relatedQuoteId returnedCount searchTerm serial showExtendedPreviews showPreviews stageId state statusCode ' +
      'subject tags tarafType tmpid toll tollPercent total totalDiscount totalToll totalUnitPrice totalValue ' +
      'totalVat typeKey userKey value vat vatPercent website zipBox zipCode',
  ),
  // Fields of the exchanges that were seen, of Siagh's forms and their rows, and of webhooks.
  ...words(
    'Param1 CodeMain _In_EditKeys _In_Suid __uid _status action assignedToId assignedToIdPreview balance classification ' +
      'codecontact codekala codemarkazforush codemoshtari codenoeeforush codenoeepardakht codenoeesanad codeostan ' +
      'codesalemodel codeshahr codevaseteh color colorName creatorId creatorIdPreview crmObjectTypeId ' +
      'crmObjectTypeIndexPreview crmObjectTypeName customerDate entity facebookUsername finalqty fullname ' +
      'gn_web_users hajm hssanadstate identityIdPreview identityTypeName invoiceId keyField mabtakhfif modifierId ' +
      'modifierIdPreview namenoesanad nameunit newValue nocheck oldValue organizations otherUsername ' +
      'parentCrmObjectId passno pocode preferredContactType price priceListName processLifePaths qty radif ' +
      'saleUsername salmali sl_sanad sourceTypeName sumameldec sumamelinc supportUsername takhfif ' +
      'totalDiscountPercent tozihat vazn quoteId event',
  ),
  // What servers of every kind say of an error and of a page.
  ...words(
    'error errors title type status detail instance traceId error_description ExceptionMessage ExceptionType StackTrace ' +
      'InnerException MessageDetail ModelState success isSuccess result results items messages reason timestamp path ' +
      'secret grant_type client_id scope expires_in token_type access_token refresh_token',
  ),
])

/** Whether a name belongs to the interfaces. Its capitals may be others. */
export function isKnownKey(name: string): boolean {
  return KNOWN_KEYS.has(name.toLowerCase())
}

function words(text: string): readonly string[] {
  return text.toLowerCase().split(' ')
}
