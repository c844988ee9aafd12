import type { Dialect } from '../dialect/dialect'

/** A `tmpid` as the contact list shows it. */
export const shownTmpid = (tmpid: string, form: Exclude<Dialect['tmpidInList'], 'left-out'>): string => {
  switch (form) {
    case 'as-written':
      return tmpid
    case 'capitals':
      return tmpid.toUpperCase()
    case 'braces':
      return `{${tmpid.toUpperCase()}}`
    case 'spaces':
      return `${tmpid}    `
    case 'no-dashes':
      return tmpid.replaceAll('-', '')
  }
}
