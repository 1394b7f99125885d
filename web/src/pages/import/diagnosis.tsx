import { Alert, Button, Group, Loader, Stack, Text, TextInput } from '@mantine/core'
import { IconFileSearch, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { type FormEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { diagnosisQuery } from '../../client/invoice-calls.ts'
import { Empty, LoadFailure } from '../../parts/page-states.tsx'
import { DiagnosisCard } from './diagnosis-card.tsx'

const route = getRouteApi('/inside/import')

/** "Why is my invoice not here?" (promise B15): the question lives in the address; Teamleader is asked once for it. */
export function WhyNotHere() {
  const { q = '' } = route.useSearch()
  return (
    <Stack gap="md" maw={860}>
      <Question asked={q} />
      {q !== '' && <Answer key={q} asked={q} />}
    </Stack>
  )
}

function Question({ asked }: { asked: string }) {
  const { t } = useTranslation()
  const navigate = route.useNavigate()
  const [text, setText] = useState(asked)
  useEffect(() => setText(asked), [asked])

  function ask(event: FormEvent) {
    event.preventDefault()
    const q = text.trim()
    void navigate({ search: { view: 'why', ...(q && { q }) } })
  }

  return (
    <search>
      <form onSubmit={ask}>
        <Group align="flex-end" gap="xs">
          <TextInput
            data-page-search
            className="why-field"
            label={t('diagnosis.field')}
            description={t('diagnosis.intro')}
            placeholder={t('diagnosis.placeholder')}
            value={text}
            maxLength={500}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
          />
          <Button
            type="submit"
            leftSection={<IconSearch size={16} aria-hidden />}
            disabled={text.trim() === ''}
          >
            {t('diagnosis.ask')}
          </Button>
        </Group>
      </form>
    </search>
  )
}

function Answer({ asked }: { asked: string }) {
  const { t } = useTranslation()
  const diagnosis = useQuery(diagnosisQuery(asked))
  const look = () => void diagnosis.refetch()
  if (diagnosis.isPending) {
    return (
      <Group gap="xs" role="status">
        <Loader size="xs" />
        <Text size="sm">{t('diagnosis.asking')}</Text>
      </Group>
    )
  }
  if (!diagnosis.data) return <LoadFailure failure={diagnosis.error} onRetry={look} />
  const { items } = diagnosis.data
  if (items.length === 0)
    return <Empty icon={IconFileSearch} title={t('diagnosis.nobody')} text={t('diagnosis.nobodyText')} />
  return (
    <>
      {items.length > 1 && (
        <Alert color="petrol" p="xs">
          {t('diagnosis.several', { count: items.length })}
        </Alert>
      )}
      {items.map((item) => (
        <DiagnosisCard
          key={`${item.connectionId} ${item.externalId ?? item.number}`}
          diagnosis={item}
          isLooking={diagnosis.isFetching}
          onLook={look}
        />
      ))}
    </>
  )
}
