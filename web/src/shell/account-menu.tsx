import { ActionIcon, Avatar, Menu, useMantineColorScheme } from '@mantine/core'
import {
  IconCheck,
  IconDeviceDesktop,
  IconKeyboard,
  IconLogout,
  IconMoon,
  IconSun,
} from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../client/api.ts'
import { sessionQuery } from '../client/queries.ts'
import { notifyFailure } from '../parts/notify.ts'
import { languages } from '../texts/language.ts'
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
    <Menu position="bottom-end" width={230}>
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
  return languages.map((language) => (
    <Menu.Item
      key={language}
      lang={language}
      role="menuitemradio"
      aria-checked={i18n.language === language}
      rightSection={i18n.language === language && <IconCheck size={15} aria-hidden />}
      onClick={() => chooseLanguage(language)}
    >
      {t(`languages.${language}`)}
    </Menu.Item>
  ))
}

function AppearanceItems() {
  const { t } = useTranslation()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return schemes.map(({ scheme, name, icon: Glyph }) => (
    <Menu.Item
      key={scheme}
      role="menuitemradio"
      aria-checked={colorScheme === scheme}
      leftSection={<Glyph size={16} aria-hidden />}
      rightSection={colorScheme === scheme && <IconCheck size={15} aria-hidden />}
      onClick={() => setColorScheme(scheme)}
    >
      {t(name)}
    </Menu.Item>
  ))
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
