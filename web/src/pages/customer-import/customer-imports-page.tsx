import { Skeleton } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { PageHead } from '../../parts/page-head.tsx'
import { EarlierImports } from './earlier-imports.tsx'

const route = getRouteApi('/inside/customers/import')
const UploadCard = lazy(async () => ({ default: (await import('./upload-card.tsx')).UploadCard }))

/** Where a file of customers comes in (promise A13), and the files that came in earlier. */
export function CustomerImportsPage() {
  const { t } = useTranslation()
  const navigate = route.useNavigate()
  return (
    <>
      <PageHead title={t('customerImport.title')} intro={t('customerImport.intro')} />
      <Suspense fallback={<Skeleton height={210} radius="lg" />}>
        <UploadCard
          onUploaded={({ id }) =>
            void navigate({ to: '/customers/import/$importId', params: { importId: id }, search: {} })
          }
        />
      </Suspense>
      <EarlierImports />
    </>
  )
}
