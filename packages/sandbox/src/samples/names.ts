/** Common given names beside family names that nobody bears, so that no sample is a person. */
export const maleNames: readonly [string, ...string[]] = [
  'رضا',
  'علی',
  'محمدرضا',
  'امیرحسین',
  'کیان',
  'یاسین',
  'پرویز',
  'سید مهدی',
]

/** Given names of women. */
export const femaleNames: readonly [string, ...string[]] = [
  'زهرا',
  'مریم',
  'فاطمه',
  'نیکی',
  'یلدا',
  'شکیبا',
  'مه‌سیما',
  'پریا',
]

/** Made-up family names, some of two words and some with a half-space. */
export const familyNames: readonly [string, ...string[]] = [
  'نمونه‌پور',
  'آزمایشی',
  'مثال‌زاده',
  'فرضی اصل',
  'خیالی‌نیا',
  'کاغذیان',
  'پنداری',
  'انگاره‌ای',
  'ساختگی‌فر',
  'تمرینی',
]

/** What made-up companies are called: kind, name and trade. */
export const companyKinds: readonly [string, ...string[]] = ['شرکت', 'بازرگانی', 'فروشگاه', 'صنایع', 'گروه صنعتی']

/** Names of companies that do not exist. */
export const companyNames: readonly [string, ...string[]] = [
  'نمونه گستر',
  'آزمون کالا',
  'مثال پردازان',
  'فرض آفرین',
  'انگاره سازان',
  'پندار تجارت',
  'کاغذ یاران',
]

/** Trades that follow a company's name. */
export const trades: readonly [string, ...string[]] = ['شیمی', 'پخش', 'فولاد', 'رایانه', 'غذا', 'نساجی', '(سهامی خاص)']

/** Streets of nowhere in particular. */
export const streets: readonly [string, ...string[]] = [
  'خیابان نمونه',
  'بلوار آزمایش',
  'کوچه مثال',
  'میدان فرضی',
  'شهرک صنعتی انگاره',
]

/** Cities with their area codes. */
export const cities: readonly [readonly [string, string], ...(readonly [string, string])[]] = [
  ['تهران', '021'],
  ['اصفهان', '031'],
  ['مشهد', '051'],
  ['تبریز', '041'],
  ['شیراز', '071'],
  ['اهواز', '061'],
]

/** Goods with their units. */
export const goods: readonly [readonly [string, string], ...(readonly [string, string])[]] = [
  ['کالای اول', 'عدد'],
  ['کالای دوم', 'قطعه'],
  ['پیچ آزمایشی', 'بسته'],
  ['کابل نمونه', 'متر'],
  ['رنگ فرضی', 'کیلوگرم'],
  ['خدمات نصب', 'ساعت'],
]
