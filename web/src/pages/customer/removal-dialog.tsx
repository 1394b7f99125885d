import { Button, Stack, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { anonymiseCustomer, deleteCustomer } from '../../client/customer-calls.ts'
import type { Customer } from '../../client/customer-contract.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { DialogFoot } from '../../parts/dialog-foot.tsx'
import { notifyDone, notifyFailure } from '../../parts/notify.ts'
import { useShowCustomer } from './use-customer-change.ts'

type RemovalDialogProps = { customer: Customer; onClose: () => void }

/** Deleting while there are no invoices; anonymising, with the legal reason, once there are. */
export function RemovalDialog(props: RemovalDialogProps) {
  return props.customer.invoiceCount > 0 ? <AnonymiseDialog {...props} /> : <DeleteDialog {...props} />
}

function DeleteDialog({ customer, onClose }: RemovalDialogProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const name = customer.name || customer.number
  const remove = useMutation({
    mutationFn: () => deleteCustomer(customer.id),
    onError: (failure) => {
      notifyFailure(failure)
      // An invoice may have come in meanwhile: then this becomes the other question.
      void queryClient.invalidateQueries({ queryKey: ['customers'] })
    },
    onSuccess: async () => {
      notifyDone(t('customerRemoval.deleted', { name }))
      await navigate({ to: '/customers', search: {} })
      void queryClient.invalidateQueries({ queryKey: ['customers'] })
    },
  })
  return (
    <Dialog onClose={onClose} title={t('customerRemoval.deleteTitle', { name })}>
      <Stack gap="sm">
        <Text size="sm">{t('customerRemoval.deleteText')}</Text>
        {customer.isLinked && <Text size="sm">{t('customerRemoval.deleteLinkedText')}</Text>}
        <Answers
          confirm={t('customerRemoval.deleteConfirm')}
          isBusy={remove.isPending}
          onConfirm={() => remove.mutate()}
          onClose={onClose}
        />
      </Stack>
    </Dialog>
  )
}

function AnonymiseDialog({ customer, onClose }: RemovalDialogProps) {
  const { t } = useTranslation()
  const show = useShowCustomer()
  const name = customer.name || customer.number
  const anonymise = useMutation({
    mutationFn: () => anonymiseCustomer(customer.id),
    onError: notifyFailure,
    onSuccess: (anonymised) => {
      show(anonymised)
      notifyDone(t('customerRemoval.anonymised'))
      onClose()
    },
  })
  return (
    <Dialog onClose={onClose} title={t('customerRemoval.anonymiseTitle', { name })}>
      <Stack gap="sm">
        <Text size="sm">{t('customerRemoval.hasInvoices', { count: customer.invoiceCount })}</Text>
        <Text size="sm">{t('customerRemoval.legal')}</Text>
        <Text size="sm">{t('customerRemoval.anonymiseText')}</Text>
        <Answers
          confirm={t('customerRemoval.anonymiseConfirm')}
          isBusy={anonymise.isPending}
          onConfirm={() => anonymise.mutate()}
          onClose={onClose}
        />
      </Stack>
    </Dialog>
  )
}

type AnswersProps = { confirm: string; isBusy: boolean; onConfirm: () => void; onClose: () => void }

function Answers({ confirm, isBusy, onConfirm, onClose }: AnswersProps) {
  return (
    <DialogFoot isGrave onCancel={onClose}>
      <Button color="red" size="xs" loading={isBusy} onClick={onConfirm}>
        {confirm}
      </Button>
    </DialogFoot>
  )
}
