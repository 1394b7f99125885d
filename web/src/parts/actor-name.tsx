import { useTranslation } from 'react-i18next'
import type { Activity } from '../client/contract.ts'

/** Who did it: a person by name, else the part of the world that acted. */
export function ActorName({ actor }: { actor: Activity['actor'] }) {
  const { t } = useTranslation()
  return <>{actor.name ?? t(`actor.${actor.kind}`)}</>
}
