export { countProfileUse } from './count-profile-use.ts'
export { deleteProfile } from './delete-profile.ts'
export type { ProfileUse } from './profile-use.ts'
export { type ProfileReplacement, replaceProfile } from './replace-profile.ts'
