import { foldForCompare, showGaps } from './text'

const FAX = '(?:شماره )?(?:فکس|فاکس|نمابر|دورنگار|دورنویس|fax|f|ف(?=[\\s:.-]*\\d))'
const TELEPHONE = '(?:شماره )?(?:تلفن ثابت|تلفن|تله|تل|تماس|telephone|tele|tel|phone|t|ت(?=[\\s:.-]*\\d))'
const PHONE = `(?:${TELEPHONE}|(?:شماره )?(?:تلفکس|تلفن همراه|تلفنخانه|موبایل|همراه|ثابت|دفتر|منزل)|مرکز تماس|ارتباط با مشتریان|پشتیبانی|سامانه|گویا|خط ویژه|ویژه|telfax|mobile|mob|cell|call center|office|m|p)`
const OTHER_NUMBER =
  '(?:(?:کد|شماره|شناسه) ?(?:ملی|پستی|اقتصادی|ثبت|حساب|کارت|شبا|شناسنامه|رهگیری|مشتری|اشتراک|پرونده|قرارداد|فاکتور|نقش|صنفی)|صندوق پستی|حساب|شبا|شناسنامه|گذرنامه|پاسپورت|پیامک|پیام کوتاه|sms|مبلغ|قیمت|iban|sheba|postal code|zip code|zip|po box|p o box)'
/** A word after digits that count something. */
const COUNTED = '(?:خطوط|خطی|خطه|خط|لاین|lines?)'
/** A word before digits that it names. */
const NUMBERED =
  '(?:شماره داخلی|داخلی|داخل|extension|ext|x|واحد|طبقه|پلاک|پ|ط|زنگ|بلوک|ساختمان|برج|ورودی|سالن|اتاق|سوله|غرفه|خیابان|کوچه|منطقه|فاز|قطعه|شعبه|خط|لاین|line|unit|floor|room|no)'
const UNITS = '(?:داخلی|واحد|طبقه|شعبه|نفر|دستگاه|رقمی|ساعته|ساعت|روزه|روز|سال|متری|متر|درصد|تومان|ریال)'
const RANGE = '(?:الی|تا|لغایت|to|until|till)'

const START = '(?<![\\p{L}\\p{M}])'
const END = '(?![\\p{L}\\p{M}])'
const AND = `${START}(?:و|یا|and|or)${END}`
const BETWEEN = '[\\s.:=()#-]*'
/**
 * The number of a line, a flat or an extension. It is short, no area code, and not the first part of a longer number.
 */
const SHORT = '(?!0\\d\\d)(?!\\d{4,}[\\s-]+\\d)\\d{1,6}(?!\\d)'
const HOUR = '(?:[01]?\\d|2[0-4])'
const DAY = '(?:0?[1-9]|[12]\\d|3[01])'
const MONTH = '(?:0?[1-9]|1[0-2])'
const MONEY = '(?:(?:هزار|میلیون|میلیارد)\\s*)?(?:تومان|ریال|rials?|tomans?)'
const YEAR = '(?:1[34]\\d\\d|19\\d\\d|20\\d\\d)'

const all = (pattern: string) => new RegExp(pattern, 'gu')

