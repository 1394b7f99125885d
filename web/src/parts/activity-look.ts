import {
  type Icon,
  IconAlertTriangle,
  IconArchive,
  IconArrowBackUp,
  IconArrowsJoin2,
  IconCalendarDollar,
  IconCircleCheck,
  IconCircleMinus,
  IconFileOff,
  IconFileTypePdf,
  IconHistory,
  IconLink,
  IconMessageExclamation,
  IconMessageQuestion,
  IconPencil,
  IconPin,
  IconPinnedOff,
  IconPlayerPause,
  IconPlugConnected,
  IconPlugConnectedX,
  IconRefresh,
  IconSend,
  IconSettings,
  IconTransferIn,
  IconTrash,
  IconUserOff,
  IconUserQuestion,
} from '@tabler/icons-react'
import type { Tone } from './mark.tsx'

type Look = { icon: Icon; tone: Tone }

/** By the second word of the kind (`invoice.skipped`), so that a new noun has its look at once. */
const looks: Record<string, Look> = {
  imported: { icon: IconTransferIn, tone: 'good' },
  created: { icon: IconTransferIn, tone: 'good' },
  updated: { icon: IconRefresh, tone: 'busy' },
  refreshed: { icon: IconRefresh, tone: 'busy' },
  edited: { icon: IconPencil, tone: 'busy' },
  linked: { icon: IconLink, tone: 'good' },
  pinned: { icon: IconPin, tone: 'busy' },
  unpinned: { icon: IconPinnedOff, tone: 'busy' },
  merged: { icon: IconArrowsJoin2, tone: 'busy' },
  mergeUndone: { icon: IconArrowBackUp, tone: 'busy' },
  goneInCrm: { icon: IconUserOff, tone: 'warn' },
  deactivatedInCrm: { icon: IconUserOff, tone: 'warn' },
  backInCrm: { icon: IconLink, tone: 'good' },
  anonymised: { icon: IconUserQuestion, tone: 'quiet' },
  deleted: { icon: IconTrash, tone: 'quiet' },
  refreshFailed: { icon: IconAlertTriangle, tone: 'bad' },
  paid: { icon: IconCircleCheck, tone: 'good' },
  credited: { icon: IconCircleCheck, tone: 'good' },
  skipped: { icon: IconCircleMinus, tone: 'warn' },
  failed: { icon: IconAlertTriangle, tone: 'bad' },
  documentRetrieved: { icon: IconFileTypePdf, tone: 'good' },
  documentRefused: { icon: IconFileOff, tone: 'warn' },
  documentGivenUp: { icon: IconFileOff, tone: 'bad' },
  documentStale: { icon: IconRefresh, tone: 'busy' },
  documentLost: { icon: IconFileOff, tone: 'warn' },
  putOnHold: { icon: IconPlayerPause, tone: 'warn' },
  disputed: { icon: IconMessageExclamation, tone: 'warn' },
  paymentPromised: { icon: IconCalendarDollar, tone: 'busy' },
  invited: { icon: IconSend, tone: 'good' },
  reminded: { icon: IconSend, tone: 'good' },
  questionAsked: { icon: IconMessageQuestion, tone: 'warn' },
  paymentLinkRenewed: { icon: IconLink, tone: 'quiet' },
  archived: { icon: IconArchive, tone: 'quiet' },
  connected: { icon: IconPlugConnected, tone: 'good' },
  disconnected: { icon: IconPlugConnectedX, tone: 'quiet' },
  reconnectNeeded: { icon: IconPlugConnectedX, tone: 'bad' },
  reconnect_needed: { icon: IconPlugConnectedX, tone: 'bad' },
  optionsChanged: { icon: IconSettings, tone: 'quiet' },
}

const plain: Look = { icon: IconHistory, tone: 'quiet' }

/** The icon of a line in the history. */
export function activityLook(kind: string): Look {
  return looks[kind.split('.')[1] ?? ''] ?? plain
}
