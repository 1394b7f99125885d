import { Button, Skeleton, Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle, IconRefresh } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Connection, ConnectionCheck } from '../../../client/contract.ts'
import { connectionCheckQuery } from '../../../client/queries.ts'
import { failureText } from '../../../parts/failure-text.ts'
import { en } from '../../../texts/en.ts'

/** The pre-flight: is everything in place for invoices to come in? */
export function CheckList({ connection }: { connection: Connection }) {
  const { t } = useTranslation()
  const { data, error, isPending, isFetching, refetch } = useQuery(connectionCheckQuery(connection.id))
  return (
    <Stack gap="xs" component="section">
      <div className="block-head">
        <Title order={3}>{t('integrations.checksTitle')}</Title>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconRefresh size={14} aria-hidden />}
          loading={isFetching}
          onClick={() => void refetch()}
        >
          {t('integrations.checkAgain')}
        </Button>
      </div>
      {isPending && <Skeleton height={120} radius="md" />}
      {error && <Text size="sm">{failureText(t, error)}</Text>}
      {data && <Checks checks={data.checks} />}
    </Stack>
  )
}

function Checks({ checks }: { checks: ConnectionCheck[] }) {
  const { t } = useTranslation()
  const open = checks.filter((check) => !check.ok).length
  return (
    <>
      <Text size="sm" fw={500}>
        {open === 0 ? t('integrations.allChecksOk') : t('integrations.checksOpen', { count: open })}
      </Text>
      <ul className="checks">
        {checks.map((check) => (
          <Check key={check.check} check={check} />
        ))}
      </ul>
    </>
  )
}

function Check({ check: found }: { check: ConnectionCheck }) {
  const { t } = useTranslation()
  const words = findingText(t, found)
  const look = lookOf(found)
  return (
    <li className={`check mark-${look.tone}`}>
      <look.icon className="mark-icon" size={17} role="img" aria-label={t(look.text)} />
      <div className="check-words">
        {t(`integrations.check.${found.check}`)}
        {words && (
          <Text size="sm" c="dimmed">
            {words}
          </Text>
        )}
      </div>
    </li>
  )
}

/** A hint is neither right nor wrong: Vorder cannot know, so a person should look. */
function lookOf({ ok, code }: ConnectionCheck) {
  if (code === 'hint') return { icon: IconInfoCircle, tone: 'busy', text: 'integrations.checkHint' } as const
  if (ok) return { icon: IconCircleCheck, tone: 'good', text: 'integrations.checkOk' } as const
  return { icon: IconAlertTriangle, tone: 'warn', text: 'integrations.checkNotOk' } as const
}

/** What was found, in words; a finding that this page does not know yet shows its detail and its code. */
function findingText(t: TFunction, { code, detail }: ConnectionCheck): string | null {
  if (code === 'ok') return detail
  const known = isFinding(code) ? code : 'other'
  return t(`integrations.finding.${known}`, { code, detail: detail ?? '' })
}

function isFinding(code: string): code is keyof typeof en.integrations.finding {
  return code in en.integrations.finding
}
