import { Button, Checkbox, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SavedView } from '../../client/invoice-list-contract.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { DialogFoot } from '../../parts/dialog-foot.tsx'
import { failureText } from '../../parts/failure-text.ts'
import { useViewChanges } from './use-view-changes.tsx'

type ViewDialogProps = {
  shown: Pick<SavedView, 'query' | 'columns'>
  /** The view whose name or sharing is changed; without one a new view is saved. */
  edited?: SavedView | undefined
  onClose: () => void
}

/** The name of a view, and whether the whole business sees it. */
export function ViewDialog({ shown, edited, onClose }: ViewDialogProps) {
  const { t } = useTranslation()
  const { add, edit } = useViewChanges()
  const [name, setName] = useState(edited?.name ?? '')
  const [isShared, setShared] = useState(edited?.isShared ?? false)
  const failure = add.error ?? edit.error

  function submit(event: FormEvent) {
    event.preventDefault()
    const kept = { name: name.trim(), isShared }
    if (edited) edit.mutate({ id: edited.id, ...kept }, { onSuccess: onClose })
    else add.mutate({ list: 'invoices', ...kept, ...shown }, { onSuccess: onClose })
  }

  return (
    <Dialog title={edited ? t('invoiceViews.editTitle') : t('invoiceViews.newTitle')} onClose={onClose}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <TextInput
            data-autofocus
            required
            maxLength={80}
            label={t('invoiceViews.name')}
            placeholder={t('invoiceViews.namePlaceholder')}
            value={name}
            error={failure ? failureText(t, failure) : null}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Checkbox
            label={t('invoiceViews.share')}
            description={t('invoiceViews.shareHelp')}
            checked={isShared}
            onChange={(event) => setShared(event.currentTarget.checked)}
          />
          <DialogFoot onCancel={onClose}>
            <Button
              size="xs"
              type="submit"
              loading={add.isPending || edit.isPending}
              disabled={name.trim() === ''}
            >
              {t('common.save')}
            </Button>
          </DialogFoot>
        </Stack>
      </form>
    </Dialog>
  )
}
