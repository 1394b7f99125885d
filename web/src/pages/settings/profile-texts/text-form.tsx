import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { ApiFailure } from '../../../client/api.ts'
import type { Profile } from '../../../client/contract.ts'
import {
  changeProfile,
  type MailText,
  sendTest,
  textPreviewQuery,
} from '../../../client/profile-text-calls.ts'
import { failureText, fieldText } from '../../../parts/failure-text.ts'
import { MailBody } from '../../../parts/mail-body.tsx'
import { notifyDone, notifyFailure } from '../../../parts/notify.ts'
import { ownText, type TextChoice, withText } from './chosen-text.ts'

const placeholders = ['number', 'customer', 'business', 'amount', 'dueDate', 'reference'] as const
const typingMs = 400

/** Subject and body of one message in one language, how it looks, and the ways to keep, try and drop it. */
export function TextForm({ profile, choice }: { profile: Profile; choice: TextChoice }) {
  const { t } = useTranslation()
  const own = ownText(profile, choice)
  const [text, setText] = useState<MailText>(own ?? { subject: '', body: '' })
  const isEmpty = text.subject.trim() === '' && text.body.trim() === ''
  const asked = { ...triedOf(choice), ...(!isEmpty && { text }) }
  const [settled] = useDebouncedValue(asked, typingMs)
  const preview = useQuery(textPreviewQuery(profile.id, settled))
  const { save, test } = useTextChanges(profile)
  const problems = isEmpty ? {} : problemsOf(t, preview.error)
  const field = useRef<HTMLTextAreaElement>(null)
  const wasInText = useRef(false)

  /** Where the text was left, as somebody who writes expects; at its end while nobody was in it. */
  function insert(placeholder: string) {
    const at = wasInText.current ? field.current : null
    const [from, to] = [at?.selectionStart ?? text.body.length, at?.selectionEnd ?? text.body.length]
    const inserted = `{${placeholder}}`
    const body = `${text.body.slice(0, from)}${inserted}${text.body.slice(to)}`
    // The text has to stand there before the cursor can be put behind what was inserted.
    flushSync(() => setText({ ...text, body }))
    field.current?.focus()
    field.current?.setSelectionRange(from + inserted.length, from + inserted.length)
  }

  return (
    <Stack gap="sm">
      <TextInput
        label={t('messages.subject')}
        placeholder={preview.data && !own ? preview.data.subject : ''}
        value={text.subject}
        error={problems.subject}
        maxLength={200}
        onChange={(event) => setText({ ...text, subject: event.currentTarget.value })}
      />
      <Textarea
        ref={field}
        onFocus={() => {
          wasInText.current = true
        }}
        label={t('profileTexts.body')}
        description={own || !isEmpty ? null : t('profileTexts.emptyIsOurs')}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        rows={8}
        maxLength={5_000}
        value={text.body}
        error={problems.body}
        onChange={(event) => setText({ ...text, body: event.currentTarget.value })}
      />
      <Group gap={6} role="group" aria-label={t('profileTexts.insert')}>
        {placeholders.map((name) => (
          <Button key={name} size="compact-xs" variant="default" onClick={() => insert(name)}>
            {t(`profileTexts.placeholder.${name}`)}
          </Button>
        ))}
      </Group>
      <Group gap="xs" justify="flex-end">
        {own && (
          <Button
            size="xs"
            variant="subtle"
            color="gray"
            onClick={() => {
              setText({ subject: '', body: '' })
              save.mutate(withText(profile, choice, undefined))
            }}
          >
            {t('profileTexts.drop')}
          </Button>
        )}
        <Button size="xs" variant="default" loading={test.isPending} onClick={() => test.mutate(asked)}>
          {t('profileTexts.sendTest')}
        </Button>
        <Button
          size="xs"
          disabled={isEmpty || preview.isError}
          loading={save.isPending}
          onClick={() => save.mutate(withText(profile, choice, text))}
        >
          {t('common.save')}
        </Button>
      </Group>
      {preview.isError && !problems.subject && !problems.body && (
        <p className="plain bad-words" role="alert">
          {failureText(t, preview.error)}
        </p>
      )}
      {preview.data && (
        <div>
          <p className="plain">
            <span className="quiet">{t('profileTexts.looks')}</span> <strong>{preview.data.subject}</strong>
          </p>
          <MailBody html={preview.data.html} text={preview.data.text} language={choice.language} />
        </div>
      )}
    </Stack>
  )
}

function triedOf({ level, language }: TextChoice) {
  return { kind: level === 0 ? ('invitation' as const) : ('reminder' as const), level, language }
}

function useTextChanges(profile: Profile) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const save = useMutation({
    mutationFn: (changes: Parameters<typeof changeProfile>[1]) => changeProfile(profile.id, changes),
    onError: notifyFailure,
    onSuccess: () => {
      notifyDone(t('profileTexts.saved'))
      return queryClient.invalidateQueries({ queryKey: ['profiles'] })
    },
  })
  const test = useMutation({
    mutationFn: (asked: Parameters<typeof sendTest>[1]) => sendTest(profile.id, asked),
    onError: notifyFailure,
    onSuccess: ({ sentTo }) => notifyDone(t('profileTexts.tested', { address: sentTo })),
  })
  return { save, test }
}

/** What the server says of each field. */
function problemsOf(t: TFunction, failure: unknown): { subject?: string; body?: string } {
  const fields = failure instanceof ApiFailure ? failure.fields : []
  const of = (name: string) => {
    const field = fields.find(({ path }) => path.endsWith(name))
    return field && fieldText(t, field)
  }
  const [subject, body] = [of('subject'), of('body')]
  return { ...(subject && { subject }), ...(body && { body }) }
}
