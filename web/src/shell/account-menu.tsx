import { ActionIcon, Avatar, Menu, useMantineColorScheme } from '@mantine/core'
import { IconDeviceDesktop, IconKeyboard, IconLogout, IconMoon, IconSun } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../client/api.ts'
import { sessionQuery } from '../client/queries.ts'
import { notifyFailure } from '../parts/notify.ts'
import { isLanguage, languages } from '../texts/language.ts'
import { useLanguageChoice } from './use-language-choice.ts'

const schemes = [
  { scheme: 'auto', name: 'shell.appearanceSystem', icon: IconDeviceDesktop },
  { scheme: 'light', name: 'shell.appearanceLight', icon: IconSun },
  { scheme: 'dark', name: 'shell.appearanceDark', icon: IconMoon },
] as const

/** Language, light or dark, the keys, and the way out. */
export function AccountMenu({ onShowKeys }: { onShowKeys: () => void }) {
  const { t } = useTranslation()
  const { data: session } = useQuery(sessionQuery())
  const signOut = useSignOut()
  const name = session?.user?.name ?? ''
  return (
    <Menu position="bottom-end" width={230} withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={34} radius="xl">
          <Avatar name={name} size={30} color="petrol" variant="filled" />
          <span className="hidden-words">{t('shell.account', { name })}</span>
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{session?.user?.email}</Menu.Label>
        <Menu.Divider />
        <Menu.Label>{t('shell.language')}</Menu.Label>
        <LanguageItems />
        <Menu.Divider />
        <Menu.Label>{t('shell.appearance')}</Menu.Label>
        <AppearanceItems />
        <Menu.Divider />
        <Menu.Item leftSection={<IconKeyboard size={16} aria-hidden />} onClick={onShowKeys}>
          {t('shell.shortcuts')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => signOut()}>
          {t('shell.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function LanguageItems() {
  const { t, i18n } = useTranslation()
  const chooseLanguage = useLanguageChoice()
  return (
    <Menu.RadioGroup
      aria-label={t('shell.language')}
      value={i18n.language}
      onChange={(language) => isLanguage(language) && chooseLanguage(language)}
    >
      {languages.map((language) => (
        <Menu.RadioItem key={language} lang={language} value={language} closeMenuOnClick>
          {t(`languages.${language}`)}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  )
}

function AppearanceItems() {
  const { t } = useTranslation()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Menu.RadioGroup
      aria-label={t('shell.appearance')}
      value={colorScheme}
      onChange={(value) => setColorScheme(schemes.find(({ scheme }) => scheme === value)?.scheme ?? 'auto')}
    >
      {schemes.map(({ scheme, name, icon: Glyph }) => (
        <Menu.RadioItem
          key={scheme}
          value={scheme}
          rightSection={<Glyph size={16} aria-hidden />}
          closeMenuOnClick
        >
          {t(name)}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  )
}

function useSignOut() {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const { mutate } = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/sign-out')),
    onError: notifyFailure,
    onSuccess: async () => {
      queryClient.clear()
      await navigate({ to: '/sign-in', search: {} })
    },
  })
  return mutate
}
