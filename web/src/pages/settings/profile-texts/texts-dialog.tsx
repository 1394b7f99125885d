import { NativeSelect, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Profile } from '../../../client/contract.ts'
import { Dialog } from '../../../parts/dialog.tsx'
import { FilterTabs } from '../../../parts/filter-tabs.tsx'
import { ownText, type TextChoice } from './chosen-text.ts'
import { TextForm } from './text-form.tsx'

const languages = ['nl', 'fr', 'en', 'de'] as const

/** The texts of a profile, one at a time: which message, in which language (promise C9). */
export function TextsDialog({ profile, onClose }: { profile: Profile; onClose: () => void }) {
  const { t } = useTranslation()
  const [choice, setChoice] = useState<TextChoice>({ level: 0, language: 'nl' })
  const levels = [0, ...profile.reminders.map((_, index) => index + 1)]
  return (
    <Dialog title={t('profileTexts.title', { name: profile.name })} onClose={onClose} size="xl">
      <Stack gap="sm">
        <NativeSelect
          size="xs"
          label={t('profileTexts.message')}
          value={String(choice.level)}
          data={levels.map((level) => ({
            value: String(level),
            label: level === 0 ? t('messages.kind.invitation') : t('profileTexts.reminder', { level }),
          }))}
          onChange={(event) => setChoice({ ...choice, level: Number(event.currentTarget.value) })}
        />
        <FilterTabs
          label={t('profileTexts.language')}
          value={choice.language}
          options={languages.map((language) => ({
            value: language,
            label: t(`languages.${language}`),
            ...(ownText(profile, { ...choice, language }) && { count: t('profileTexts.own') }),
          }))}
          onChange={(language) => setChoice({ ...choice, language })}
        />
        <TextForm key={`${choice.level}-${choice.language}`} profile={profile} choice={choice} />
      </Stack>
    </Dialog>
  )
}
