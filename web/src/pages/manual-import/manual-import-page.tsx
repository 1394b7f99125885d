import { IconArrowLeft } from '@tabler/icons-react'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PageHead } from '../../parts/page-head.tsx'
import { AskCard } from './ask-card.tsx'
import { RunView } from './run-view.tsx'

const route = getRouteApi('/inside/invoices/import')

/** Invoices > Import > Import from Teamleader (promises B7, B9): ask, look, import. The address carries the run. */
export function ManualImportPage() {
  const { t } = useTranslation()
  const { run } = route.useSearch()
  return (
    <>
      <Link to="/invoices" search={{}} className="back-link">
        <IconArrowLeft size={15} aria-hidden />
        {t('manualImport.back')}
      </Link>
      <PageHead title={t('manualImport.title')} intro={t('manualImport.intro')} />
      {run ? <RunView key={run} runId={run} /> : <AskCard />}
    </>
  )
}
