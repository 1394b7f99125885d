import { ActionIcon, Button, Checkbox, Group, Popover, Stack } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconColumns3 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { type ColumnId, columnIds } from './columns.ts'
import type { ColumnChoice } from './use-column-choice.ts'
import { useColumnNames } from './use-columns.tsx'

/** Which columns the table has and in which order. Cards on a phone have no columns. */
export function ColumnsMenu({ columns }: { columns: ColumnChoice }) {
  const { t } = useTranslation()
  const offered = [...columns.shown, ...columnIds.filter((id) => !columns.shown.includes(id))]
  return (
    <Popover
      position="bottom-end"
      trapFocus
      returnFocus
      withinPortal={false}
      shadow="md"
      radius="md"
      width={270}
    >
      <Popover.Target>
        <Button
          size="xs"
          variant="default"
          visibleFrom="sm"
          leftSection={<IconColumns3 size={15} aria-hidden />}
        >
          {t('invoiceColumns.title')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="sm" aria-label={t('invoiceColumns.title')}>
        <Stack gap={2} component="ul" className="column-list">
          {offered.map((id) => (
            <ColumnLine key={id} id={id} columns={columns} />
          ))}
        </Stack>
        {columns.isOwn && (
          <Button size="compact-xs" variant="subtle" color="gray" mt="xs" onClick={columns.reset}>
            {t('invoiceColumns.reset')}
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}

function ColumnLine({ id, columns }: { id: ColumnId; columns: ColumnChoice }) {
  const { t } = useTranslation()
  const name = useColumnNames()[id]
  const place = columns.shown.indexOf(id)
  const isShown = place >= 0
  return (
    <li className="column-line">
      <Checkbox
        size="xs"
        label={name}
        checked={isShown}
        disabled={id === 'number'}
        onChange={() => columns.toggle(id)}
      />
      {isShown && (
        <Group gap={2} wrap="nowrap">
          <ActionIcon
            size={24}
            variant="subtle"
            color="gray"
            aria-label={t('invoiceColumns.earlier', { column: name })}
            disabled={place === 0}
            onClick={() => columns.move(id, -1)}
          >
            <IconArrowUp size={14} aria-hidden />
          </ActionIcon>
          <ActionIcon
            size={24}
            variant="subtle"
            color="gray"
            aria-label={t('invoiceColumns.later', { column: name })}
            disabled={place === columns.shown.length - 1}
            onClick={() => columns.move(id, 1)}
          >
            <IconArrowDown size={14} aria-hidden />
          </ActionIcon>
        </Group>
      )}
    </li>
  )
}
