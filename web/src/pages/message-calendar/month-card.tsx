import { ActionIcon, Button, Group, Paper, Title } from '@mantine/core'
import { IconBell, IconChevronLeft, IconChevronRight, IconMail } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarItem } from '../../client/message-calendar-calls.ts'
import { useFormats } from '../../parts/use-formats.ts'
import { dayByKey, dayInMonth, firstOfMonth, weeksOf } from './calendar-days.ts'

type MonthCardProps = {
  day: string
  today: string
  items: CalendarItem[]
  isLoading: boolean
  onDay: (day: string) => void
}

type Counts = { invitations: number; reminders: number }

/** The days of a month with what goes out on each. One day is in the order of the tab key; arrows move it. */
export function MonthCard({ day, today, items, isLoading, onDay }: MonthCardProps) {
  const { t } = useTranslation()
  const formats = useFormats()
  const grid = useRef<HTMLTableElement>(null)
  const isMoving = useRef(false)
  const counts = countsOf(items)
  const weeks = weeksOf(day)

  // The focus goes along with the day, also into another month.
  useEffect(() => {
    if (!isMoving.current) return
    isMoving.current = false
    grid.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus()
  }, [day])

  function move(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const next = dayByKey(event.key, day)
    if (!next) return
    event.preventDefault()
    isMoving.current = true
    onDay(next)
  }

  return (
    <Paper
      withBorder
      radius="lg"
      p="md"
      component="section"
      className="block month-card"
      aria-label={t('calendar.month')}
    >
      <Group justify="space-between" mb="sm" gap="xs" wrap="nowrap">
        <Title order={2} className="month-name" aria-live="polite">
          {formats.month(day)}
        </Title>
        <Group gap={4} wrap="nowrap">
          <Button size="compact-sm" variant="default" onClick={() => onDay(today)}>
            {t('calendar.today')}
          </Button>
          <MonthStep icon="before" onClick={() => onDay(firstOfMonth(dayInMonth(day, -1)))} />
          <MonthStep icon="after" onClick={() => onDay(firstOfMonth(dayInMonth(day, 1)))} />
        </Group>
      </Group>
      <table
        ref={grid}
        className={isLoading ? 'month stale' : 'month'}
        aria-label={formats.month(day)}
        aria-busy={isLoading}
        onKeyDown={move}
      >
        <thead>
          <tr>
            {(weeks[1] ?? []).map((one) => (
              <th key={one} scope="col">
                <span aria-hidden>{formats.weekday(one ?? day, 'short')}</span>
                <span className="hidden-words">{formats.weekday(one ?? day, 'long')}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week.join()}>
              {week.map((one, at) => (
                <td key={one ?? at}>
                  {one && (
                    <Day
                      day={one}
                      counts={counts.get(one)}
                      isChosen={one === day}
                      isToday={one === today}
                      isOver={one < today}
                      onChoose={() => onDay(one)}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet field-help month-keys">{t('calendar.keys')}</p>
    </Paper>
  )
}

function MonthStep({ icon, onClick }: { icon: 'before' | 'after'; onClick: () => void }) {
  const { t } = useTranslation()
  const Glyph = icon === 'before' ? IconChevronLeft : IconChevronRight
  const label = icon === 'before' ? t('calendar.previousMonth') : t('calendar.nextMonth')
  return (
    <ActionIcon variant="default" size={26} aria-label={label} title={label} onClick={onClick}>
      <Glyph size={16} aria-hidden />
    </ActionIcon>
  )
}

type DayProps = {
  day: string
  counts: Counts | undefined
  isChosen: boolean
  isToday: boolean
  isOver: boolean
  onChoose: () => void
}

function Day({ day, counts, isChosen, isToday, isOver, onChoose }: DayProps) {
  const { t } = useTranslation()
  const formats = useFormats()
  const name = formats.longDay(day)
  const words = { day: name, invitations: counts?.invitations ?? 0, reminders: counts?.reminders ?? 0 }
  return (
    <button
      type="button"
      className={isOver ? 'day over' : 'day'}
      data-day={day}
      data-chosen={isChosen || undefined}
      tabIndex={isChosen ? 0 : -1}
      aria-pressed={isChosen}
      aria-current={isToday ? 'date' : undefined}
      aria-label={counts ? t('calendar.dayCounts', words) : isOver ? name : t('calendar.dayEmpty', words)}
      onClick={onChoose}
    >
      <span className="day-number figures">{Number(day.slice(8))}</span>
      {counts && (
        <span className="day-counts figures">
          {counts.invitations > 0 && (
            <span>
              <IconMail size={13} aria-hidden />
              {formats.count(counts.invitations)}
            </span>
          )}
          {counts.reminders > 0 && (
            <span>
              <IconBell size={13} aria-hidden />
              {formats.count(counts.reminders)}
            </span>
          )}
        </span>
      )}
    </button>
  )
}

function countsOf(items: readonly CalendarItem[]): Map<string, Counts> {
  const counts = new Map<string, Counts>()
  for (const { day, kind } of items) {
    const own = counts.get(day) ?? { invitations: 0, reminders: 0 }
    own[kind === 'invitation' ? 'invitations' : 'reminders'] += 1
    counts.set(day, own)
  }
  return counts
}
