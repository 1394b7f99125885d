import { ActionBar, Button, CloseButton, Group } from '@mantine/core'
import { IconFileExport, IconLanguage, IconRefresh, IconTags } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { countLimit } from '../../parts/count-words.ts'
import { useFormats } from '../../parts/use-formats.ts'
import { BulkDialog, type BulkField } from './bulk-dialog.tsx'
import { useBulkChange } from './use-bulk-change.ts'
import type { ChosenCustomers } from './use-customer-selection.ts'

type SelectionBarProps = {
  selection: ChosenCustomers
  /** How many match the filters; one more than the limit stands for "more". */
  matching: number | undefined
  /** Are there matching rows beyond those that are shown? */
  hasMore: boolean
}

/** What can be done with the chosen customers, and how many there are. */
export function SelectionBar({ selection, matching, hasMore }: SelectionBarProps) {
  const { t } = useTranslation()
  const [edited, setEdited] = useState<BulkField | null>(null)
  const change = useBulkChange(selection)
  return (
    <>
      <ActionBar
        opened={!selection.isEmpty}
        onClose={selection.clear}
        closeOnEscape={edited === null}
        aria-label={t('customerSelection.label')}
        className="selection-bar"
        position={{ bottom: 'var(--vorder-bar-bottom)', left: 0, right: 0 }}
        withBorder
        shadow="md"
      >
        <Group gap="xs">
          <strong className="figures">
            <ChosenCount selection={selection} matching={matching} />
          </strong>
          {!selection.isAll && hasMore && <SelectAll selection={selection} matching={matching} />}
          <BarButton icon={IconTags} onClick={() => setEdited('profile')}>
            {t('customerSelection.setProfile')}
          </BarButton>
          <BarButton icon={IconLanguage} onClick={() => setEdited('language')}>
            {t('customerSelection.setLanguage')}
          </BarButton>
          <BarButton icon={IconRefresh} onClick={() => change.mutate({ action: 'refresh' })}>
            {t('customerSelection.refresh')}
          </BarButton>
          <BarButton icon={IconFileExport} onClick={() => change.mutate({ action: 'export' })}>
            {t('customerSelection.export')}
          </BarButton>
          <CloseButton size="sm" aria-label={t('customerSelection.clear')} onClick={selection.clear} />
        </Group>
      </ActionBar>
      {edited && (
        <BulkDialog
          field={edited}
          count={selection.isAll ? matching : selection.count}
          onClose={() => setEdited(null)}
          onConfirm={(action) => change.mutate(action, { onSuccess: () => setEdited(null) })}
          isBusy={change.isPending}
        />
      )}
    </>
  )
}

function ChosenCount({ selection, matching }: Omit<SelectionBarProps, 'hasMore'>) {
  const { t } = useTranslation()
  const formats = useFormats()
  const count = selection.isAll ? (matching ?? 0) : selection.count
  return count > countLimit
    ? t('customerSelection.countMany', { limit: formats.count(countLimit) })
    : t('customerSelection.count', { count })
}

function SelectAll({ selection, matching }: Omit<SelectionBarProps, 'hasMore'>) {
  const { t } = useTranslation()
  const isCounted = matching !== undefined && matching <= countLimit
  return (
    <Button size="compact-sm" variant="subtle" onClick={selection.selectAll}>
      {isCounted
        ? t('customerSelection.selectAll', { count: matching })
        : t('customerSelection.selectAllMany')}
    </Button>
  )
}

type BarButtonProps = { icon: typeof IconTags; onClick: () => void; children: string }

function BarButton({ icon: Glyph, onClick, children }: BarButtonProps) {
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<Glyph size={14} aria-hidden />}
      onClick={onClick}
    >
      <span className="bar-words">{children}</span>
    </Button>
  )
}
