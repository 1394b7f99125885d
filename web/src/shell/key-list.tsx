import { Stack, Switch, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../parts/dialog.tsx'
import { navigationPages } from './pages.ts'
import { useSingleKeys } from './use-page-keys.ts'

const goTexts = {
  o: 'keys.goOverview',
  t: 'keys.goTasks',
  d: 'keys.goCalendar',
  i: 'keys.goInvoices',
  c: 'keys.goCustomers',
  m: 'keys.goImport',
  a: 'keys.goActivity',
  s: 'keys.goSettings',
} as const

/** All keys on one card, and the switch for those without Ctrl. */
export function KeyList({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const [areOn, setOn] = useSingleKeys()
  return (
    <Dialog onClose={onClose} title={t('keys.title')}>
      <Stack gap="md">
        <dl className="key-list">
          <KeyRow keys={['Ctrl', 'K']} text={t('keys.palette')} />
          <KeyRow keys={['/']} text={t('keys.search')} />
          <KeyRow keys={['n']} text={t('keys.new')} />
          {navigationPages.map(({ letter }) => (
            <KeyRow key={letter} keys={['g', letter]} join={t('keys.thenKey')} text={t(goTexts[letter])} />
          ))}
          <KeyRow keys={['↓', 'j']} join={t('keys.orKey')} text={t('keys.nextRow')} />
          <KeyRow keys={['↑', 'k']} join={t('keys.orKey')} text={t('keys.previousRow')} />
          <KeyRow keys={['Enter']} text={t('keys.openRow')} />
          <KeyRow keys={['x']} text={t('keys.tickRow')} />
          <KeyRow keys={['?']} text={t('keys.list')} />
        </dl>
        <Switch
          label={t('keys.singleKeys')}
          description={t('keys.singleKeysHelp')}
          checked={areOn}
          onChange={(event) => setOn(event.currentTarget.checked)}
        />
      </Stack>
    </Dialog>
  )
}

function KeyRow({ keys, join, text }: { keys: string[]; join?: string; text: string }) {
  return (
    <div>
      <dt>{text}</dt>
      <dd>
        {keys.map((key, index) => (
          <span key={key}>
            {index > 0 && join && (
              <Text span size="xs" c="dimmed" mx={4}>
                {join}
              </Text>
            )}
            <kbd className="key">{key}</kbd>
          </span>
        ))}
      </dd>
    </div>
  )
}
