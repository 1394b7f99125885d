import '@mantine/dropzone/styles.css'
import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core'
import { Dropzone } from '@mantine/dropzone'
import { IconAlertTriangle, IconFileImport, IconFileSpreadsheet } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiFailure } from '../../client/api.ts'
import { customerImportQuery } from '../../client/customer-file-queries.ts'
import type { CustomerImport } from '../../client/customer-files-contract.ts'
import { uploadCustomerFile } from '../../client/upload.ts'
import { failureText } from '../../parts/failure-text.ts'
import { useFormats } from '../../parts/use-formats.ts'

type UploadCardProps = { onUploaded: (uploaded: CustomerImport) => void }

/** A place to drop a file, or to choose one; then how much of it has been sent. */
export function UploadCard({ onUploaded }: UploadCardProps) {
  const { t } = useTranslation()
  const upload = useUpload(onUploaded)
  return (
    <Stack gap="sm">
      {upload.sending ? (
        <Sending sending={upload.sending} onCancel={upload.cancel} />
      ) : (
        <Dropzone
          className="drop-zone"
          multiple={false}
          onDrop={(files) => files[0] && upload.start(files[0])}
          onReject={() => upload.fail(t('customerImport.oneFile'))}
          inputProps={{ 'aria-label': t('customerImport.chooseFile') }}
          aria-label={t('customerImport.chooseFile')}
        >
          <DropWords />
        </Dropzone>
      )}
      {upload.problem && (
        <Alert color="red" role="alert" icon={<IconAlertTriangle />} title={t('customerImport.notUploaded')}>
          {upload.problem}
        </Alert>
      )}
    </Stack>
  )
}

function DropWords() {
  const { t } = useTranslation()
  return (
    <Stack align="center" gap={6} ta="center" className="drop-words">
      <span className="empty-icon">
        <IconFileImport size={26} stroke={1.5} aria-hidden />
      </span>
      <Text fw={600}>{t('customerImport.drop')}</Text>
      <Text size="sm" c="dimmed">
        {t('customerImport.dropHelp')}
      </Text>
      <Button component="span" size="xs" variant="default" mt={6}>
        {t('customerImport.choose')}
      </Button>
    </Stack>
  )
}

type SendingFile = { file: File; sentBytes: number }

function Sending({ sending: { file, sentBytes }, onCancel }: { sending: SendingFile; onCancel: () => void }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const percent = file.size === 0 ? 100 : Math.min(100, (sentBytes / file.size) * 100)
  return (
    <Stack gap="xs" className="drop-zone sending">
      <Group justify="space-between" wrap="nowrap">
        <span className="with-icon strong file-name">
          <IconFileSpreadsheet size={18} aria-hidden />
          {file.name}
        </span>
        <Button size="compact-xs" variant="default" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </Group>
      <Progress value={percent} aria-label={t('customerImport.sending', { name: file.name })} />
      <Text size="sm" c="dimmed" className="figures">
        {percent < 100
          ? t('longRun.doneOf', { done: formats.bytes(sentBytes), total: formats.bytes(file.size) })
          : t('customerImport.reading')}
      </Text>
    </Stack>
  )
}

function useUpload(onUploaded: (uploaded: CustomerImport) => void) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const [sending, setSending] = useState<SendingFile>()
  const [problem, setProblem] = useState<string>()
  const abort = useRef<AbortController>(undefined)
  useEffect(() => () => abort.current?.abort(), [])

  async function start(file: File): Promise<void> {
    const controller = new AbortController()
    abort.current = controller
    setProblem(undefined)
    setSending({ file, sentBytes: 0 })
    try {
      const uploaded = await uploadCustomerFile({
        file,
        signal: controller.signal,
        onProgress: (sentBytes) => setSending({ file, sentBytes }),
      })
      queryClient.setQueryData(customerImportQuery(uploaded.id).queryKey, uploaded)
      void queryClient.invalidateQueries({ queryKey: ['customer-imports', 'list'] })
      onUploaded(uploaded)
    } catch (failure) {
      if (!isCancelled(failure)) setProblem(failureText(t, failure))
    } finally {
      setSending(undefined)
    }
  }

  return {
    sending,
    problem,
    start: (file: File) => void start(file),
    fail: setProblem,
    cancel: () => abort.current?.abort(),
  }
}

function isCancelled(failure: unknown): boolean {
  return failure instanceof ApiFailure && failure.code === 'cancelled'
}
