/** Ids as real systems have them, and ids that testers invent. */
export const oddTexts: readonly string[] = [
  'C:17/α',
  '8812345678901234567890',
  '007',
  '7',
  'abc',
  'ABC',
  'x'.repeat(200),
  '👩‍👩‍👧🧾',
  'شرکت نمونه',
  'a%b_c*d\\e',
  "it's; DROP TABLE mapping; --",
  '{"a":[1,2]}',
  ' edges ',
  '__proto__',
]
