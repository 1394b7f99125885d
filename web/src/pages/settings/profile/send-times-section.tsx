import { Checkbox, Chip, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Profile } from '../../../client/contract.ts'
import { useFormats, useNow } from '../../../parts/use-formats.ts'
import { useRegionNames } from '../../../parts/use-region-names.ts'
import { useTimeZone } from '../../../parts/use-time-zone.ts'
import { ProfileSection } from './profile-section.tsx'
import { useProfileChange } from './use-profile-change.ts'

type SendTimes = Profile['sendTimes']

/** On which days, between which hours and not on whose holidays reminders leave (promise C2); and what that comes to. */
export function SendTimesSection({ profile }: { profile: Profile }) {
  const { t } = useTranslation()
  const { region } = useRegionNames()
  const saving = useProfileChange(profile)
  const [times, setTimes] = useState(profile.sendTimes)

  function change(part: Partial<SendTimes>) {
    const wanted = { ...times, ...part }
    setTimes(wanted)
    saving.change({ sendTimes: wanted })
  }

  return (
    <ProfileSection title={t('profilePage.timesTitle')}>
      <Days
        days={times.days}
        problem={saving.problems['sendTimes.days']}
        onChange={(days) => change({ days })}
      />
      <Hours times={times} problem={saving.problems['sendTimes.until']} onChange={change} />
      <Checkbox.Group
        label={t('profilePage.holidays')}
        value={times.holidaysOf}
        onChange={(chosen) => change({ holidaysOf: holidayCountries.filter((one) => chosen.includes(one)) })}
      >
        <Group gap="md" mt={6}>
          {holidayCountries.map((country) => (
            <Checkbox key={country} value={country} label={region(country)} />
          ))}
        </Group>
      </Checkbox.Group>
      <NextTime profile={profile} />
    </ProfileSection>
  )
}

const holidayCountries = ['BE', 'NL'] as const

/** Any week that begins on a Monday: only the names of its days are taken. */
const monday = Date.UTC(2026, 0, 5)
const dayMs = 86_400_000

type DaysProps = { days: number[]; problem: string | undefined; onChange: (days: number[]) => void }

function Days({ days, problem, onChange }: DaysProps) {
  const { t, i18n } = useTranslation()
  const names = new Intl.DateTimeFormat(i18n.language, { weekday: 'short', timeZone: 'UTC' })
  return (
    <Stack gap={6} role="group" aria-label={t('profilePage.days')}>
      <Text size="sm" fw={600} aria-hidden>
        {t('profilePage.days')}
      </Text>
      <Chip.Group
        multiple
        value={days.map(String)}
        onChange={(chosen) => onChange(chosen.map(Number).toSorted((a, b) => a - b))}
      >
        <Group gap={6}>
          {[1, 2, 3, 4, 5, 6, 7].map((day) => (
            <Chip key={day} value={String(day)} size="xs">
              {names.format(monday + (day - 1) * dayMs)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      {problem && (
        <Text size="xs" c="red" role="alert">
          {problem}
        </Text>
      )}
    </Stack>
  )
}

type HoursProps = {
  times: SendTimes
  problem: string | undefined
  onChange: (hours: Partial<SendTimes>) => void
}

/** An hour counts once it is left, so that none is kept that was only typed through. */
function Hours({ times, problem, onChange }: HoursProps) {
  const { t } = useTranslation()
  const timeZone = useTimeZone()
  const [typed, setTyped] = useState({ from: times.from, until: times.until })
  return (
    <Stack gap={4}>
      <Group gap="sm" align="flex-start">
        {(['from', 'until'] as const).map((name) => (
          <TextInput
            key={name}
            type="time"
            w={130}
            label={t(`profilePage.${name}`)}
            value={typed[name]}
            error={name === 'until' && problem}
            onChange={({ currentTarget }) => setTyped({ ...typed, [name]: currentTarget.value })}
            onBlur={() => {
              if (typed[name] !== '' && typed[name] !== times[name]) onChange({ [name]: typed[name] })
            }}
          />
        ))}
      </Group>
      <p className="quiet field-help">{t('profilePage.hoursHelp', { timeZone })}</p>
    </Stack>
  )
}

/** What the settings come to, in words: the moment at which the next reminders can leave. */
function NextTime({ profile: { nextSendAt, sendTimes } }: { profile: Profile }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const isNow = new Date(nextSendAt) <= useNow()
  return (
    <p className="plain" aria-live="polite">
      {isNow
        ? t('profilePage.nextNow', { until: sendTimes.until })
        : t('profilePage.next', { day: formats.dayOf(nextSendAt), time: formats.time(nextSendAt) })}
    </p>
  )
}
