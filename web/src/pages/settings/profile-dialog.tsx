import { Button, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../client/api.ts'
import type { Profile } from '../../client/contract.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { DialogFoot } from '../../parts/dialog-foot.tsx'
import { failureText } from '../../parts/failure-text.ts'
import { notifyDone } from '../../parts/notify.ts'

type ProfileDialogProps = { edited: Profile | 'new'; onClose: () => void }

/** The name of a new profile, or another name for an existing one. */
export function ProfileDialog({ edited, onClose }: ProfileDialogProps) {
  const { t } = useTranslation()
  const isNew = edited === 'new'
  const form = useForm({
    initialValues: { name: isNew ? '' : edited.name },
    validate: { name: (value) => (value.trim() ? null : t('profiles.nameNeeded')) },
  })
  const save = useSave({ edited, onSaved: onClose, onFailed: (text) => form.setErrors({ name: text }) })
  return (
    <Dialog
      onClose={onClose}
      title={isNew ? t('profiles.add') : t('profiles.renameTitle', { name: edited.name })}
    >
      <form noValidate onSubmit={form.onSubmit(({ name }) => save.mutate(name.trim()))}>
        <Stack gap="md">
          <TextInput
            data-autofocus
            label={t('profiles.name')}
            description={isNew ? undefined : t('profiles.renameHelp')}
            {...form.getInputProps('name')}
          />
          <DialogFoot onCancel={onClose}>
            <Button type="submit" size="xs" loading={save.isPending}>
              {isNew ? t('profiles.addConfirm') : t('common.save')}
            </Button>
          </DialogFoot>
        </Stack>
      </form>
    </Dialog>
  )
}

type SaveInput = { edited: Profile | 'new'; onSaved: () => void; onFailed: (text: string) => void }

function useSave({ edited, onSaved, onFailed }: SaveInput) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (name: string) =>
      edited === 'new'
        ? answer(api.POST('/api/v1/profiles', { body: { name } }))
        : answer(api.PATCH('/api/v1/profiles/{id}', { params: { path: { id: edited.id } }, body: { name } })),
    onError: (failure) => onFailed(failureText(t, failure)),
    onSuccess: (_, name) => {
      notifyDone(edited === 'new' ? t('profiles.added', { name }) : t('profiles.renamed', { name }))
      void queryClient.invalidateQueries({ queryKey: ['profiles'] })
      onSaved()
    },
  })
}