/** Patterns and their replacements, in this order. */
const RULES: readonly (readonly [RegExp, string | ((found: string) => string)])[] = [
  // Latin words without a space beside their digits: `tel021…`, `…x12`.
  [all(`${START}(telephone|tel|phone|fax|mobile|mob|cell|ext|lines?|[tmpf](?=\\d{5}))(?=\\d)`), '$1 '],
  [all('(\\d)\\s*(?:ext|x)\\.?\\s*(?=\\d)'), '$1 ext '],
  [all(`${START}ir\\s*(?:\\d[\\s-]*){22,}`), ' X '],
  [all('\\d+(?:[.,\u066B]\\d+)?e[+-]?\\d+'), ' X '],
  [all('[\\w.-]*@[\\w.-]*'), ' W '],
  [all('(?<!\\w)(?=\\w*[a-z])(?=\\w*\\d)\\w+'), ' X '],
  // A cell that is too narrow, and amounts of money.
  [all('#{3,}'), ' X '],
  [all(`(?<!\\d)\\d[\\d.,\u066B\u066C/]{4,}\\s*(?:[%٪]|${MONEY}${END})`), ' X '],
  // A whole number as a spreadsheet shows it. A number with a fraction is no telephone number.
  [
    all('(?<![\\d.,\u066B\u066C])[1-9]\\d{0,2}([,.\u066C])\\d{3}(?:\\1\\d{3}){2}(?![\\d,\u066C])'),
    (found) => found.replace(/\D/g, ''),
  ],
  [all('(?:(?<=\\d{7})[\\s-]*[.\u066B]|(?<=\\d{10})[\\s-]*[,/])\\s*0{1,3}(?![\\s._()-]*\\d)'), ''],
  [all('(?<!\\d)[1-9]\\d{9,11}[.\u066B]\\d{1,2}(?![\\s._()-]*\\d)'), ' X '],
  [all(`(?<!\\d)${YEAR}([/.-])${MONTH}\\1${DAY}(?!\\d)`), ' A '],
  [all(`(?<!\\d)${DAY}([/.-])${MONTH}\\1${YEAR}(?!\\d)`), ' A '],
  [all(`(?<!\\d)${HOUR}:[0-5]\\d(?!\\d)`), ' A '],
  [all(`\\s*(?:${START}${RANGE}${END}|[~∼])\\s*`), '~'],
  [all(`${START}(?:ساعت|ساعات)${END}[^\\d/،,;]*\\d{1,2}(?:[~-]\\d{1,2})?(?!\\d)`), ' A '],
  [all(`(?<=(?:^|[^\\d\\s(.:_-]|\\d{5})[\\s(]*)(?<!\\d)${HOUR}~${HOUR}(?!\\d)`), ' A '],
  // A number that is both telephone and fax counts as a telephone number.
  [all(`${START}${TELEPHONE}(?:[\\s/،,&-]|${AND})*${START}${FAX}${END}`), ' T '],
  [all(`${START}${FAX}\\s*(?:[/&]|${AND})\\s*${TELEPHONE}${END}`), ' T '],
  [all(`${START}(?:ت\\s*(?:[/،.-]|و)\\s*ف|ف\\s*(?:[/،.-]|و)\\s*ت)${END}`), ' T '],
  [all(`(?<!\\d)[1-9]\\d{0,2}\\s*${COUNTED}${END}`), ' A '],
  [
    all(`${START}${NUMBERED}${END}${BETWEEN}${SHORT}(?:\\s*(?:[-/،,~]|${AND})\\s*(?!0)\\d{1,5}(?!\\d|[\\s-]*\\d))*`),
    ' A ',
  ],
  [all('#\\s*(?!0\\d\\d)\\d{1,6}(?![\\d-])'), ' A '],
  [all(`(?<!\\d)[1-9]\\d{0,3}\\s*${UNITS}${END}`), ' A '],
  [all(`${START}(${PHONE}|${FAX}|شماره)\\s*[1-9](?=\\s*[:=)-])`), '$1 '],
  [all(`${START}${OTHER_NUMBER}${END}`), ' N '],
  [all(`${START}${FAX}${END}`), ' F '],
  [all(`${START}${PHONE}${END}`), ' T '],
  [all(`(?<=\\d)\\s*${AND}\\s*(?=[+\\d])`), ';'],
  [all(`${START}(?:کد شهر|کد|پیش شماره|شماره)${END}`), ' '],
  [all('(?![A-Z])[\\p{L}\\p{M}]+'), ' W '],
  // Digits, letters and the signs that a number may contain stay. Everything else separates numbers.
  [all('\\\\'), '/'],
  [all('[^\\dA-Z+~\\s._()\\[\\]:="\'«»/-]'), ';'],
]

const LINE_BREAKS = /[\r\n\v\f\u0085\u2028\u2029]+/g
/** A digit on a key, such as `1️⃣`, is a digit. `¹`, `①` and the digits of other scripts are not. */
const KEYCAPS = /\uFE0F?\u20E3/g
const NO_DIGITS = /\p{No}|(?![0-9\u0660-\u0669\u06F0-\u06F9\uFF10-\uFF19])\p{Nd}/gu
/**
 * Signs that say what the number beside them is. `SIGNS` matches all signs, because some would become digits or
 * letters.
 */
const FAX_SIGNS = /[📠🖷]/gu
const TELEPHONE_SIGNS = /[☎☏📞📱🕻🕾🕿℡]/gu
const SIGNS = /\p{So}/gu
const DASHES = /[\p{Pd}\u2212]/gu

/**
 * Replaces the words in a field with letters. Digits become Latin. Every dash becomes `-`. Between the ends of a range
 * stands `~`. Every sign that no number contains becomes `;`, except the slash. Each word becomes a capital letter:
 *
 * - `F`: the number beside it is a fax number.
 * - `T`: the number beside it is a telephone number, perhaps a fax number as well.
 * - `N`: the number after it is of another kind.
 * - `A`: something beside the number: a count of lines, an extension, a flat, a time.
 * - `X`: digits that nobody has typed one by one: `IR12`, `9.12E+09`.
 * - `W`: any other word.
 */
export function replaceWords(field: string): string {
  const digits = field.replace(KEYCAPS, '').replace(NO_DIGITS, '@').replace(LINE_BREAKS, ';')
  const signs = digits.replace(FAX_SIGNS, ' فکس ').replace(TELEPHONE_SIGNS, ' تلفن ').replace(SIGNS, ';')
  const folded = foldForCompare(showGaps(signs)).replace(DASHES, '-')
  return RULES.reduce((text, [pattern, letter]) => text.replace(pattern, letter as string), folded)
}
