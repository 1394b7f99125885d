import { Paper, Title } from '@mantine/core'
import type { ReactNode } from 'react'

type CardProps = { title: string; action?: ReactNode; children: ReactNode }

/** A titled block of a page. */
export function Card({ title, action, children }: CardProps) {
  return (
    <Paper withBorder radius="lg" p="md" component="section" className="block" aria-label={title}>
      <div className="block-head">
        <Title order={2}>{title}</Title>
        {action}
      </div>
      {children}
    </Paper>
  )
}

/** Names and their values, one below the other. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className="facts">{children}</dl>
}

/** One line of `Facts`; without a value there is no line. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (children === null || children === undefined || children === '') return null
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
