/**
 * What stays as it is in a recording, because it is part of the two interfaces and nobody's own. Everything that is not
 * listed here is taken for personal.
 */

/** Whole texts. */
export const KEPT_TEXTS: ReadonlySet<string> = new Set([
  // Siagh: kinds of messages, forms, grids and rows.
  ...['ErrError', 'ErrSuccs', 'ErrWarning', '2BFDA', '43D81', '1110', '[]', '{}'],
  ...['dbgrid1', 'sl_rizsanad', 'coderiz', 'inserted', 'updated', 'deleted', 'dbgrid1.#nickname#'],
  // The CRM: kinds of objects, telephones and states.
  ...['person', 'organization', 'Person', 'Organization', 'Invoice', 'Quote', 'Identity', 'Insert', 'Update', 'Delete'],
  ...['Mobile', 'Office', 'Home', 'Fax', 'Work', 'موبایل', 'تلفن همراه', 'همراه', 'دفتر', 'منزل', 'محل کار', 'فکس'],
  ...['تایید و شماره گذاری شده', 'آقای', 'خانم', 'Male', 'Female', 'مرد', 'زن'],
  // Units of goods.
  ...['عدد', 'قطعه', 'بسته', 'متر', 'کیلوگرم', 'گرم', 'تن', 'لیتر', 'ساعت', 'روز', 'ماه', 'سال', 'دستگاه', 'کارتن'],
  ...['جلد', 'برگ', 'نفر', 'جفت', 'دست', 'رول', 'شاخه', 'بشکه', 'متر مربع', 'متر مکعب', 'سرویس', 'پروژه', 'نسخه'],
  // This product.
  ...['siagh-sync', 'siagh-sync-probe'],
])

/** Texts of a fixed form that says nothing of anybody. */
export const KEPT_FORMS: readonly RegExp[] = [
  /^item-\d{1,4}$/,
  /^PI(_\d{1,2})?$/,
  /^User\.GeneralPropertyItem\.BillableObjectState_\d{1,2}$/,
  /^0{8}-0{4}-0{4}-0{4}-0{12}$/,
]

/** Fields whose numbers, and texts of digits, stay. They count, choose or name a kind. */
export const KEPT_NUMBERS: ReadonlySet<string> = new Set([
  ...['pageNumber', 'pageSize', 'platformType', 'operator', 'logicalOperator', 'platform'],
  ...['crmObjectTypeIndex', 'billableObjectStateIndex', 'vatPercent', 'tollPercent', 'discountPercent'],
  ...['totalDiscountPercent', 'statusCode', 'ErrorCode', 'FiscalYear'],
  ...['tarafType', 'Gender', 'gender', 'vazn', 'hajm', 'radif', 'taraftype', 'isactive'],
  ...['hssanadstate', 'codenoeesanad', 'codesalemodel', 'salmali', 'codenoeepardakht', 'codemarkazforush'],
  ...['codenoeeforush', 'os', 'osVersion', 'identityType', 'generation'],
])

/** Counts of goods. They stay whatever they are, because a price times a count has to be the worth of its row. */
export const QUANTITIES: ReadonlySet<string> = new Set(['count', 'returnedCount', 'qty', 'finalqty'])

/** Fields that hold the name of a field or of a column: an identifier stays. */
export const KEPT_NAMES: ReadonlySet<string> = new Set([
  'field',
  'ColName',
  'name',
  'entity',
  'keyField',
  'userKeyType',
])

/** Fields of the CRM that this product asks by, and columns of Siagh's forms that messages name. */
export const KNOWN_FIELDS: ReadonlySet<string> = new Set([
  ...['CrmId', 'CreatDate', 'CreateDate', 'ModifyDate', 'FirstName', 'LastName', 'NickName', 'RefId', 'CustomerNumber'],
  ...['CustomerNo', 'NationalCode', 'Price', 'MobileNo', 'TelNo', 'Name', 'Code', 'NationalNo', 'Qty', 'IdentityId'],
])

/** Fields of a webhook that hold a known word, in any letters. */
export const EVENTS: ReadonlySet<string> = new Set(['event', 'action', 'type', 'identityType'])

/** The known words of webhooks. */
export const EVENT_WORDS: ReadonlySet<string> = new Set([
  ...words('insert inserted create created update updated edit edited delete deleted remove removed'),
  ...words('identity invoice quote person organization'),
])

/** Fields that hold what a server says to a person: its known words stay, and all others are made up. */
export const MESSAGES: ReadonlySet<string> = new Set([
  ...['Description', 'MessageText', 'Solution', 'FinalMessages', 'Message', 'message', 'title', 'subtype'],
  ...[
    'identityTypeName',
    'identityType',
    'errorDetails',
    'ExceptionMessage',
    'ExceptionType',
    'type',
    'error',
    'detail',
  ],
])

/** The known words of the servers' messages. */
export const MESSAGE_WORDS: ReadonlySet<string> = new Set([
  ...words(
    'شماره موبایل تلفن نمی تواند تکراری باشد قیمت ردیف درست وارد نشده است پیش فاکتور فروش با موفقیت به ثبت گردید',
  ),
  ...words('خالص سند مخاطب حقیقی حقوقی طرف حساب یافت نشد پیدا معتبر نیست مقدار این کد ملی تایید مجاز اطلاعات دسترسی'),
  ...words(
    'runtime error field code not found when evaluating instruction callproc fieldbyname position invalid username',
  ),
  ...words('password or unauthorized authorization has been denied for this request internal server the is was access'),
  ...words('too many requests bad user locked license expired token session login please object reference set to an'),
  ...words('instance of value required must be unique duplicate already exists null exception an occurred with in no'),
])

function words(text: string): readonly string[] {
  return text.split(' ')
}
