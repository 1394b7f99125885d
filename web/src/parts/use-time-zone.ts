import { useQuery } from '@tanstack/react-query'
import { sessionQuery } from '../client/queries.ts'

/** The time zone of the business: its calendar and its clock count. */
export function useTimeZone(): string {
  const { data: session } = useQuery(sessionQuery())
  return session?.creditor?.timeZone ?? 'Europe/Brussels'
}
