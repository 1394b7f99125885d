import type { Html } from '../../html.ts'
import { action, hidden, html } from '../../html.ts'
import { openCents } from '../builders.ts'
import type { Parts } from '../parts.ts'
import type { InvoiceRecord } from '../records.ts'
import { paidCents } from '../totals.ts'
import type { World } from '../world.ts'
import { customerOptions } from './customers-page.ts'

const SHOWN = 100

/** The newest invoices with what a person could do to each in Teamleader. */
export function invoicesPage({ world }: Parts, query: URLSearchParams): string {
  const wanted = query.get('search') ?? ''
  const all = [...world.invoices.all()].reverse().filter((invoice) => isWanted(invoice, wanted.toLowerCase()))
  return html`${newInvoiceForm(world)}
<form class="row" role="search"><label>Search <input type="search" name="search" value="${wanted}"></label><button>Search</button>
<span class="quiet">${Math.min(SHOWN, all.length)} of ${world.invoices.size()} invoices, newest first</span></form>
<div class="scroll"><table><caption hidden>Invoices</caption><thead><tr><th>Number</th><th>Customer</th><th>Date</th><th>Due</th>
<th class="number">Total</th><th class="number">Open</th><th>State</th><th>Do</th></tr></thead><tbody>
${all.slice(0, SHOWN).map((invoice) => row(world, invoice))}</tbody></table></div>`.html
}

function isWanted(invoice: InvoiceRecord, wanted: string): boolean {
  if (wanted === '') return true
  return `${invoice.number ?? ''} ${invoice.invoicee.name} ${invoice.id}`.toLowerCase().includes(wanted)
}

function newInvoiceForm(world: World): Html {
  const fields = [...world.catalog.departments.all()]
  return html`<section class="card" aria-labelledby="new-invoice"><h2 id="new-invoice" style="margin-top:0">New invoice</h2>
<form data-verb="addInvoice" aria-label="New invoice">
<label>Customer <select name="customer" data-kind="customer">${customerOptions(world)}</select></label>
<label>Amount incl. VAT <input name="total" data-kind="cents" inputmode="decimal" value="121.00" required></label>
<label>Department <select name="departmentId">${fields.map(
    (department) => html`<option value="${department.id}">${department.name}</option>`,
  )}</select></label>
<label>Description <input name="description" value="Onderhoud installatie"></label>
<label>Due on <input type="date" name="dueOn"></label>
<label class="check"><input type="checkbox" name="status" data-kind="booked" checked> Book at once</label>
<button class="primary">Add invoice</button></form></section>`
}

function amount(cents: number, currency: string): string {
  return `${(cents / 100).toFixed(2)} ${currency}`
}

function stateOf(invoice: InvoiceRecord): { word: string; style: string } {
  if (invoice.status === 'draft') return { word: 'Draft', style: 'draft' }
  if (invoice.paid && invoice.creditedCents > 0 && invoice.payments.length === 0) {
    return { word: 'Credited', style: 'credited' }
  }
  if (invoice.paid) return { word: 'Paid', style: 'paid' }
  if (paidCents(invoice) > 0) return { word: 'Part-paid', style: 'part' }
  return { word: 'Booked', style: 'booked' }
}

function row(world: World, invoice: InvoiceRecord): Html {
  const state = stateOf(invoice)
  const { currency } = invoice
  return html`<tr><td class="day">${invoice.number ?? '–'}</td><td>${invoice.invoicee.name}</td><td class="day" data-label="Date">${invoice.invoiceDate ?? '–'}</td>
<td class="day" data-label="Due">${invoice.dueOn ?? '–'}</td><td class="number" data-label="Total">${amount(invoice.totalCents, currency)}</td>
<td class="number" data-label="Open">${amount(openCents(world, invoice), currency)}</td>
<td><span class="state ${state.style}">${state.word}</span></td><td><div class="actions">${buttons(invoice)}</div></td></tr>`
}

function buttons(invoice: InvoiceRecord): Html[] {
  const id = hidden('id', invoice.id)
  const which = invoice.number ?? `draft for ${invoice.invoicee.name}`
  const remove = action('deleteInvoice', {
    label: 'Delete',
    name: `Delete invoice ${which}`,
    fields: id,
    confirm: `Delete invoice ${which}?`,
  })
  const raise = action('setInvoiceTotal', {
    label: invoice.totalCents === 0 ? 'Raise from zero' : 'Set total',
    name: `${invoice.totalCents === 0 ? 'Raise from zero' : 'Set total'} of invoice ${which}`,
    fields: html`${id}${amountField('totalCents', 'New total')}`,
  })
  if (invoice.status === 'draft') {
    return [
      action('bookInvoice', { label: 'Book', name: `Book invoice ${which}`, fields: id }),
      raise,
      remove,
    ]
  }
  const undo = action('removePayments', {
    label: 'Remove payments',
    name: `Remove payments of invoice ${which}`,
    fields: id,
  })
  if (invoice.paid) return [...(invoice.payments.length > 0 ? [undo] : []), remove]
  return [
    action('payInvoice', { label: 'Pay', name: `Pay invoice ${which}`, fields: id }),
    action('partPay', {
      label: 'Part-pay',
      name: `Part-pay invoice ${which}`,
      fields: html`${id}${amountField('amountCents', 'Amount')}`,
    }),
    action('creditInvoice', { label: 'Credit', name: `Credit invoice ${which}`, fields: id }),
    raise,
    ...(invoice.payments.length > 0 ? [undo] : []),
    remove,
  ]
}

function amountField(name: string, label: string): Html {
  return html`<input name="${name}" data-kind="cents" inputmode="decimal" aria-label="${label}" placeholder="0.00" required>`
}
