/** What a file was made for. */
export const sharedFilePurposes = [
  'customer_crm_export',
  'customer_selection_export',
  'document_zip',
  'invoice_export',
] as const
export type SharedFilePurpose = (typeof sharedFilePurposes)[number]

/** A file that was made for somebody to download (promise A12), until it expires. Instants are UTC. */
export type SharedFile = {
  id: string
  /** As it is saved on the computer of whoever downloads it. */
  name: string
  contentType: string
  purpose: SharedFilePurpose
  /** The long run that made it. */
  runId: string | null
  ownerId: string | null
  ownerName: string | null
  sizeBytes: number
  createdAt: Date
  expiresAt: Date
  /** How often it was downloaded; each download is in the history too. */
  downloads: number
}

export const sharedFileColumns = [
  'id',
  'name',
  'contentType',
  'purpose',
  'runId',
  'ownerId',
  'ownerName',
  'sizeBytes',
  'createdAt',
  'expiresAt',
  'downloads',
] as const

/** How long a file stays (promise A12). */
export const sharedFileLifeMs = 7 * 24 * 3_600_000
