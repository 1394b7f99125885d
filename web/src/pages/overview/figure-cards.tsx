import { Paper, SimpleGrid } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, type LinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type CurrencyOverview, type Overview, taskSummaryQuery } from '../../client/task-calls.ts'
import { Amount } from '../../parts/amount.tsx'
import { useFormats } from '../../parts/use-formats.ts'
import { useTaskCount } from '../../parts/use-task-count.ts'

type FigureCardsProps = { overview: Overview; shown: CurrencyOverview | undefined }

/** The few figures of the day; each leads to what it counts. */
export function FigureCards({ overview, shown }: FigureCardsProps) {
  const { t } = useTranslation()
  const formats = useFormats()
  const countOf = useTaskCount()
  const { data: tasks } = useQuery(taskSummaryQuery())
  const currency = overview.currencies.length > 1 ? shown?.currency : undefined
  const only = currency ? { currency } : {}
  const waits = overview.waitingForDocument
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }} spacing="md">
      {shown && (
        <>
          <Figure
            name={t('overview.open')}
            to={{ to: '/invoices', search: { state: 'open', ...only } }}
            note={t('overview.invoices', {
              count: shown.open.count,
              invoices: formats.count(shown.open.count),
            })}
          >
            <Amount money={{ amountCents: shown.open.amountCents, currency: shown.currency }} />
          </Figure>
          <Figure
            name={t('overview.overdue')}
            to={{ to: '/invoices', search: { state: 'overdue', sort: 'dueDate', order: 'asc', ...only } }}
            note={t('overview.invoices', {
              count: shown.overdue.count,
              invoices: formats.count(shown.overdue.count),
            })}
            isBad={shown.overdue.count > 0}
          >
            <Amount money={{ amountCents: shown.overdue.amountCents, currency: shown.currency }} />
          </Figure>
        </>
      )}
      <Figure
        name={t('overview.waiting')}
        to={{ to: '/invoices', search: { state: 'open', invitation: 'waiting' } }}
        note={t('overview.waitingNote')}
      >
        {waits > countedAtMost ? `${formats.count(countedAtMost)}+` : formats.count(waits)}
      </Figure>
      <Figure
        name={t('overview.tasks')}
        to={{ to: '/tasks', search: {} }}
        note={t('overview.tasksNote', { count: tasks?.total ?? 0 })}
      >
        {tasks ? countOf(tasks.total, tasks.isCapped) : '–'}
      </Figure>
    </SimpleGrid>
  )
}

const countedAtMost = 10_000

type FigureProps = { name: string; note: string; to: LinkProps; isBad?: boolean; children: ReactNode }

function Figure({ name, note, to, isBad = false, children }: FigureProps) {
  return (
    <Paper withBorder radius="lg" className="figure-card" renderRoot={(props) => <Link {...to} {...props} />}>
      <span className="figure-name">{name}</span>
      <span className={isBad ? 'figure-value figures bad-words' : 'figure-value figures'}>{children}</span>
      <span className="quiet figure-note">{note}</span>
    </Paper>
  )
}
