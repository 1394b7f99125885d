export { getOverview, type Overview } from './get-overview.ts'
export { ages } from './overview.ts'
