import { useFormats } from './use-formats.ts'

/** More of one kind than that is not counted. */
const countedAtMost = 100

/** How many wait, in figures; "100+" where nobody counted further. */
export function useTaskCount(): (count: number, isCapped?: boolean) => string {
  const formats = useFormats()
  return (count, isCapped = count > countedAtMost) =>
    isCapped ? `${formats.count(Math.min(count, countedAtMost))}+` : formats.count(count)
}
