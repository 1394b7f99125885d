import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { sessionQuery } from '../../client/queries.ts'
import { Doorstep } from '../../parts/doorstep.tsx'
import { ConnectStep } from './connect-step.tsx'
import { FoundingForm } from './founding-form.tsx'

/** The first page of a new installation: administrator and business, then Teamleader. */
export function FirstRunPage() {
  const { t } = useTranslation()
  const { data: session } = useQuery(sessionQuery())
  if (!session) return null
  if (session.isFirstRun) {
    return (
      <Doorstep isWide title={t('firstRun.title')} intro={t('firstRun.intro')}>
        <FoundingForm />
      </Doorstep>
    )
  }
  return (
    <Doorstep title={t('firstRun.connectTitle')} intro={t('firstRun.connectText')}>
      <ConnectStep />
    </Doorstep>
  )
}
