import { Group, NativeSelect, Paper, Text, Title } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Logo } from '../shell/logo.tsx'
import { isLanguage, languages, showLanguage } from '../texts/language.ts'

type DoorstepProps = { title: string; intro?: string; isWide?: boolean; children: ReactNode }

/** The card of the pages outside: sign-in and first run. */
export function Doorstep({ title, intro, isWide = false, children }: DoorstepProps) {
  const { t, i18n } = useTranslation()
  useDocumentTitle(`${title} · Vorder`)
  return (
    <div className="doorstep">
      <main className={isWide ? 'doorstep-card wide' : 'doorstep-card'}>
        <Group justify="space-between" mb="lg">
          <Logo />
          <NativeSelect
            size="xs"
            variant="unstyled"
            aria-label={t('shell.language')}
            value={i18n.language}
            data={languages.map((language) => ({ value: language, label: t(`languages.${language}`) }))}
            onChange={({ currentTarget: { value } }) => isLanguage(value) && void showLanguage(value)}
          />
        </Group>
        <Paper withBorder radius="lg" p="xl">
          <Title order={1}>{title}</Title>
          {intro && (
            <Text size="sm" c="dimmed" mt={4}>
              {intro}
            </Text>
          )}
          <div className="doorstep-body">{children}</div>
        </Paper>
      </main>
    </div>
  )
}
