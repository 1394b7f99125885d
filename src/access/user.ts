/** The languages that the pages and mails speak to a person. */
export type UserLanguage = 'en' | 'nl' | 'fr' | 'de'

/** A person who can sign in. */
export type User = { id: string; name: string; email: string; language: UserLanguage }

/** An administrator may do everything; a bookkeeper everything but connections, people and settings. */
export type Role = 'administrator' | 'bookkeeper'

/** The right of one person to work for one creditor. */
export type Membership = { creditorId: string; userId: string; role: Role }
