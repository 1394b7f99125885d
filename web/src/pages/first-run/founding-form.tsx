import { Alert, Button, PasswordInput, SimpleGrid, Stack, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../client/api.ts'
import { sessionQuery } from '../../client/queries.ts'
import { failureText, fieldErrors } from '../../parts/failure-text.ts'
import { currentLanguage } from '../../texts/language.ts'

const passwordLength = 12

type Founding = {
  name: string
  email: string
  password: string
  business: { name: string; iban: string; senderEmail: string }
}

const nothing: Founding = {
  name: '',
  email: '',
  password: '',
  business: { name: '', iban: '', senderEmail: '' },
}

/** Step one: the administrator and the business. The language is the one of the page. */
export function FoundingForm() {
  const { t } = useTranslation()
  const form = useForm({ initialValues: nothing, validate: (values) => check(t, values) })
  const found = useFounding((errors) => form.setErrors(errors))
  return (
    <form noValidate onSubmit={form.onSubmit((values) => found.mutate(values))}>
      <Stack gap="lg">
        {found.isError && (
          <Alert color="red" role="alert" p="xs">
            {failureText(t, found.error)}
          </Alert>
        )}
        <Stack gap="sm">
          <Title order={2}>{t('firstRun.you')}</Title>
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
            <TextInput label={t('firstRun.name')} autoComplete="name" {...form.getInputProps('name')} />
            <TextInput
              label={t('firstRun.email')}
              type="email"
              autoComplete="username"
              {...form.getInputProps('email')}
            />
          </SimpleGrid>
          <PasswordInput
            label={t('firstRun.password')}
            description={t('firstRun.passwordHelp')}
            autoComplete="new-password"
            visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
            {...form.getInputProps('password')}
          />
        </Stack>
        <Stack gap="sm">
          <Title order={2}>{t('firstRun.business')}</Title>
          <TextInput
            label={t('firstRun.businessName')}
            autoComplete="organization"
            {...form.getInputProps('business.name')}
          />
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
            <TextInput
              label={t('firstRun.iban')}
              placeholder="BE…"
              {...form.getInputProps('business.iban')}
            />
            <TextInput
              label={t('firstRun.senderEmail')}
              type="email"
              {...form.getInputProps('business.senderEmail')}
            />
          </SimpleGrid>
        </Stack>
        <Button type="submit" loading={found.isPending}>
          {t('firstRun.submit')}
        </Button>
      </Stack>
    </form>
  )
}

function check(t: TFunction, values: Founding): Record<string, string> {
  const errors: Record<string, string> = {}
  if (!values.name.trim()) errors.name = t('firstRun.nameNeeded')
  if (!looksLikeEmail(values.email)) errors.email = t('firstRun.emailWrong')
  if (values.password.length < passwordLength)
    errors.password = t('firstRun.passwordShort', { count: passwordLength })
  if (!values.business.name.trim()) errors['business.name'] = t('business.nameNeeded')
  const { senderEmail } = values.business
  if (senderEmail && !looksLikeEmail(senderEmail)) errors['business.senderEmail'] = t('firstRun.emailWrong')
  return errors
}

/** Only typing mistakes; the server decides. */
function looksLikeEmail(text: string): boolean {
  return /^\S+@\S+\.\S+$/.test(text.trim())
}

function useFounding(onFieldErrors: (errors: Record<string, string>) => void) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ business, ...person }: Founding) =>
      answer(
        api.POST('/api/v1/first-run', {
          body: {
            ...person,
            email: person.email.trim(),
            language: currentLanguage(),
            business: {
              name: business.name.trim(),
              iban: business.iban.trim() || null,
              senderEmail: business.senderEmail.trim() || null,
            },
          },
        }),
      ),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: sessionQuery().queryKey }),
    onError: (failure) => onFieldErrors(fieldErrors(t, failure)),
  })
}
