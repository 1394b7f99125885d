import type { Door } from '../http/index.ts'
import { activityRoutes } from './activity-routes.ts'
import { callbackRoutes } from './callback-routes.ts'
import { collectionStopRoutes } from './collection-stop-routes.ts'
import { connectionRoutes } from './connection-routes.ts'
import { creditorRoutes } from './creditor-routes.ts'
import { crmCustomerRoutes, customerRefreshRoutes } from './crm-customer-routes.ts'
import { customerBulkRoutes } from './customer-bulk-routes.ts'
import { customerExportRoutes } from './customer-export-routes.ts'
import { customerHistoryRoutes } from './customer-history-routes.ts'
import { customerImportRoutes } from './customer-import-routes.ts'
import {
  customerEditRoutes,
  customerMergeRoutes,
  customerRemovalRoutes,
  customerRoutes,
} from './customer-routes.ts'
import { diagnosisRoutes } from './diagnosis-routes.ts'
import { holdRoutes } from './hold-routes.ts'
import { importRoutes } from './import-routes.ts'
import { invoiceDocumentRoutes } from './invoice-document-routes.ts'
import { invoiceDocumentRunRoutes } from './invoice-document-run-routes.ts'
import { invoiceListRoutes } from './invoice-list-routes.ts'
import { invoiceRoutes } from './invoice-routes.ts'
import { liveRoutes } from './live-routes.ts'
import { longRunRoutes } from './long-run-routes.ts'
import { manualImportRoutes } from './manual-import-routes.ts'
import { messageByHandRoutes } from './message-by-hand-routes.ts'
import { messageCalendarRoutes } from './message-calendar-routes.ts'
import { invitationRoutes, messageRoutes, sendingRoutes } from './message-routes.ts'
import { overviewRoutes } from './overview-routes.ts'
import { paymentLinkRoutes } from './payment-link-routes.ts'
import { paymentRoutes, writeBackRoutes } from './payment-routes.ts'
import { profileChoiceRoutes } from './profile-choice-routes.ts'
import { profileRoutes } from './profile-routes.ts'
import { profileTextRoutes } from './profile-text-routes.ts'
import { profileUseRoutes } from './profile-use-routes.ts'
import { routeSummaries } from './route-summaries.ts'
import { savedViewRoutes } from './saved-view-routes.ts'
import { sessionRoutes } from './session-routes.ts'
import { sharedFileRoutes } from './shared-file-routes.ts'
import { taskRoutes } from './task-routes.ts'

import { undeliverableAddressRoutes } from './undeliverable-address-routes.ts'

/** Everything that the browser app and integrators use, under one version of the address. */
export const apiDoor: Door = async (app) => {
  const prefix = '/api/v1'
  app.addHook('onRoute', (route) => {
    const summary = routeSummaries[`${String(route.method)} ${route.url.slice(prefix.length)}`]
    if (summary) route.schema = { ...route.schema, summary }
  })
  for (const routes of [
    sessionRoutes,
    invoiceRoutes,
    invoiceListRoutes,
    savedViewRoutes,
    invoiceDocumentRoutes,
    invoiceDocumentRunRoutes,
    paymentRoutes,
    writeBackRoutes,
    customerRoutes,
    customerHistoryRoutes,
    customerEditRoutes,
    customerRemovalRoutes,
    customerMergeRoutes,
    customerBulkRoutes,
    crmCustomerRoutes,
    customerRefreshRoutes,
    customerImportRoutes,
    importRoutes,
    manualImportRoutes,
    diagnosisRoutes,
    taskRoutes,
    overviewRoutes,
    activityRoutes,
    connectionRoutes,
    profileRoutes,
    profileTextRoutes,
    profileUseRoutes,
    messageRoutes,
    collectionStopRoutes,
    messageCalendarRoutes,
    undeliverableAddressRoutes,
    invitationRoutes,
    messageByHandRoutes,
    holdRoutes,
    sendingRoutes,
    profileChoiceRoutes,
    paymentLinkRoutes,
    creditorRoutes,
    longRunRoutes,
    sharedFileRoutes,
    customerExportRoutes,
    liveRoutes,
  ]) {
    await app.register(routes, { prefix })
  }
  await app.register(callbackRoutes)
}
