import { Alert, Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core'
import { type Icon, IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiFailure } from '../client/api.ts'
import { CopyButton } from './copy-button.tsx'
import { failureText } from './failure-text.ts'

/** A list or page that could not be loaded: what failed, and the way to try again. */
export function LoadFailure({ failure, onRetry }: { failure: unknown; onRetry: () => void }) {
  const { t } = useTranslation()
  const requestId = failure instanceof ApiFailure ? failure.requestId : null
  return (
    <Alert color="red" icon={<IconAlertTriangle />} title={t('common.failedToLoad')} role="alert" my="md">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{failureText(t, failure)}</Text>
        <Group gap="xs">
          <Button size="xs" variant="default" onClick={onRetry}>
            {t('common.retry')}
          </Button>
          {requestId && <CopyButton value={requestId} label={t('common.copyRequest', { id: requestId })} />}
        </Group>
      </Stack>
    </Alert>
  )
}

type EmptyProps = { icon: Icon; title: string; text?: string; order?: 1 | 2; children?: ReactNode }

/** Nothing to show: what would be here, and the one next action. */
export function Empty({ icon: Glyph, title, text, order = 2, children }: EmptyProps) {
  return (
    <Stack align="center" gap={6} py={56} px="md" ta="center">
      <span className="empty-icon">
        <Glyph size={26} stroke={1.5} aria-hidden />
      </span>
      <Title order={order} mt={6}>
        {title}
      </Title>
      {text && (
        <Text size="sm" c="dimmed" maw={440}>
          {text}
        </Text>
      )}
      {children && (
        <Group gap="xs" mt="sm" justify="center">
          {children}
        </Group>
      )}
    </Stack>
  )
}

const skeletonRows = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']

/** The shape of a list while it loads. */
export function ListSkeleton() {
  const { t } = useTranslation()
  return (
    <Stack gap={0} role="status" aria-label={t('common.loading')}>
      {skeletonRows.map((row, index) => (
        <div className="skeleton-row" key={row}>
          <Skeleton height={11} width={`${58 + ((index * 37) % 30)}%`} radius="sm" />
          <Skeleton height={11} width={`${30 + ((index * 23) % 40)}%`} radius="sm" />
          <Skeleton height={11} width={72} ml="auto" radius="sm" />
        </div>
      ))}
    </Stack>
  )
}
