import { Button } from '@mantine/core'
import { IconCalendarOff, IconHistory } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarItem } from '../../client/message-calendar-calls.ts'
import { Amount } from '../../parts/amount.tsx'
import { Card } from '../../parts/facts.tsx'
import { ExactInstant } from '../../parts/instant.tsx'
import { Empty } from '../../parts/page-states.tsx'
import { useFormats } from '../../parts/use-formats.ts'
import { InvoiceLine } from './invoice-line.tsx'

const shownAtFirst = 25

type DayCardProps = {
  day: string
  isOver: boolean
  /** Of the whole month, by time. */
  items: CalendarItem[]
}

/** What goes out on one day, by time. */
export function DayCard({ day, isOver, items: all }: DayCardProps) {
  const formats = useFormats()
  const items = all.filter((item) => item.day === day)
  const next = all.find((item) => item.day > day)?.day
  return (
    <div className="day-list">
      <Card title={formats.longDay(day)} action={<DayCounts items={items} />}>
        {items.length > 0 ? <Messages key={day} items={items} /> : <Nothing isOver={isOver} next={next} />}
      </Card>
    </div>
  )
}

function DayCounts({ items }: { items: CalendarItem[] }) {
  const { t } = useTranslation()
  const invitations = items.filter(({ kind }) => kind === 'invitation').length
  const reminders = items.length - invitations
  return (
    <span className="quiet day-sum">
      {invitations > 0 && <span>{t('calendar.invitations', { count: invitations })}</span>}
      {reminders > 0 && <span>{t('calendar.reminders', { count: reminders })}</span>}
    </span>
  )
}

/** `next`: the day of the month on which something goes out again. */
function Nothing({ isOver, next }: { isOver: boolean; next: string | undefined }) {
  const { t } = useTranslation()
  const formats = useFormats()
  if (!isOver) {
    return (
      <Empty icon={IconCalendarOff} title={t('calendar.nothing')} text={t('calendar.nothingText')}>
        {next && (
          <Link to="/calendar" search={{ day: next }} replace className="text-link">
            {t('calendar.nextDay', { day: formats.longDay(next) })}
          </Link>
        )}
      </Empty>
    )
  }
  return (
    <Empty icon={IconHistory} title={t('calendar.over')} text={t('calendar.overText')}>
      <Link to="/activity" search={{ about: 'invoice' }} className="text-link">
        {t('calendar.toActivity')}
      </Link>
    </Empty>
  )
}

function Messages({ items }: { items: CalendarItem[] }) {
  const { t } = useTranslation()
  const [shown, setShown] = useState(shownAtFirst)
  return (
    <>
      <ul className="cards" aria-label={t('calendar.list')}>
        {items.slice(0, shown).map((item) => (
          <Message key={`${item.invoice.id} ${item.kind} ${item.level}`} item={item} />
        ))}
      </ul>
      {items.length > shown && (
        <Button variant="subtle" size="xs" onClick={() => setShown(shown + 100)}>
          {t('calendar.more')}
        </Button>
      )}
    </>
  )
}

function Message({ item: { at, why, invoice } }: { item: CalendarItem }) {
  const { t } = useTranslation()
  const formats = useFormats()
  return (
    <li className="card">
      <InvoiceLine invoice={invoice}>
        <strong>
          <Amount money={invoice.open} />
        </strong>
      </InvoiceLine>
      <div className="card-line">
        <span className="strong">{why.title}</span>
        <span className="quiet figures nowrap">
          <ExactInstant at={at}>{t('calendar.fromTime', { time: formats.time(at) })}</ExactInstant>
        </span>
      </div>
      <p className="plain quiet wrap">
        <Recipients invoice={invoice} />
      </p>
      <p className="plain quiet">{why.explanation}</p>
    </li>
  )
}

function Recipients({ invoice: { recipients } }: Pick<CalendarItem, 'invoice'>) {
  const { t } = useTranslation()
  const formats = useFormats()
  const { to, cc } = recipients
  if (to === null) return <>{t('calendar.noRecipient')}</>
  return <>{cc.length > 0 ? t('calendar.toAndCc', { to, cc: formats.list(cc) }) : t('calendar.to', { to })}</>
}
