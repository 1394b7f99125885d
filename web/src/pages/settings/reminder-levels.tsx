import { NumberInput, Stack, Switch } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Profile } from '../../client/contract.ts'
import type { ProfileChanges } from '../../client/profile-text-calls.ts'

type ReminderLevelsProps = {
  profile: Profile
  isSaving: boolean
  onChange: (changes: ProfileChanges) => void
}

/** Whether the profile reminds by itself, and how many days after the due date each level leaves (promise C2). */
export function ReminderLevels({ profile, isSaving, onChange }: ReminderLevelsProps) {
  const { t } = useTranslation()
  const { reminders } = profile

  function change(index: number, part: Partial<Profile['reminders'][number]>) {
    onChange({ reminders: reminders.map((one, at) => (at === index ? { ...one, ...part } : one)) })
  }

  return (
    <Stack gap="sm">
      <Switch
        label={t('profileSending.sendReminders')}
        description={t('profileSending.sendRemindersHelp')}
        checked={profile.sendReminders}
        disabled={isSaving}
        onChange={(event) => onChange({ sendReminders: event.currentTarget.checked })}
      />
      {profile.sendReminders &&
        reminders.map((reminder, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a level is its place
          <div key={index} className="reminder-level">
            <Switch
              label={t('profileTexts.reminder', { level: index + 1 })}
              checked={reminder.isOn}
              disabled={isSaving}
              onChange={(event) => change(index, { isOn: event.currentTarget.checked })}
            />
            <DaysInput
              level={index + 1}
              days={reminder.offsetDays}
              onChange={(offsetDays) => change(index, { offsetDays })}
            />
          </div>
        ))}
    </Stack>
  )
}

type DaysInputProps = { level: number; days: number; onChange: (days: number) => void }

/** Counts once it is left, so that no day is kept that was only typed through. */
function DaysInput({ level, days, onChange }: DaysInputProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<number | string>(days)
  return (
    <NumberInput
      size="xs"
      w={150}
      aria-label={t('profileSending.daysOf', { level })}
      suffix={t('profileSending.daysAfter')}
      min={1}
      max={365}
      allowDecimal={false}
      value={typed}
      onChange={setTyped}
      onBlur={() => {
        if (typeof typed === 'number' && typed !== days) onChange(typed)
      }}
    />
  )
}
