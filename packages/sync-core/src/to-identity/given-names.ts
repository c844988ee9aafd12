const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter((word) => word !== ''))

/** Words before a name that do not belong to it. */
export const TITLES = words(`
  آقای خانم جناب سرکار دکتر مهندس استاد پروفسور حاج حاجی حاجیه حاج‌آقا حاج‌خانم کربلایی مشهدی سرهنگ سرتیپ سروان
  حجت‌الاسلام حجه‌الاسلام آیت‌الله شیخ Mr Mrs Ms Dr Eng
`)

/** Given names that are often the first of two. In the identity card سید and میر are part of the given name. */
export const FIRST_OF_TWO = words(`
  سید سیده میر محمد علی امیر غلام غلام‌ عبد حسین حسن احمد محمود مهدی شاه نور ابو ام فاطمه زهرا زینب مریم نرگس ریحانه
  ملیکا گل ماه بی نازنین حنانه ثنا یاس قربان خدا الله روح حبیب عزت فتح نعمت رحمت قدرت اسد فضل نصرت شمس ضیاء جلال جمال
  کمال صدر بدر تاج فخر
`)

/** Given names that often come after another one. */
export const SECOND_OF_TWO = words(`
  رضا علی حسین حسن مهدی محمد امین جواد صادق باقر کاظم تقی نقی ابراهیم اسماعیل احسان پارسا طاها طه یاسین متین سجاد
  عرفان عباس اصغر اکبر قلی مراد یار هادی حیدر یوسف موسی عیسی پویا صدرا سام آرش ارسلان سبحان مبین ماهان کیان بهادر ناصر
  مرتضی مصطفی مجتبی سعید حامد حمید زهرا سادات سما کوثر فاطمه معصومه خاتون بانو بیگم مریم اندام سیما کبری صغری بخش داد
  الله اله
`)

/** Endings of a family name that are written apart from it: حسین زاده. */
export const FAMILY_ENDINGS = words(`
  زاده زادگان پور نیا نژاد فر منش دوست وند خواه نسب تبار پرست پناه راد کیا مقدم گر چی لو اوغلی
`)
