import type { InvalidField } from '../errors.ts'
import { isEmailAddress, splitEmailAddresses } from '../values/index.ts'
import { type CustomerFacts, type CustomerField, customerFields } from './customer.ts'

/**
 * What a person typed, as it is kept: spaces around it and line breaks inside it are gone, nothing at all is null, several
 * addresses in one line of CC are several, two-letter codes have their usual case. Nothing is guessed, nothing completed.
 */
export function tidyFacts(facts: Partial<CustomerFacts>): Partial<CustomerFacts> {
  const tidied = Object.entries(facts).map(([field, value]) => [field, tidyValue(field, value)])
  return Object.fromEntries(tidied) as Partial<CustomerFacts>
}

/** Facts of which nothing is known. */
export function noFacts(): CustomerFacts {
  const empty = customerFields.map((field) => [field, field === 'cc' ? [] : null])
  return Object.fromEntries(empty) as CustomerFacts
}

/** What is wrong with values that a person typed. What came from a CRM is never judged here: it is kept and flagged. */
export function problemsOf(facts: Partial<CustomerFacts>): InvalidField[] {
  const problems: InvalidField[] = []
  for (const field of customerFields) {
    const value = facts[field]
    if (!value) continue
    const text = Array.isArray(value) ? value.join('') : value
    if (/\p{Cc}/u.test(text)) problems.push({ path: field, message: 'No control characters' })
  }
  if (facts.email && !isEmailAddress(facts.email)) problems.push(notAnAddress('email', facts.email))
  for (const address of facts.cc ?? []) {
    if (!isEmailAddress(address)) problems.push(notAnAddress('cc', address))
  }
  return problems
}

function notAnAddress(path: CustomerField, text: string): InvalidField {
  return { path, message: `“${text}” is not an e-mail address` }
}

function tidyValue(field: string, value: string | string[] | null | undefined): string | string[] | null {
  if (Array.isArray(value)) return splitEmailAddresses(value.join(','))
  const text = (value ?? '').replace(/[\t\r\n\u2028\u2029]+/g, ' ').trim()
  if (text === '') return null
  if (field === 'language') return /^[a-z]{2}$/i.test(text) ? text.toLowerCase() : text
  if (field === 'country' || field === 'invoicingCountry') {
    return /^[a-z]{2}$/i.test(text) ? text.toUpperCase() : text
  }
  return text
}
