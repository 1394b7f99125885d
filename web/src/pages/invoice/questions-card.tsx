import { Anchor } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconClock, IconHelpCircle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Invoice } from '../../client/contract.ts'
import { type Question, questionsQuery } from '../../client/invoice-asking-calls.ts'
import { Card } from '../../parts/facts.tsx'
import { Instant } from '../../parts/instant.tsx'
import { Mark } from '../../parts/mark.tsx'
import { LoadFailure } from '../../parts/page-states.tsx'
import { SettleButtons } from '../../parts/settle-buttons.tsx'

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
      {question.canSettle && <SettleButtons of="questions" id={question.id} />}
    </li>
  )
}
