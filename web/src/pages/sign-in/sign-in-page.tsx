import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { ApiFailure, answer, api } from '../../client/api.ts'
import { sessionQuery } from '../../client/queries.ts'
import { Doorstep } from '../../parts/doorstep.tsx'
import { failureText } from '../../parts/failure-text.ts'

const route = getRouteApi('/sign-in')

/** E-mail and password; afterwards back to the page that asked for it. */
export function SignInPage() {
  const { t } = useTranslation()
  const form = useForm({
    initialValues: { email: '', password: '' },
    validate: {
      email: (value) => (value.trim() ? null : t('signIn.emailNeeded')),
      password: (value) => (value ? null : t('signIn.passwordNeeded')),
    },
  })
  const signIn = useSignIn()
  return (
    <Doorstep title={t('signIn.title')}>
      <form noValidate onSubmit={form.onSubmit((values) => signIn.mutate(values))}>
        <Stack gap="sm">
          {signIn.isError && (
            <Alert color="red" role="alert" p="xs">
              {signInFailure(t, signIn.error)}
            </Alert>
          )}
          <TextInput
            label={t('signIn.email')}
            type="email"
            autoComplete="username"
            {...form.getInputProps('email')}
          />
          <PasswordInput
            label={t('signIn.password')}
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
            {...form.getInputProps('password')}
          />
          <Button type="submit" loading={signIn.isPending} mt="xs">
            {t('signIn.submit')}
          </Button>
        </Stack>
      </form>
    </Doorstep>
  )
}

/** A wrong password is the ordinary failure here. */
function signInFailure(t: TFunction, failure: unknown): string {
  if (failure instanceof ApiFailure && failure.status === 401) return t('signIn.wrong')
  return failureText(t, failure)
}

function useSignIn() {
  const { next } = route.useSearch()
  const queryClient = useQueryClient()
  const router = useRouter()
  return useMutation({
    mutationFn: (body: { email: string; password: string }) => answer(api.POST('/api/v1/sign-in', { body })),
    onSuccess: async () => {
      queryClient.clear()
      await queryClient.fetchQuery(sessionQuery())
      router.history.push(next ?? '/invoices')
    },
  })
}
