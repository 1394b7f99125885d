import { NumberInput, Switch } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Profile } from '../../../client/contract.ts'
import { ProfileSection } from './profile-section.tsx'
import { ProfileSwitch } from './profile-switch.tsx'
import { useProfileChange } from './use-profile-change.ts'

/** Whether the profile reminds by itself, and how many days after the due date each level leaves (promise C2). */
export function ReminderLevels({ profile }: { profile: Profile }) {
  const { t } = useTranslation()
  const saving = useProfileChange(profile)
  const { reminders } = profile

  function change(index: number, part: Partial<Profile['reminders'][number]>) {
    saving.change({ reminders: reminders.map((one, at) => (at === index ? { ...one, ...part } : one)) })
  }

  return (
    <ProfileSection title={t('profilePage.reminders')}>
      <ProfileSwitch
        profile={profile}
        name="sendReminders"
        saving={saving}
        label={t('profileSending.sendReminders')}
        help={t('profileSending.sendRemindersHelp')}
      />
      {profile.sendReminders &&
        reminders.map((reminder, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a level is its place
          <div key={index} className="reminder-level">
            <Switch
              label={t('profileTexts.reminder', { level: index + 1 })}
              checked={reminder.isOn}
              disabled={saving.isSaving}
              onChange={(event) => change(index, { isOn: event.currentTarget.checked })}
            />
            <DaysInput
              level={index + 1}
              days={reminder.offsetDays}
              problem={saving.problems[`reminders.${index}.offsetDays`]}
              onChange={(offsetDays) => change(index, { offsetDays })}
            />
          </div>
        ))}
    </ProfileSection>
  )
}

type DaysInputProps = {
  level: number
  days: number
  problem: string | undefined
  onChange: (days: number) => void
}

/** Counts once it is left, so that no day is kept that was only typed through. */
function DaysInput({ level, days, problem, onChange }: DaysInputProps) {
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
      error={problem}
      onChange={setTyped}
      onBlur={() => {
        if (typeof typed === 'number' && typed !== days) onChange(typed)
      }}
    />
  )
}
