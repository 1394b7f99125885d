import { Button, NativeSelect, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BulkAction } from '../../client/customer-contract.ts'
import { profilesQuery } from '../../client/queries.ts'
import { countLimit } from '../../parts/count-words.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { DialogFoot } from '../../parts/dialog-foot.tsx'
import { useLanguageOptions } from '../../parts/use-language-options.ts'

export type BulkField = 'profile' | 'language'

type BulkDialogProps = {
  field: BulkField
  count: number | undefined
  isBusy: boolean
  onClose: () => void
  onConfirm: (action: BulkAction) => void
}

/** One profile or one language for many customers, and how many that are. */
export function BulkDialog({ field, count, isBusy, onClose, onConfirm }: BulkDialogProps) {
  const { t } = useTranslation()
  const { data: profiles } = useQuery(profilesQuery())
  const languages = useLanguageOptions()
  const isProfile = field === 'profile'
  const options = isProfile
    ? [
        { value: '', label: t('customerSelection.noProfile') },
        ...(profiles?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []),
      ]
    : languages
  const [value, setValue] = useState(isProfile ? '' : (languages[0]?.value ?? ''))
  const action: BulkAction = isProfile
    ? { action: 'setProfile', profileId: value || null }
    : { action: 'setLanguage', language: value }
  return (
    <Dialog
      onClose={onClose}
      title={isProfile ? t('customerSelection.profileTitle') : t('customerSelection.languageTitle')}
    >
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {isProfile ? t('customerSelection.profileText') : t('customerSelection.languageText')}
        </Text>
        <NativeSelect
          data-autofocus
          label={isProfile ? t('customerSelection.setProfile') : t('customerSelection.setLanguage')}
          value={value}
          data={options}
          onChange={(event) => setValue(event.currentTarget.value)}
        />
        <DialogFoot onCancel={onClose}>
          <Button size="xs" loading={isBusy} onClick={() => onConfirm(action)}>
            {count === undefined || count > countLimit
              ? t('customerSelection.confirmMany')
              : t('customerSelection.confirm', { count })}
          </Button>
        </DialogFoot>
      </Stack>
    </Dialog>
  )
}
