import { useMutation, useQueryClient } from '@tanstack/react-query'
import { answer, api } from '../client/api.ts'
import type { Language } from '../client/contract.ts'
import { notifyFailure } from '../parts/notify.ts'
import { showLanguage } from '../texts/language.ts'

/** Shows another language at once, keeps it with the user, and asks again for the texts that the server writes. */
export function useLanguageChoice() {
  const queryClient = useQueryClient()
  const { mutate } = useMutation({
    mutationFn: async (language: Language) => {
      await showLanguage(language)
      await answer(api.PATCH('/api/v1/me', { body: { language } }))
    },
    onError: notifyFailure,
    onSettled: () => queryClient.invalidateQueries(),
  })
  return mutate
}
