import { z } from 'zod'
import { SourceRejectedError } from '../../errors.ts'
import type { Download, DownloadLocation } from '../download-location.ts'
import { isLoopbackAddress } from '../is-foreign-address.ts'
import type { CrmDocument, CrmSource, DocumentKind } from '../source.ts'
import type { TeamleaderClient } from './client.ts'
import { readRow } from './mapper.ts'
import { onlyTeamleaderIds } from './teamleader-id.ts'

/** What `invoices.download` calls them. Of the two UBL forms this is the one that every receiver of e-invoices knows. */
const formats: Readonly<Record<DocumentKind, string>> = { pdf: 'pdf', ubl: 'ubl/peppol_bis_3' }

const downloadSchema = z.object({ location: z.string() })

type DocumentParts = {
  client: TeamleaderClient
  download: (location: DownloadLocation) => Promise<Download>
  apiUrl: string
}

/**
 * Reads invoices as documents: Teamleader names a temporary address on another host, which is then fetched without our
 * token. What Teamleader answers before a document is made is not published: 404 and 400 both count as "not there yet".
 */
export function createDocumentReader(parts: DocumentParts): Pick<CrmSource, 'downloadDocument'> {
  return {
    async downloadDocument({ externalId, kind }) {
      if (onlyTeamleaderIds([externalId]).length === 0) return notThere('Teamleader has no such invoice')
      const located = await locate(parts, { id: externalId, format: formats[kind] })
      return 'refusal' in located ? located : parts.download(located)
    },
  }
}

async function locate(
  { client, apiUrl }: DocumentParts,
  asked: { id: string; format: string },
): Promise<DownloadLocation | Extract<CrmDocument, { refusal: string }>> {
  try {
    const read = readRow(await client.call('invoices.download', asked), downloadSchema, (row) => row.location)
    if ('unreadable' in read)
      return { refusal: 'crm_refused', detail: `Teamleader named no address: ${read.unreadable.problem}` }
    return { url: read.item, isLoopbackAllowed: isOnThisMachine(apiUrl) }
  } catch (problem) {
    if (!(problem instanceof SourceRejectedError)) throw problem
    const isEarly = problem.status === 404 || problem.status === 400
    return isEarly ? notThere(problem.message) : { refusal: 'crm_refused', detail: problem.message }
  }
}

function notThere(detail: string) {
  return { refusal: 'not_there_yet', detail } as const
}

/** The sandbox serves its files from the machine that it runs on; the real one never does. */
function isOnThisMachine(apiUrl: string): boolean {
  const host = new URL(apiUrl).hostname.replace(/^\[|\]$/g, '')
  return host === 'localhost' || isLoopbackAddress(host)
}
