import { Group, Stack, Text, Title } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import type { ReactNode } from 'react'

type PageHeadProps = { title: string; intro?: ReactNode; children?: ReactNode }

/** The top of a page: its name (also of the browser tab) and its actions. */
export function PageHead({ title, intro, children }: PageHeadProps) {
  useDocumentTitle(`${title} · Vorder`)
  return (
    <Group justify="space-between" align="flex-end" mb="md" gap="sm">
      <Stack gap={2}>
        <Title order={1}>{title}</Title>
        {intro && (
          <Text size="sm" c="dimmed">
            {intro}
          </Text>
        )}
      </Stack>
      {children && <Group gap="xs">{children}</Group>}
    </Group>
  )
}
