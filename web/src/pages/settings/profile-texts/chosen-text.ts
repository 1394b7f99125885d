import type { Profile } from '../../../client/contract.ts'
import type { MailLanguage, MailText, ProfileChanges } from '../../../client/profile-text-calls.ts'

/** Which text of a profile: level 0 is the invitation, then the reminders. */
export type TextChoice = { level: number; language: MailLanguage }

/** The text of the business's own; undefined while Vorder's own is used. */
export function ownText(profile: Profile, { level, language }: TextChoice): MailText | undefined {
  return textsOf(profile, level)[language]
}

/** What to change so that the profile has this text, or Vorder's own again. The other texts stay as they are. */
export function withText(profile: Profile, choice: TextChoice, text: MailText | undefined): ProfileChanges {
  const { [choice.language]: _before, ...others } = textsOf(profile, choice.level)
  const texts = text ? { ...others, [choice.language]: text } : others
  if (choice.level === 0) return { invitationTexts: texts }
  return {
    reminders: profile.reminders.map((one, index) => (index === choice.level - 1 ? { ...one, texts } : one)),
  }
}

function textsOf(profile: Profile, level: number): Profile['invitationTexts'] {
  return level === 0 ? profile.invitationTexts : (profile.reminders[level - 1]?.texts ?? {})
}
