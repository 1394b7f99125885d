import { Button, Container } from '@mantine/core'
import { IconMapOff } from '@tabler/icons-react'
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Empty, LoadFailure } from '../parts/page-states.tsx'

/** An address that leads nowhere. */
export function NotFound() {
  const { t } = useTranslation()
  return (
    <main>
      <Empty order={1} icon={IconMapOff} title={t('shell.notFoundTitle')} text={t('shell.notFoundText')}>
        <Button size="xs" renderRoot={(props) => <Link to="/invoices" {...props} />}>
          {t('shell.backToInvoices')}
        </Button>
      </Empty>
    </main>
  )
}

/** A page that broke, or could not even ask who is signed in. */
export function Failed({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  function retry() {
    reset()
    void router.invalidate()
  }
  return (
    <Container size="sm" py="xl" component="main">
      <LoadFailure failure={error} onRetry={retry} />
    </Container>
  )
}
