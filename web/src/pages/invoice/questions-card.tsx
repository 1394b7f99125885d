import { Anchor, Button, Group } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconClock, IconHelpCircle } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Invoice } from '../../client/contract.ts'
import { type Question, questionsQuery, settleQuestion } from '../../client/invoice-asking-calls.ts'
import { Card } from '../../parts/facts.tsx'
import { Instant } from '../../parts/instant.tsx'
import { Mark } from '../../parts/mark.tsx'
import { notifyFailure } from '../../parts/notify.ts'
import { LoadFailure } from '../../parts/page-states.tsx'

/** What the customer asked on the payment page, and whether it reached somebody; nothing where nobody asked. */
export function QuestionsCard({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(questionsQuery(invoice.id))
  if (data?.items.length === 0 || (!data && !error)) return null
  return (
    <Card title={t('questions.title')}>
      {error && !data && <LoadFailure failure={error} onRetry={() => void refetch()} />}
      <ul className="payments">
        {data?.items.map((question) => (
          <QuestionLine key={question.id} question={question} number={invoice.number} />
        ))}
      </ul>
    </Card>
  )
}

const looks = {
  waiting: { icon: IconClock, tone: 'busy' },
  sending: { icon: IconClock, tone: 'busy' },
  sent: { icon: IconCheck, tone: 'good' },
  unknown: { icon: IconHelpCircle, tone: 'warn' },
  refused: { icon: IconAlertTriangle, tone: 'bad' },
} as const satisfies Record<Question['mailState'], unknown>

function QuestionLine({ question, number }: { question: Question; number: string | null }) {
  const { t } = useTranslation()
  const { name, email, body, askedAt, mailState } = question
  const { icon, tone } = looks[mailState]
  return (
    <li className="payment">
      <div className="card-line">
        <span>
          {name} <span className="quiet">{email}</span>
        </span>
        <span className="quiet">
          <Instant at={askedAt} />
        </span>
      </div>
      <p className="plain question-text">{body}</p>
      <div className="card-line">
        <Mark icon={icon} tone={tone}>
          {t(`questions.mail.${mailState}`)}
        </Mark>
        <Anchor
          size="sm"
          href={`mailto:${encodeURIComponent(email)}?subject=${encodeURIComponent(number ?? '')}`}
        >
          {t('questions.answer')}
        </Anchor>
      </div>
      {question.canSettle && <SettleQuestion id={question.id} />}
    </li>
  )
}

/** Only a person can find out, or say that it was read here; nothing is sent twice without being told to. */
function SettleQuestion({ id }: { id: string }) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const settle = useMutation({
    mutationFn: (as: 'arrived' | 'send_again') => settleQuestion(id, as),
    onError: notifyFailure,
    onSuccess: () => {
      for (const topic of ['invoices', 'tasks']) void queryClient.invalidateQueries({ queryKey: [topic] })
    },
  })
  return (
    <Group gap="xs">
      {(['arrived', 'send_again'] as const).map((as) => (
        <Button
          key={as}
          size="compact-sm"
          variant="default"
          loading={settle.isPending && settle.variables === as}
          onClick={() => settle.mutate(as)}
        >
          {t(`questions.settle.${as}`)}
        </Button>
      ))}
    </Group>
  )
}
