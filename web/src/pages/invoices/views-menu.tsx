import { Button, Menu } from '@mantine/core'
import {
  IconBookmark,
  IconCheck,
  IconChevronDown,
  IconDeviceFloppy,
  IconPencil,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { savedViewsQuery } from '../../client/invoice-list-calls.ts'
import type { SavedView } from '../../client/invoice-list-contract.ts'
import { LoadFailure } from '../../parts/page-states.tsx'
import type { InvoicesSearch } from '../../search.ts'
import { isChanged, queryOf } from './saved-view.ts'
import type { ColumnChoice } from './use-column-choice.ts'
import { useViewChanges } from './use-view-changes.tsx'
import { ViewDialog } from './view-dialog.tsx'

type ViewsMenuProps = { search: InvoicesSearch; columns: ColumnChoice }

/** Ways of looking at the list that were kept under a name: one's own, and those that others share. */
export function ViewsMenu({ search, columns }: ViewsMenuProps) {
  const { t } = useTranslation()
  const [edited, setEdited] = useState<'new' | SavedView>()
  const { data } = useQuery(savedViewsQuery())
  const views = data?.items ?? []
  const current = views.find(({ id }) => id === search.view)
  const hasChanged = current !== undefined && isChanged(current, { search, columns: columns.shown })
  const shown = { query: queryOf(search), columns: columns.shown }
  return (
    <>
      <Menu position="bottom-start" withinPortal={false} withInitialFocusPlaceholder={false} width={270}>
        <Menu.Target>
          <Button
            size="xs"
            variant="default"
            className="views-button"
            leftSection={<IconBookmark size={15} aria-hidden />}
            rightSection={<IconChevronDown size={14} aria-hidden />}
          >
            <span className="clip">{current?.name ?? t('invoiceViews.title')}</span>
            {hasChanged && <span className="view-changed">{t('invoiceViews.changed')}</span>}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <ViewChoices views={views} currentId={current?.id} />
          <Menu.Divider />
          <ViewActions {...{ current, hasChanged, shown }} columns={columns} onEdit={setEdited} />
        </Menu.Dropdown>
      </Menu>
      {edited && (
        <ViewDialog
          shown={shown}
          edited={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(undefined)}
        />
      )}
    </>
  )
}

function ViewChoices({ views, currentId }: { views: SavedView[]; currentId: string | undefined }) {
  const { t } = useTranslation()
  const { isError, error, refetch } = useQuery(savedViewsQuery())
  const { choose, leave } = useViewChanges()
  const own = views.filter(({ isOwn }) => isOwn)
  const shared = views.filter(({ isOwn }) => !isOwn)
  if (isError) return <LoadFailure failure={error} onRetry={() => void refetch()} />
  return (
    <>
      {currentId && <Menu.Item onClick={leave}>{t('invoiceViews.none')}</Menu.Item>}
      {views.length === 0 && <p className="menu-note">{t('invoiceViews.empty')}</p>}
      {own.length > 0 && <Menu.Label>{t('invoiceViews.own')}</Menu.Label>}
      {own.map((view) => (
        <ViewItem key={view.id} view={view} isCurrent={view.id === currentId} onChoose={choose} />
      ))}
      {shared.length > 0 && <Menu.Label>{t('invoiceViews.shared')}</Menu.Label>}
      {shared.map((view) => (
        <ViewItem key={view.id} view={view} isCurrent={view.id === currentId} onChoose={choose} />
      ))}
    </>
  )
}

type ViewItemProps = { view: SavedView; isCurrent: boolean; onChoose: (view: SavedView) => void }

function ViewItem({ view, isCurrent, onChoose }: ViewItemProps) {
  const { t } = useTranslation()
  const note = !view.isOwn
    ? t('invoiceViews.by', { name: view.ownerName ?? '' })
    : view.isShared && t('invoiceViews.isShared')
  return (
    <Menu.Item
      aria-current={isCurrent || undefined}
      rightSection={isCurrent && <IconCheck size={15} aria-hidden />}
      onClick={() => onChoose(view)}
    >
      <span className="clip">{view.name}</span>
      {note && <span className="view-note">{note}</span>}
    </Menu.Item>
  )
}

type ViewActionsProps = {
  current: SavedView | undefined
  hasChanged: boolean
  shown: Pick<SavedView, 'query' | 'columns'>
  columns: ColumnChoice
  onEdit: (edited: 'new' | SavedView) => void
}

function ViewActions({ current, hasChanged, shown, columns, onEdit }: ViewActionsProps) {
  const { t } = useTranslation()
  const { choose, save, remove } = useViewChanges()
  return (
    <>
      {current && hasChanged && (
        <Menu.Item
          onClick={() => {
            columns.reset()
            choose(current)
          }}
        >
          {t('invoiceViews.undoChanges')}
        </Menu.Item>
      )}
      {current?.isOwn && hasChanged && (
        <Menu.Item
          leftSection={<IconDeviceFloppy size={16} aria-hidden />}
          onClick={() => save.mutate({ id: current.id, ...shown }, { onSuccess: columns.reset })}
        >
          {t('invoiceViews.save', { name: current.name })}
        </Menu.Item>
      )}
      <Menu.Item leftSection={<IconPlus size={16} aria-hidden />} onClick={() => onEdit('new')}>
        {t('invoiceViews.saveAs')}
      </Menu.Item>
      {current?.isOwn && (
        <>
          <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => onEdit(current)}>
            {t('invoiceViews.edit')}
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={() => remove.mutate(current)}>
            {t('invoiceViews.delete', { name: current.name })}
          </Menu.Item>
        </>
      )}
    </>
  )
}
