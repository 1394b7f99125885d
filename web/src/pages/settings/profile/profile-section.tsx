import { Paper, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'

type ProfileSectionProps = { title: string; text?: string; children: ReactNode }

/** One subject of a profile, with its name. */
export function ProfileSection({ title, text, children }: ProfileSectionProps) {
  return (
    <Paper withBorder radius="lg" p="lg" component="section" className="block" aria-label={title}>
      <Stack gap="md">
        <Stack gap={2}>
          <Title order={3}>{title}</Title>
          {text && (
            <Text size="sm" c="dimmed">
              {text}
            </Text>
          )}
        </Stack>
        {children}
      </Stack>
    </Paper>
  )
}
