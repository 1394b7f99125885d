import type { DocumentMark, InvoiceState } from '../invoices/index.ts'
import { type Language, type Words, wordsIn } from '../texts/index.ts'
import type { InvoiceColumn } from './export-format.ts'

type Catalogue = {
  /** The beginning of the file's name. */
  fileName: string
  sheet: string
  columns: Readonly<Record<InvoiceColumn, string>>
  states: Readonly<Record<InvoiceState, string>>
  documents: Readonly<Record<DocumentMark, string>>
}

const catalogues: Words<Catalogue> = {
  en: {
    fileName: 'invoices',
    sheet: 'Invoices',
    columns: {
      number: 'Number',
      customer: 'Customer',
      invoiceDate: 'Invoice date',
      dueDate: 'Due date',
      currency: 'Currency',
      total: 'Total',
      open: 'Open',
      state: 'State',
      paidOn: 'Paid on',
      remittance: 'Payment reference',
      purchaseOrder: 'Purchase order',
      department: 'Department',
      account: 'Account',
      profile: 'Profile',
      profileReason: 'Profile chosen by',
      warning: 'Warning',
      document: 'PDF',
      importedOn: 'Imported on',
      link: 'Link to the CRM',
      id: 'Id in the CRM',
    },
    states: { booked: 'Open', pending: 'Pending', paid: 'Paid', expired: 'Overdue', archived: 'Archived' },
    documents: { none: 'Not asked for', waiting: 'Waiting', retrieved: 'Here', given_up: 'Given up' },
  },
  nl: {
    fileName: 'facturen',
    sheet: 'Facturen',
    columns: {
      number: 'Nummer',
      customer: 'Klant',
      invoiceDate: 'Factuurdatum',
      dueDate: 'Vervaldag',
      currency: 'Munt',
      total: 'Totaal',
      open: 'Openstaand',
      state: 'Status',
      paidOn: 'Betaald op',
      remittance: 'Mededeling',
      purchaseOrder: 'Bestelbon',
      department: 'Afdeling',
      account: 'Account',
      profile: 'Profiel',
      profileReason: 'Profiel gekozen door',
      warning: 'Waarschuwing',
      document: 'Pdf',
      importedOn: 'Geïmporteerd op',
      link: 'Link naar het CRM',
      id: 'Id in het CRM',
    },
    states: {
      booked: 'Open',
      pending: 'In behandeling',
      paid: 'Betaald',
      expired: 'Vervallen',
      archived: 'Gearchiveerd',
    },
    documents: { none: 'Niet gevraagd', waiting: 'Wacht', retrieved: 'Aanwezig', given_up: 'Opgegeven' },
  },
  fr: {
    fileName: 'factures',
    sheet: 'Factures',
    columns: {
      number: 'Numéro',
      customer: 'Client',
      invoiceDate: 'Date de facture',
      dueDate: 'Échéance',
      currency: 'Devise',
      total: 'Total',
      open: 'Solde ouvert',
      state: 'État',
      paidOn: 'Payée le',
      remittance: 'Communication',
      purchaseOrder: 'Bon de commande',
      department: 'Département',
      account: 'Compte',
      profile: 'Profil',
      profileReason: 'Profil choisi par',
      warning: 'Avertissement',
      document: 'PDF',
      importedOn: 'Importée le',
      link: 'Lien vers le CRM',
      id: 'Identifiant dans le CRM',
    },
    states: {
      booked: 'Ouverte',
      pending: 'En cours',
      paid: 'Payée',
      expired: 'Échue',
      archived: 'Archivée',
    },
    documents: {
      none: 'Pas demandé',
      waiting: 'En attente',
      retrieved: 'Présent',
      given_up: 'Abandonné',
    },
  },
}

/** The words of a file of invoices. */
export function exportWords(language: Language): Catalogue {
  return wordsIn(catalogues, language)
}
