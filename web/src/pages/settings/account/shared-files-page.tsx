import { Anchor, Button, Group, Text } from '@mantine/core'
import { IconDownload, IconFileText, IconFolderOpen } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { sharedFileAddress, sharedFilesQuery } from '../../../client/customer-file-queries.ts'
import type { SharedFile } from '../../../client/customer-files-contract.ts'
import { ExactInstant, Instant } from '../../../parts/instant.tsx'
import { Empty, ListSkeleton, LoadFailure } from '../../../parts/page-states.tsx'
import { type Column, RecordTable } from '../../../parts/record-table.tsx'
import { useFormats, useNow } from '../../../parts/use-formats.ts'
import { RemoveFile } from './remove-file.tsx'

/** The files that Vorder made for the people of the business (promise A12): who asked, how large, until when. */
export function SharedFilesPage() {
  const { t } = useTranslation()
  const columns = useColumns()
  const list = useInfiniteQuery(sharedFilesQuery())
  const files = list.data?.pages.flatMap((page) => page.items)
  if (list.isPending) return <ListSkeleton />
  if (!files) return <LoadFailure failure={list.error} onRetry={() => void list.refetch()} />
  if (files.length === 0) return <NoFiles />
  return (
    <>
      <Text size="sm" c="dimmed" mb="xs">
        {t('sharedFiles.intro')}
      </Text>
      <RecordTable
        label={t('sharedFiles.table')}
        columns={columns}
        rows={files}
        card={(file) => <FileCard file={file} />}
        more={
          list.hasNextPage
            ? { isLoading: list.isFetchingNextPage, onMore: () => void list.fetchNextPage() }
            : undefined
        }
      />
    </>
  )
}

function NoFiles() {
  const { t } = useTranslation()
  return (
    <Empty icon={IconFolderOpen} title={t('sharedFiles.emptyTitle')} text={t('sharedFiles.emptyText')}>
      <Button size="xs" renderRoot={(props) => <Link to="/settings/integrations" search={{}} {...props} />}>
        {t('sharedFiles.toExport')}
      </Button>
    </Empty>
  )
}

function useColumns(): Column<SharedFile>[] {
  const { t } = useTranslation()
  return [
    { id: 'name', isWide: true, header: t('sharedFiles.name'), cell: (file) => <FileName file={file} /> },
    { id: 'size', header: t('sharedFiles.size'), align: 'right', cell: (file) => <Size file={file} /> },
    { id: 'owner', header: t('sharedFiles.owner'), cell: (file) => file.ownerName },
    { id: 'created', header: t('sharedFiles.created'), cell: (file) => <Instant at={file.createdAt} /> },
    { id: 'expires', header: t('sharedFiles.expires'), cell: (file) => <Expiry file={file} /> },
    {
      id: 'downloads',
      isExtra: true,
      align: 'right',
      header: t('sharedFiles.downloads'),
      cell: (file) => <Downloads file={file} />,
    },
    {
      id: 'action',
      header: t('sharedFiles.action'),
      align: 'right',
      cell: (file) => <Actions file={file} />,
    },
  ]
}

function FileName({ file }: { file: SharedFile }) {
  return (
    <span className="with-icon file-name">
      <IconFileText size={17} stroke={1.7} aria-hidden />
      <Anchor href={sharedFileAddress(file.id)} download className="row-link" underline="never" inherit>
        {file.name}
      </Anchor>
    </span>
  )
}

function Size({ file }: { file: SharedFile }) {
  return <span className="figures">{useFormats().bytes(file.sizeBytes)}</span>
}

function Downloads({ file }: { file: SharedFile }) {
  return <span className="figures">{useFormats().count(file.downloads)}</span>
}

const soonMs = 86_400_000

/** The day; the hours when it is less than a day. */
function Expiry({ file: { expiresAt } }: { file: SharedFile }) {
  const formats = useFormats()
  const now = useNow()
  const isSoon = Date.parse(expiresAt) - now.getTime() < soonMs
  return (
    <span className={isSoon ? 'soon' : undefined}>
      <ExactInstant at={expiresAt}>
        {isSoon ? formats.ago(expiresAt, now) : formats.dayOf(expiresAt)}
      </ExactInstant>
    </span>
  )
}

function Actions({ file }: { file: SharedFile }) {
  const { t } = useTranslation()
  return (
    <span className="line-actions">
      <Button
        component="a"
        href={sharedFileAddress(file.id)}
        download
        size="compact-sm"
        variant="default"
        leftSection={<IconDownload size={14} aria-hidden />}
        aria-label={t('sharedFiles.downloadNamed', { name: file.name })}
      >
        {t('sharedFiles.download')}
      </Button>
      <RemoveFile file={file} />
    </span>
  )
}

function FileCard({ file }: { file: SharedFile }) {
  const { t } = useTranslation()
  const formats = useFormats()
  return (
    <>
      <FileName file={file} />
      <div className="card-line quiet">
        <span>{[file.ownerName, formats.bytes(file.sizeBytes)].filter(Boolean).join(' · ')}</span>
        <Instant at={file.createdAt} />
      </div>
      <Group justify="space-between" gap="xs">
        <Text size="sm" c="dimmed">
          {t('sharedFiles.expires')} <Expiry file={file} />
        </Text>
        <Actions file={file} />
      </Group>
    </>
  )
}
