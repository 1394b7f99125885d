import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FilterTabs } from './filter-tabs.tsx'

type MailBodyProps = { html: string; text: string; language: string }
type Form = 'mail' | 'text'

/**
 * A mail as its reader sees it. The frame may do nothing: no script, no form, no link leads anywhere, and it is not of our
 * origin.
 */
export function MailBody({ html, text, language }: MailBodyProps) {
  const { t } = useTranslation()
  const [form, setForm] = useState<Form>('mail')
  return (
    <div className="mail-body">
      <FilterTabs
        label={t('messages.formLabel')}
        value={form}
        options={[
          { value: 'mail', label: t('messages.asMail') },
          { value: 'text', label: t('messages.asText') },
        ]}
        onChange={setForm}
      />
      {form === 'mail' ? (
        <iframe className="mail-frame" sandbox="" srcDoc={html} title={t('messages.asMail')} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
        <pre className="message-text" lang={language} tabIndex={0}>
          {text}
        </pre>
      )}
    </div>
  )
}
