import type { DocumentCatalogue } from './catalogue.ts'

export const documentsInEnglish: DocumentCatalogue = {
  retrieval: (document) => `Retrieve ${document} documents`,
  zipPrefix: 'invoices',
  standings: {
    waiting: {
      title: 'Not here yet',
      explanation: 'Vorder asks Teamleader for the document again by itself.',
    },
    retrieved: { title: 'Here', explanation: 'The document was fetched from Teamleader and checked.' },
    given_up: {
      title: 'Given up',
      explanation:
        'Vorder asked for fourteen days. Look in Teamleader whether the document can be opened there, then retrieve it here by hand.',
    },
    under_way: { title: 'Being fetched', explanation: 'The document is being fetched at this moment.' },
  },
  causes: {
    not_there_yet: {
      title: 'Teamleader has no document yet',
      explanation: 'Teamleader makes the document some time after the invoice is booked. Nothing to do.',
    },
    crm_unavailable: {
      title: 'Teamleader cannot be reached',
      explanation: 'Vorder goes on as soon as Teamleader answers. No try is used up meanwhile.',
    },
    calls_used_up: {
      title: 'Waiting for room',
      explanation: 'The calls that Teamleader allows in a minute are used up. Vorder goes on by itself.',
    },
    reconnect_needed: {
      title: 'The connection was refused',
      explanation: 'Teamleader no longer accepts the connection. Connect again in Settings, Integrations.',
    },
    crm_refused: {
      title: 'Teamleader refused',
      explanation: 'The connected user may not download this invoice. Check the user’s rights in Teamleader.',
    },
    location_refused: {
      title: 'The download address did not work',
      explanation:
        'Teamleader gave an address for the document which had expired or was refused. Vorder asks for a new one.',
    },
    unsafe_location: {
      title: 'The download address is not safe',
      explanation:
        'The address that was given for the document does not lead to a server on the internet, so it was not asked.',
    },
    host_unavailable: {
      title: 'The server with the document does not answer',
      explanation:
        'Teamleader keeps documents on another server, which is down or too slow. Vorder tries again.',
    },
    too_large: {
      title: 'The document is too large',
      explanation: 'Documents of more than 25 MB are not fetched. Make it smaller in Teamleader.',
    },
    empty: {
      title: 'The document is empty',
      explanation:
        'What came has no content. Vorder tries again; if it stays so, make the document anew in Teamleader.',
    },
    cut: {
      title: 'The document is incomplete',
      explanation: 'Only a part of it came. Vorder tries again.',
    },
    web_page: {
      title: 'A web page came instead',
      explanation: 'The server answered with a web page, most likely an error, and not with the document.',
    },
    not_a_pdf: {
      title: 'Not a PDF',
      explanation: 'What came is another kind of file. Vorder tries again.',
    },
    unreadable_pdf: {
      title: 'The PDF is damaged',
      explanation: 'The PDF cannot be opened. Open it in Teamleader; if it fails there too, make it anew.',
    },
    no_pages: {
      title: 'The PDF has no pages',
      explanation: 'There is nothing to see in it. Make the document anew in Teamleader.',
    },
    password_protected: {
      title: 'The PDF asks for a password',
      explanation: 'Your customer could not open it. Make the document without a password in Teamleader.',
    },
    not_a_ubl: {
      title: 'Not an electronic invoice',
      explanation: 'What came is no UBL invoice or credit note. Vorder tries again.',
    },
    unreadable_ubl: {
      title: 'The electronic invoice is damaged',
      explanation: 'The UBL file is not well formed, or uses what is not allowed in it. Vorder tries again.',
    },
    wrong_invoice: {
      title: 'The document of another invoice',
      explanation:
        'What came carries the number of another invoice, so it was not kept. Open the document in Teamleader and make it anew.',
    },
    lost: {
      title: 'The stored document was damaged',
      explanation: 'The file that Vorder kept was missing or altered. Vorder fetches it again.',
    },
    invoice_archived: {
      title: 'The invoice is archived',
      explanation: 'Teamleader no longer has the invoice, so there is no document to fetch.',
    },
    unexpected: {
      title: 'Something went wrong on our side',
      explanation: 'The log says more. Vorder tries again.',
    },
  },
}
