/** How to invite, remind and collect. An invoice always has exactly one. */
export type Profile = { id: string; name: string; createdAt: Date }
