/** What a line of history is about. */
export const subjectKinds = [
  'creditor',
  'connection',
  'customer',
  'invoice',
  'import_line',
  'profile',
  'long_run',
  'shared_file',
  'customer_import',
] as const
export type SubjectKind = (typeof subjectKinds)[number]

/** Everything that can be written in the history; each has words in `texts/`. */
export const activityKinds = [
  'creditor.created',
  'creditor.changed',
  'profile.created',
  'profile.renamed',
  'profile.changed',
  'profile.replaced',
  'profile.deleted',
  'connection.connected',
  'connection.reconnected',
  'connection.disconnected',
  'connection.reconnectNeeded',
  'connection.optionsChanged',
  'connection.webhooksRegistered',
  'connection.webhooksRemoved',
  'connection.webhooksFailed',
  'connection.alarmed',
  'connection.wentLive',
  'connection.stoppedSending',
  'customer.created',
  'customer.refreshed',
  'customer.refreshFailed',
  'customer.goneInCrm',
  'customer.deactivatedInCrm',
  'customer.backInCrm',
  'customer.linked',
  'customer.edited',
  'customer.pinned',
  'customer.unpinned',
  'customer.merged',
  'customer.mergeUndone',
  'customer.anonymised',
  'customer.deleted',
  'customerImport.uploaded',
  'customerImport.finished',
  'customerImport.undone',
  'longRun.started',
  'longRun.finished',
  'longRun.failed',
  'longRun.cancelled',
  'sharedFile.created',
  'sharedFile.downloaded',
  'sharedFile.removed',
  'invoice.imported',
  'invoice.updated',
  'invoice.paid',
  'invoice.partPaid',
  'invoice.reopened',
  'invoice.overpaid',
  'invoice.credited',
  'invoice.archived',
  'invoice.profileChosen',
  'invoice.profileUnknown',
  'invoice.profileReplaced',
  'invoice.documentRetrieved',
  'invoice.documentRefused',
  'invoice.documentGivenUp',
  'invoice.documentStale',
  'invoice.documentLost',
  'invoice.invitationWaiting',
  'invoice.invitationPlanned',
  'invoice.invitationHeld',
  'invoice.invitationCancelled',
  'invoice.invitationFailed',
  'invoice.invitationUnknown',
  'invoice.invitationBounced',
  'invoice.invited',
  'invoice.reminderPlanned',
  'invoice.reminderHeld',
  'invoice.reminderCancelled',
  'invoice.reminderFailed',
  'invoice.reminderUnknown',
  'invoice.reminderBounced',
  'invoice.reminded',
  'invoice.invitationSentAgain',
  'invoice.reminderSentAgain',
  'invoice.putOnHold',
  'invoice.holdEnded',
  'invoice.disputed',
  'invoice.disputeEnded',
  'invoice.paymentPromised',
  'invoice.promiseEnded',
  'invoice.addressMarked',
  'invoice.addressCleared',
  'invoice.paymentLinkRenewed',
  'invoice.paymentLinkRevoked',
  'invoice.paymentLinkChanged',
  'invoice.questionAsked',
  'payment.recorded',
  'payment.revoked',
  'payment.writtenBack',
  'payment.removedInCrm',
  'payment.writeBackRefused',
  'payment.removalRefused',
  'crmNote.refused',
  'invoice.skipped',
  'invoice.failed',
  'importMail.sent',
  'importMail.notSent',
] as const

/** What happened: `noun.pastTense`. */
export type ActivityKind = (typeof activityKinds)[number]

/** A line to write. `cause` comes from the decision; `data` holds the facts that the words need. */
export type NewActivity = {
  subjectKind: SubjectKind
  subjectId: string
  kind: ActivityKind
  cause?: string | null
  data?: Record<string, unknown>
}

/** A line of history (promise N4): what happened, to what, when (UTC instant), by whom, why. Never changed. */
export type Activity = {
  id: string
  at: Date
  subjectKind: SubjectKind
  subjectId: string
  kind: ActivityKind
  cause: string | null
  actorKind: 'user' | 'api_key' | 'webhook' | 'schedule' | 'cli' | 'system' | 'customer'
  actorName: string | null
  data: Record<string, unknown>
}
