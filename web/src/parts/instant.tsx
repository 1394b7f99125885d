import { Text, Tooltip } from '@mantine/core'
import { useFormats, useNow } from './use-formats.ts'

/** "5 minutes ago", with the exact instant on hover and for assistive technology. */
export function Instant({ at }: { at: string }) {
  const formats = useFormats()
  const ago = formats.ago(at, useNow())
  return <ExactInstant at={at}>{ago}</ExactInstant>
}

type ExactInstantProps = { at: string; isSentence?: boolean; children: string }

/** Any wording of an instant, with the exact one on hover. A sentence may break into lines. */
export function ExactInstant({ at, isSentence = false, children }: ExactInstantProps) {
  const exact = useFormats().instant(at)
  return (
    <Tooltip label={exact} openDelay={250} withArrow>
      <Text component="time" dateTime={at} inherit {...(!isSentence && { className: 'nowrap' })}>
        {children}
      </Text>
    </Tooltip>
  )
}
