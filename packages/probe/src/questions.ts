/** What is asked about the CRM, in the order in which it is shown. */
export const CRM_QUESTIONS = [
  'missing_id',
  'wrong_kind',
  'identity_type',
  'search_pages',
  'crm_encoding',
  'crm_ids',
  'crm_times',
  'crm_unset',
  'find_person',
  'find_organization',
  'find_invoice',
  'find_quote',
  'find_fields',
  'find_order',
  'find_first_page',
  'find_page_size',
  'find_total',
  'find_dates',
  'find_times',
  'crm_letters',
  'ref_id',
  'customer_number',
  'totals',
  'crm_amounts',
  'row_amount',
  'vat',
  'vat_by_percent',
  'extras',
  'product_codes',
  'document_states',
] as const

/** What is asked about Siagh, in the order in which it is shown. */
export const SIAGH_QUESTIONS = [
  'fiscal_year',
  'contact_list',
  'list_filter',
  'siagh_encoding',
  'record_id_form',
  'siagh_codes',
  'siagh_flags',
  'siagh_unset',
  'siagh_letters',
  'persian_letters',
  'tmpid_listed',
  'tmpid_form',
  'toward_type',
  'account_party',
  'no_account_party',
  'unique_mobile',
] as const

/** What no reading shows, of either server. */
export const HIDDEN_QUESTIONS = [
  'save_contact',
  'save_pre_invoice',
  'customer_codes',
  'new_account_party',
  'province',
  'list_delay',
  'repeated_suid',
  'siagh_money',
  'session_end',
  'crm_create',
  'webhook_repeats',
] as const

/** One of the questions. The name does not change. */
export type Question =
  (typeof CRM_QUESTIONS)[number] | (typeof SIAGH_QUESTIONS)[number] | (typeof HIDDEN_QUESTIONS)[number]
