import { useQuery } from '@tanstack/react-query'
import { sessionQuery } from '../../client/queries.ts'
import { todayIn } from '../../parts/today-in.ts'

/** The calendar day of the business. */
export function useToday(): string {
  const { data: session } = useQuery(sessionQuery())
  return todayIn(session?.creditor?.timeZone ?? 'Europe/Brussels', new Date())
}
