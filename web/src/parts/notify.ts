import { notifications } from '@mantine/notifications'
import i18next from 'i18next'
import { failureText } from './failure-text.ts'

/** A short word that something worked. */
export function notifyDone(message: string): void {
  notifications.show({ message, color: 'petrol', autoClose: 4000, closeButtonProps: closeName() })
}

/** What failed and why; stays longer, because it must be read. */
export function notifyFailure(failure: unknown): void {
  notifications.show({
    title: i18next.t('common.actionFailed'),
    message: failureText(i18next.t, failure),
    color: 'red',
    autoClose: 12_000,
    closeButtonProps: closeName(),
  })
}

function closeName(): { 'aria-label': string } {
  return { 'aria-label': i18next.t('common.close') }
}
