import { Alert, Button, Group, List, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconForms } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Connection } from '../../../client/contract.ts'
import { type MadeFields, makeFields } from '../../../client/profile-choices.ts'
import { profilesQuery } from '../../../client/queries.ts'
import { CopyButton } from '../../../parts/copy-button.tsx'
import { Dialog } from '../../../parts/dialog.tsx'
import { notifyDone, notifyFailure } from '../../../parts/notify.ts'

/** Has Teamleader make the fields that choose the profile; when it may not, the steps by hand (promise B10). */
export function MakeFields({ connection }: { connection: Connection }) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const [shown, setShown] = useState<MadeFields['problem'] | 'steps'>(null)
  const make = useMutation({
    mutationFn: () => makeFields(connection.id),
    onError: notifyFailure,
    onSuccess: ({ problem, fields }) => {
      if (problem) setShown(problem)
      else
        notifyDone(
          t(fields.some(({ outcome }) => outcome === 'made') ? 'profileFields.made' : 'profileFields.found'),
        )
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['connections'] }),
  })
  const isMissing = !connection.invoiceProfileFieldId || !connection.subscriptionProfileFieldId
  return (
    <Group gap="xs">
      {isMissing && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconForms size={15} aria-hidden />}
          loading={make.isPending}
          onClick={() => make.mutate()}
        >
          {t('profileFields.make')}
        </Button>
      )}
      <Button size="xs" variant="subtle" onClick={() => setShown('steps')}>
        {t('profileFields.byHand')}
      </Button>
      {shown && (
        <Dialog title={t('profileFields.byHandTitle')} size="lg" onClose={() => setShown(null)}>
          <Stack gap="md">
            {shown !== 'steps' && (
              <Alert color="amber" icon={<IconAlertTriangle />} title={shown.title} role="alert">
                {shown.explanation}
              </Alert>
            )}
            <Steps />
          </Stack>
        </Dialog>
      )}
    </Group>
  )
}

/** What a person does in Teamleader, with the choices ready to copy. */
function Steps() {
  const { t } = useTranslation()
  const { data } = useQuery(profilesQuery())
  const names = (data?.items ?? []).map(({ name }) => name)
  return (
    <>
      <List type="ordered" size="sm" spacing="xs">
        <List.Item>{t('profileFields.step.open')}</List.Item>
        <List.Item>{t('profileFields.step.add')}</List.Item>
        <List.Item>{t('profileFields.step.options')}</List.Item>
        <List.Item>{t('profileFields.step.choose')}</List.Item>
      </List>
      <Stack gap={4}>
        <Group gap="xs">
          <Text size="sm" fw={500}>
            {t('profileFields.options')}
          </Text>
          <CopyButton value={names.join('\n')} label={t('profileFields.copyOptions')} />
        </Group>
        <List size="sm" withPadding>
          {names.map((name) => (
            <List.Item key={name}>
              <span className="with-icon">
                {name}
                <CopyButton value={name} label={t('profileFields.copyOption', { name })} />
              </span>
            </List.Item>
          ))}
        </List>
      </Stack>
    </>
  )
}
