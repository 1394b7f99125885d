import { IconBuilding, IconUser } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

/** Company or person, as a picture with its word. */
export function CustomerKindIcon({ kind }: { kind: 'company' | 'person' }) {
  const { t } = useTranslation()
  const Glyph = kind === 'company' ? IconBuilding : IconUser
  return (
    <span
      className="kind-icon"
      role="img"
      aria-label={kind === 'company' ? t('customers.isCompany') : t('customers.isPerson')}
    >
      <Glyph size={16} stroke={1.7} aria-hidden />
    </span>
  )
}
