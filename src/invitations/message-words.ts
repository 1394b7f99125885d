import { type Language, type Words, wordsIn } from '../texts/index.ts'
import { type RefusalCause, refusalCauses } from './decide-by-hand.ts'
import {
  cancelCauses,
  failureCauses,
  holdCauses,
  type Message,
  type MessageCause,
  reminderStops,
  reminderWaits,
} from './message.ts'
import type { MessageCatalogue, MessageWords } from './message-words/catalogue.ts'
import { messagesInEnglish } from './message-words/en.ts'
import { messagesInFrench } from './message-words/fr.ts'
import { messagesInDutch } from './message-words/nl.ts'

const catalogues: Words<MessageCatalogue> = {
  en: messagesInEnglish,
  nl: messagesInDutch,
  fr: messagesInFrench,
}

/** Where a message stands and why, for a person: the reason when there is one, else the state. */
export function messageWords(
  { state, cause }: Pick<Message, 'state' | 'cause'>,
  language: Language,
): MessageWords & { code: string } {
  const { states, causes } = wordsIn(catalogues, language)
  return cause ? { code: cause, ...causes[cause] } : { code: state, ...states[state] }
}

/** Why a message goes out on a day that is to come, for a person. */
export function plannedWords(
  { kind, level, offsetDays }: { kind: Message['kind']; level: number; offsetDays: number | null },
  language: Language,
): MessageWords & { code: string } {
  const { goesOut } = wordsIn(catalogues, language)
  const words =
    kind === 'invitation' ? goesOut.invitation : goesOut.reminder({ level, offsetDays: offsetDays ?? 0 })
  return { code: kind, ...words }
}

/** Why a person cannot have a message sent now, and what helps. */
export function refusalWords(cause: RefusalCause | MessageCause, language: Language): MessageWords {
  const { refusals, causes } = wordsIn(catalogues, language)
  const own = refusalCauses.find((known) => known === cause)
  return own ? refusals[own] : causes[cause as MessageCause]
}

/** The reason that a line of history names, for a person; undefined when it is none of ours. */
export function messageCauseWords(cause: string | null, language: Language): MessageWords | undefined {
  const known = [
    ...cancelCauses,
    ...holdCauses,
    ...failureCauses,
    ...reminderStops,
    ...reminderWaits,
    'waiting_for_document' as const,
  ]
  const found = known.find((one) => one === cause) satisfies MessageCause | undefined
  return found && wordsIn(catalogues, language).causes[found]
}
