/**
 * Ten digits of a mobile number that no sample of another `block` (0 to 9) has. They lie in `0900` to `0905`, which
 * libphonenumber takes for mobile, and count up, so that a million samples are all different.
 */
export const mobileOf = (block: number, index: number): string =>
  `90${block % 6}${String(index % 10_000_000).padStart(7, '0')}`

/** Eight digits of a local number, in a range that begins with zeros and is given to nobody. */
export const landlineOf = (index: number): string => `00${String(index % 1_000_000).padStart(6, '0')}`
