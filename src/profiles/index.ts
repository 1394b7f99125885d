export { changeBusiness } from './change-business.ts'
export { changeProfile } from './change-profile.ts'
export { type ChooseProfileInput, chooseProfile, type ProfileChoice, profileNamed } from './choose-profile.ts'
export { createProfile } from './create-profile.ts'
export { ensureDefaultProfile } from './ensure-default-profile.ts'
export { getProfile, listFormerProfiles, listProfiles } from './list-profiles.ts'
export { fillTemplate } from './mail-template.ts'
export { type Payee, payeeOf } from './payee.ts'
export type {
  FormerProfile,
  HolidayCountry,
  MailLanguage,
  MailPlaceholder,
  MailText,
  Profile,
  ProfileSettings,
  ReminderLevel,
  SendTimes,
} from './profile.ts'
export { holidayCountries, mailLanguages, mailPlaceholders, reminderLimits } from './profile.ts'
export { profileReasons, profileReasonWords, profileWarnings, profileWarningWords } from './profile-words.ts'
export { refuseBadText } from './refuse-bad-settings.ts'
export { renameProfile } from './rename-profile.ts'
export { type SetUpBusinessInput, setUpBusiness } from './set-up-business.ts'
