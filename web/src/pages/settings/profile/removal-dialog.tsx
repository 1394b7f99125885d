import { Button, NativeSelect, Stack, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Profile } from '../../../client/contract.ts'
import {
  deleteProfile,
  type ProfileUse,
  profileUseQuery,
  replaceProfile,
} from '../../../client/profile-use-calls.ts'
import { profilesQuery } from '../../../client/queries.ts'
import { useCountWords } from '../../../parts/count-words.ts'
import { Dialog } from '../../../parts/dialog.tsx'
import { DialogFoot } from '../../../parts/dialog-foot.tsx'
import { notifyDone, notifyFailure } from '../../../parts/notify.ts'
import { ListSkeleton, LoadFailure } from '../../../parts/page-states.tsx'

type RemovalDialogProps = { profile: Profile; onClose: () => void; onRemoved: () => void }

/** A profile that is in use goes only when another one takes its place. */
export function RemovalDialog({ profile, onClose, onRemoved }: RemovalDialogProps) {
  const { t } = useTranslation()
  const { data: use, error, refetch } = useQuery(profileUseQuery(profile.id))
  const { data: profiles } = useQuery(profilesQuery())
  const [byId, setById] = useState('')
  const others = (profiles?.items ?? []).filter(({ id }) => id !== profile.id)
  const by = others.find(({ id }) => id === byId)
  const remove = useRemoval({ profile, by, onRemoved })
  const uses = use ? usesOf(use) : []
  const isReplaced = uses.length > 0
  return (
    <Dialog title={t('profileRemoval.title', { name: profile.name })} onClose={onClose}>
      {!use && (error ? <LoadFailure failure={error} onRetry={() => void refetch()} /> : <ListSkeleton />)}
      {use && (
        <Stack gap="md">
          {others.length === 0 && <Text size="sm">{t('profileRemoval.nobodyElse')}</Text>}
          {others.length > 0 && !isReplaced && <Text size="sm">{t('profileRemoval.unused')}</Text>}
          {others.length > 0 && isReplaced && (
            <>
              <Uses uses={uses} />
              <NativeSelect
                data-autofocus
                label={t('profileRemoval.by')}
                description={t('profileRemoval.byHelp')}
                inputWrapperOrder={['label', 'input', 'error', 'description']}
                value={byId}
                onChange={(event) => setById(event.currentTarget.value)}
                data={[
                  { value: '', label: t('profileRemoval.choose') },
                  ...others.map(({ id, name }) => ({ value: id, label: name })),
                ]}
              />
            </>
          )}
          <DialogFoot onCancel={onClose}>
            <Button
              size="xs"
              color="red"
              disabled={others.length === 0 || (isReplaced && !by)}
              loading={remove.isPending}
              onClick={() => remove.mutate()}
            >
              {isReplaced
                ? t('profileRemoval.confirmReplace')
                : t('profileRemoval.confirm', { name: profile.name })}
            </Button>
          </DialogFoot>
        </Stack>
      )}
    </Dialog>
  )
}

const useNames = ['customers', 'openInvoices', 'connections', 'fieldValues'] as const

function usesOf(use: ProfileUse) {
  return useNames.map((name) => ({ name, count: use[name] })).filter(({ count }) => count > 0)
}

function Uses({ uses }: { uses: ReturnType<typeof usesOf> }) {
  const { t } = useTranslation()
  const words = useCountWords()
  return (
    <div>
      <Text size="sm">{t('profileRemoval.inUse')}</Text>
      <ul className="dashes">
        {uses.map(({ name, count }) => (
          <li key={name}>{t(`profileRemoval.${name}`, { count, number: words.count(count) })}</li>
        ))}
      </ul>
    </div>
  )
}

type Removal = { profile: Profile; by: Profile | undefined; onRemoved: () => void }

function useRemoval({ profile: { id, name }, by, onRemoved }: Removal) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async () => {
      if (by) await replaceProfile(id, by.id)
      else await deleteProfile(id)
    },
    onError: (failure) => {
      notifyFailure(failure)
      void queryClient.invalidateQueries({ queryKey: ['profiles', 'use', id] })
    },
    onSuccess: async () => {
      notifyDone(
        by ? t('profileRemoval.replaced', { name, by: by.name }) : t('profileRemoval.deleted', { name }),
      )
      onRemoved()
      await queryClient.invalidateQueries()
    },
  })
}
