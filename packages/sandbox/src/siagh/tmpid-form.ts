/** In which form the contact list shows a `tmpid` that is a GUID: as it was written, or as this installation likes it. */
export type TmpidForm = 'as-written' | 'capitals' | 'braces' | 'spaces' | 'no-dashes'

/** A `tmpid` as the contact list shows it. */
export const shownTmpid = (tmpid: string, form: TmpidForm): string => {
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
