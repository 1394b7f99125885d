import { Alert } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ApiFailure } from '../../client/api.ts'
import { failureText } from '../../parts/failure-text.ts'

/** Why it could not be started. When another one is under way: the way to it. */
export function StartFailure({ failure }: { failure: unknown }) {
  const { t } = useTranslation()
  const otherRun =
    failure instanceof ApiFailure && failure.code === 'other_run_under_way' && failure.details.runId
  if (!otherRun) {
    return (
      <Alert color="red" role="alert">
        {failureText(t, failure)}
      </Alert>
    )
  }
  return (
    <Alert color="amber" role="alert" title={t('manualImport.otherRun')}>
      {t('manualImport.otherRunText')}{' '}
      <Link to="/invoices/import" search={{ run: otherRun }} className="text-link">
        {t('manualImport.showRun')}
      </Link>
    </Alert>
  )
}
