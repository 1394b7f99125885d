const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * Teamleader's ids are always UUIDs, and one malformed id makes it refuse the whole call. What is no UUID cannot exist
 * there, so it is not asked for. Doubles go too.
 */
export function onlyTeamleaderIds(ids: readonly string[]): string[] {
  return [...new Set(ids)].filter((id) => uuidPattern.test(id))
}
