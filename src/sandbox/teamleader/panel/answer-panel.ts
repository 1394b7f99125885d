import type { Answer, IncomingCall } from '../../http-server.ts'
import type { Parts } from '../parts.ts'
import { customersPage } from './customers-page.ts'
import { faultsPage } from './faults-page.ts'
import { invoicesPage } from './invoices-page.ts'
import { journalPage } from './journal-page.ts'
import { layout } from './layout.ts'
import { panelScript } from './panel-script.ts'
import { webhooksPage } from './webhooks-page.ts'

type Page = { title: string; content: (parts: Parts, query: URLSearchParams) => string }

const PAGES: Record<string, Page> = {
  '/': { title: 'Invoices', content: invoicesPage },
  '/panel/customers': { title: 'Customers', content: customersPage },
  '/panel/webhooks': { title: 'Webhooks', content: webhooksPage },
  '/panel/faults': { title: 'Faults', content: faultsPage },
  '/panel/journal': { title: 'Journal', content: journalPage },
}

/** The control panel: pages made on the server; each button posts to the control API and reloads. */
export function answerPanel(parts: Parts, call: IncomingCall): Answer {
  if (call.path === '/panel/panel.js') return text(200, 'text/javascript', panelScript)
  const page = PAGES[call.path]
  if (!page) return text(404, 'text/plain', 'There is no such page')
  const links = Object.entries(PAGES).map(([path, { title }]) => ({ path, title, here: path === call.path }))
  return text(
    200,
    'text/html',
    layout({ parts, links, title: page.title, content: page.content(parts, call.query) }),
  )
}

function text(status: number, type: string, body: string): Answer {
  return { status, headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' }, body }
}
