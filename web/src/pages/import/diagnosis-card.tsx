import { Button, CopyButton, Group, Stack, Text, Title } from '@mantine/core'
import { IconCheck, IconCopy, IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Diagnosis } from '../../client/invoice-contract.ts'
import { Card } from '../../parts/facts.tsx'
import { ExactInstant } from '../../parts/instant.tsx'
import { useFormats } from '../../parts/use-formats.ts'
import { Remedy } from './remedy.tsx'

type DiagnosisCardProps = { diagnosis: Diagnosis; isLooking: boolean; onLook: () => void }

/** The verdict first, then the one thing that helps, then the facts and how it came about. */
export function DiagnosisCard({ diagnosis, isLooking, onLook }: DiagnosisCardProps) {
  const { t } = useTranslation()
  const { verdict, number, customerName } = diagnosis
  const name = number ?? t('diagnosis.unnamed')
  return (
    <Card title={customerName ? `${name} · ${customerName}` : name}>
      <Stack gap="sm">
        <div>
          <p className="verdict">{verdict.title}</p>
          <Text size="sm">{verdict.explanation}</Text>
          <Text size="sm" fw={500} mt={4}>
            {verdict.remedy}
          </Text>
        </div>
        <Group gap="xs">
          <Remedy diagnosis={diagnosis} onDone={onLook} />
          <CopyDiagnostic text={diagnosis.diagnostic} />
          <Button
            size="xs"
            variant="subtle"
            leftSection={<IconRefresh size={14} aria-hidden />}
            loading={isLooking}
            onClick={onLook}
          >
            {t('diagnosis.again')}
          </Button>
        </Group>
        <FactList facts={diagnosis.facts} />
        <Chronology steps={diagnosis.chronology} />
      </Stack>
    </Card>
  )
}

function CopyDiagnostic({ text }: { text: string }) {
  const { t } = useTranslation()
  return (
    <CopyButton value={text} timeout={2000}>
      {({ copied, copy }) => (
        <Button
          size="xs"
          variant="default"
          title={t('diagnosis.copyHelp')}
          leftSection={copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
          onClick={copy}
        >
          {copied ? t('diagnosis.copied') : t('diagnosis.copyDiagnostic')}
        </Button>
      )}
    </CopyButton>
  )
}

function FactList({ facts }: { facts: string[] }) {
  const { t } = useTranslation()
  if (facts.length === 0) return null
  return (
    <section>
      <Title order={3} size="h5" mb={4}>
        {t('diagnosis.facts')}
      </Title>
      <ul className="plain-list">
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
    </section>
  )
}

function Chronology({ steps }: { steps: Diagnosis['chronology'] }) {
  const { t } = useTranslation()
  const formats = useFormats()
  if (steps.length === 0) return null
  return (
    <section>
      <Title order={3} size="h5" mb={4}>
        {t('diagnosis.chronology')}
      </Title>
      <ol className="chronology">
        {steps.map(({ at, kind, text }) => (
          <li key={`${at} ${kind} ${text}`}>
            <span className="quiet figures">
              <ExactInstant at={at}>{formats.moment(at)}</ExactInstant>
            </span>
            <span className="chronology-kind">{t(`diagnosis.kind.${kind}`)}</span>
            <span>{text}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
