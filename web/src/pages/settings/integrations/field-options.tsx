import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { CrmField } from '../../../client/profile-choices.ts'
import { profilesQuery } from '../../../client/queries.ts'
import { Mark } from '../../../parts/mark.tsx'

/** What each choice of the field leads to, and which profiles no choice names. */
export function FieldOptions({ field }: { field: CrmField }) {
  const { t } = useTranslation()
  const { data } = useQuery(profilesQuery())
  if (field.kind !== 'select') return null
  const named = new Set(field.options.map(({ profile }) => profile?.id))
  const unnamed = (data?.items ?? []).filter(({ id }) => !named.has(id)).map(({ name }) => name)
  const wrong = field.options.filter(({ profile }) => !profile).map(({ value }) => value)
  if (wrong.length === 0 && unnamed.length === 0)
    return (
      <Mark icon={IconCheck} tone="good">
        <span className="wrap">{t('profileFields.allNamed')}</span>
      </Mark>
    )
  return (
    <>
      {wrong.length > 0 && (
        <Mark icon={IconAlertTriangle} tone="warn">
          <span className="wrap">
            {t('profileFields.namesNothing', { count: wrong.length, options: wrong.join(', ') })}
          </span>
        </Mark>
      )}
      {unnamed.length > 0 && (
        <Mark icon={IconAlertTriangle} tone="quiet">
          <span className="wrap">{t('profileFields.notNamed', { profiles: unnamed.join(', ') })}</span>
        </Mark>
      )}
    </>
  )
}
