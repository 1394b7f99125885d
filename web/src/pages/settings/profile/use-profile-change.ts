import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ApiFailure } from '../../../client/api.ts'
import type { Profile } from '../../../client/contract.ts'
import { changeProfile, type ProfileChanges } from '../../../client/profile-text-calls.ts'
import { fieldErrors } from '../../../parts/failure-text.ts'
import { notifyFailure } from '../../../parts/notify.ts'

export type ProfileChange = {
  change: (changes: ProfileChanges, onSaved?: () => void) => void
  isSaving: boolean
  /** What the server says of each field of the last change, by its path. */
  problems: Record<string, string>
}

/** Changes of a profile count at once, one after the other in the order in which they were made. */
export function useProfileChange({ id }: Profile): ProfileChange {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const save = useMutation({
    scope: { id: `profile-${id}` },
    mutationFn: (changes: ProfileChanges) => changeProfile(id, changes),
    onError: (failure) => {
      if (!(failure instanceof ApiFailure) || failure.fields.length === 0) notifyFailure(failure)
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['profiles'] }),
  })
  return {
    change: (changes, onSaved) => save.mutate(changes, { ...(onSaved && { onSuccess: onSaved }) }),
    isSaving: save.isPending,
    problems: fieldErrors(t, save.error),
  }
}
