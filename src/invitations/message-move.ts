import type { Message, MessageState } from './message.ts'

/** What changes with a step of a message; what is absent stays. */
export type MessageMove = { state: MessageState } & Partial<
  Pick<
    Message,
    'cause' | 'causeDetail' | 'nextLookAt' | 'origin' | 'withoutDocument' | 'askedTo' | 'askedCc'
  > &
    Pick<Message, 'attempts' | 'attemptId' | 'handedOverAt' | 'sentAt' | 'sentTo' | 'sentCc' | 'language'> &
    Pick<Message, 'subject' | 'bodyText' | 'bodyHtml' | 'profileId' | 'profileVersion' | 'refused'> & {
      documentSha256: string | null
    }
>

export type Moved = Pick<Message, 'id' | 'invoiceId' | 'connectionId' | 'kind' | 'level' | 'copyOf'>
