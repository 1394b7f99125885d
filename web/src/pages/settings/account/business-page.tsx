import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../../client/api.ts'
import type { Creditor } from '../../../client/contract.ts'
import { creditorQuery } from '../../../client/queries.ts'
import { fieldErrors } from '../../../parts/failure-text.ts'
import { groupIban } from '../../../parts/group-iban.ts'
import { notifyDone, notifyFailure } from '../../../parts/notify.ts'
import { ListSkeleton, LoadFailure } from '../../../parts/page-states.tsx'

/** The business that is owed the money. */
export function BusinessPage() {
  const { t } = useTranslation()
  const { data, isPending, error, refetch } = useQuery(creditorQuery())
  if (isPending) return <ListSkeleton />
  if (!data) return <LoadFailure failure={error} onRetry={() => void refetch()} />
  return (
    <Stack gap="md" maw={560}>
      <Text size="sm" c="dimmed">
        {t('business.intro')}
      </Text>
      <BusinessForm creditor={data} />
    </Stack>
  )
}

const businessLanguages = ['nl', 'fr', 'en', 'de'] as const

function BusinessForm({ creditor }: { creditor: Creditor }) {
  const { t } = useTranslation()
  const form = useForm({
    initialValues: {
      ...creditor,
      iban: groupIban(creditor.iban ?? ''),
      senderEmail: creditor.senderEmail ?? '',
    },
    validate: { name: (value) => (value.trim() ? null : t('business.nameNeeded')) },
  })
  const save = useSave((errors) => form.setErrors(errors), form.resetDirty)
  const zones = [
    ...new Set([
      creditor.timeZone,
      'Europe/Brussels',
      'Europe/Amsterdam',
      'Europe/Paris',
      'Europe/Luxembourg',
      'Europe/Berlin',
      'Europe/London',
    ]),
  ]
  return (
    <form noValidate onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack gap="sm">
        <TextInput label={t('business.name')} {...form.getInputProps('name')} />
        <TextInput
          label={t('business.iban')}
          description={t('business.ibanHelp')}
          {...form.getInputProps('iban')}
        />
        <TextInput
          type="email"
          label={t('business.senderEmail')}
          description={t('business.senderEmailHelp')}
          {...form.getInputProps('senderEmail')}
        />
        <Group grow align="flex-start">
          <NativeSelect
            label={t('business.language')}
            data={businessLanguages.map((language) => ({
              value: language,
              label: t(`languages.${language}`),
            }))}
            {...form.getInputProps('language')}
          />
          <NativeSelect label={t('business.timeZone')} data={zones} {...form.getInputProps('timeZone')} />
        </Group>
        <Group mt="xs">
          <Button type="submit" size="sm" loading={save.isPending} disabled={!form.isDirty()}>
            {t('common.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function useSave(onFieldErrors: (errors: Record<string, string>) => void, onSaved: () => void) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ name, iban, senderEmail, language, timeZone }: Creditor) =>
      answer(
        api.PATCH('/api/v1/creditor', {
          body: {
            name: name.trim(),
            iban: iban?.trim() || null,
            senderEmail: senderEmail?.trim() || null,
            language,
            timeZone,
          },
        }),
      ),
    onError: (failure) => {
      onFieldErrors(fieldErrors(t, failure))
      notifyFailure(failure)
    },
    onSuccess: () => {
      onSaved()
      notifyDone(t('business.saved'))
      void queryClient.invalidateQueries({ queryKey: ['creditor'] })
      void queryClient.invalidateQueries({ queryKey: ['session'] })
    },
  })
}
