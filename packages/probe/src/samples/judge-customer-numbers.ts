import { finding, type Finding } from '../finding'
import { probeSaying } from '../messages/probe-messages'
import type { CustomerNumbers, NumberScheme } from './customer-numbers'

/** How many identities have to speak for a way, and how few against it. */
const ENOUGH = 3
const SHARE = 10

/** Whether customer numbers surely name codes in this way. */
export function isSure({ right, wrong }: Pick<NumberScheme, 'right' | 'wrong'>): boolean {
  return right >= ENOUGH && wrong * SHARE <= right
}

/** Whether customer numbers surely do not name codes in the way that is in force: they name other contacts. */
export function isWrong({ right, wrong }: Pick<NumberScheme, 'right' | 'wrong'>): boolean {
  return wrong >= ENOUGH && right <= wrong
}

/** What follows from the customer numbers. */
export function judgeCustomerNumbers(numbers: CustomerNumbers): Finding {
  const { withNumber, inForce, best } = numbers
  if (withNumber === 0) {
    return finding(
      'customer_number',
      'unseen',
      probeSaying('probe_no_customer_numbers'),
      probeSaying('probe_customer_number_empty'),
    )
  }
  const seen = probeSaying('probe_customer_numbers', { count: withNumber, ...inForce })
  if (isSure(inForce)) return finding('customer_number', 'holds', seen, probeSaying('probe_customer_number_fine'))
  if (best && isSure(best)) {
    const { prefix, offset, right, wrong } = best
    const other = probeSaying('probe_other_scheme', { prefix: prefix === '' ? '–' : prefix, offset, right, wrong })
    return finding('customer_number', 'differs', other, probeSaying('probe_customer_number_scheme'))
  }
  if (isWrong(inForce)) return finding('customer_number', 'differs', seen, probeSaying('probe_customer_number_wrong'))
  return finding('customer_number', 'unseen', seen, probeSaying('probe_customer_number_ask'))
}
