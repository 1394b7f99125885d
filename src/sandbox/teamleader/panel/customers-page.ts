import type { Html } from '../../html.ts'
import { action, hidden, html } from '../../html.ts'
import { customerName } from '../customer-moves.ts'
import type { Parts } from '../parts.ts'
import type { CompanyRecord, ContactRecord } from '../records.ts'
import type { World } from '../world.ts'

const SHOWN = 100

/** The choice of a customer in other forms. */
export function customerOptions(world: World): Html[] {
  const companies = [...world.companies.all()].slice(0, 500)
  const contacts = [...world.contacts.all()].slice(0, 500)
  return [
    html`<optgroup label="Companies">${companies.map((each) => option('company', each))}</optgroup>`,
    html`<optgroup label="Contacts">${contacts.map((each) => option('contact', each))}</optgroup>`,
  ]
}

function option(type: string, customer: CompanyRecord | ContactRecord): Html {
  return html`<option value="${type}:${customer.id}">${customerName(customer)}</option>`
}

/** Companies and people, with edit, merge, deactivate and delete. */
export function customersPage({ world }: Parts): string {
  const companies = [...world.companies.all()].slice(0, SHOWN)
  const contacts = [...world.contacts.all()].slice(0, SHOWN)
  return html`<section class="card"><h2 style="margin-top:0">New company</h2><form data-verb="addCompany" aria-label="New company">
<label>Name <input name="name" required></label><label>E-mail <input name="email" type="email"></label>
<label>VAT number <input name="vatNumber"></label><button class="primary">Add company</button></form></section>
<h2>Companies <span class="quiet">(${world.companies.size()})</span></h2>
${table(companies.map((each) => companyRow(world, each)))}
<h2>Contacts <span class="quiet">(${world.contacts.size()})</span></h2>
${table(contacts.map(contactRow))}`.html
}

function table(rows: Html[]): Html {
  return html`<div class="scroll"><table><thead><tr><th>Name</th><th>E-mail</th><th>VAT number</th><th>State</th><th>Do</th></tr></thead>
<tbody>${rows}</tbody></table></div>`
}

function facts(customer: CompanyRecord | ContactRecord): Html {
  const emails: Array<{ type: string; email: string }> = customer.emails
  return html`<td>${customerName(customer)}</td><td>${emails.map(
    ({ type, email }) =>
      html`<div>${email} ${type === 'invoicing' ? html`<span class="quiet">invoicing</span>` : ''}</div>`,
  )}</td><td>${customer.vatNumber ?? '–'}</td><td>${customer.status}</td>`
}

function companyRow(world: World, company: CompanyRecord): Html {
  const name = company.name
  const id = hidden('id', company.id)
  const edit = action('editCompany', {
    label: 'Edit',
    name: `Edit ${name}`,
    fields: html`${id}<input name="change.name" aria-label="New name of ${name}" value="${name}">
<input name="change.emails" data-kind="json" aria-label="E-mail addresses of ${name}" value="${JSON.stringify(company.emails)}">`,
  })
  const merge = action('mergeCompanies', {
    label: 'Merge into this',
    name: `Merge into this: ${name}`,
    fields: html`${hidden('winnerId', company.id)}<select name="loserId" aria-label="Company that disappears into ${name}">${otherCompanies(world, company)}</select>`,
    confirm: `Merge the chosen company into ${name}?`,
  })
  return html`<tr>${facts(company)}<td><div class="actions">${edit}${merge}${endings('company', company)}</div></td></tr>`
}

/** Only the neighbours in the list, so that the page stays small. */
function otherCompanies(world: World, company: CompanyRecord): Html[] {
  const others = [...world.companies.all()].filter(({ id }) => id !== company.id).slice(0, 20)
  return others.map(({ id, name }) => html`<option value="${id}">${name}</option>`)
}

function contactRow(contact: ContactRecord): Html {
  const name = customerName(contact)
  const edit = action('editContact', {
    label: 'Edit',
    name: `Edit ${name}`,
    fields: html`${hidden('id', contact.id)}<input name="change.lastName" aria-label="New last name of ${name}" value="${contact.lastName}">
<input name="change.emails" data-kind="json" aria-label="E-mail addresses of ${name}" value="${JSON.stringify(contact.emails)}">`,
  })
  return html`<tr>${facts(contact)}<td><div class="actions">${edit}${endings('contact', contact)}</div></td></tr>`
}

function endings(type: 'company' | 'contact', customer: CompanyRecord | ContactRecord): Html[] {
  const name = customerName(customer)
  const id = hidden('id', customer.id)
  return [
    action('deactivate', {
      label: 'Deactivate',
      name: `Deactivate ${name}`,
      fields: html`${id}${hidden('type', type)}`,
    }),
    action(type === 'company' ? 'deleteCompany' : 'deleteContact', {
      label: 'Delete',
      name: `Delete ${name}`,
      fields: id,
      confirm: `Delete ${name}?`,
    }),
  ]
}
