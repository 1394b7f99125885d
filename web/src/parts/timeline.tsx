import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Activity } from '../client/contract.ts'
import { activityLook } from './activity-look.ts'
import { ActorName } from './actor-name.tsx'
import { FieldChanges } from './field-changes.tsx'
import { ExactInstant } from './instant.tsx'
import { useFormats } from './use-formats.ts'

type TimelineProps = {
  activities: Activity[]
  /** Each line also leads to what it is about. */
  hasSubjects?: boolean
  /** The level of the day headings: one below the heading around the list. */
  dayHeading?: 'h2' | 'h3'
}

/** What happened, newest first, a heading per day. */
export function Timeline({ activities, hasSubjects = false, dayHeading: DayHeading = 'h3' }: TimelineProps) {
  const formats = useFormats()
  return (
    <ol className="timeline">
      {activities.map((activity, index) => {
        const day = formats.dayOf(activity.at)
        const before = activities[index - 1]
        const isFirstOfDay = !before || formats.dayOf(before.at) !== day
        return (
          <li key={activity.id}>
            {isFirstOfDay && <DayHeading className="timeline-day">{day}</DayHeading>}
            <Moment activity={activity} hasSubject={hasSubjects} />
          </li>
        )
      })}
    </ol>
  )
}

function Moment({ activity, hasSubject }: { activity: Activity; hasSubject: boolean }) {
  const formats = useFormats()
  const { icon: Glyph, tone } = activityLook(activity.kind)
  return (
    <div className="moment">
      <span className={`moment-icon mark-${tone}`}>
        <Glyph className="mark-icon" size={15} aria-hidden />
      </span>
      <div className="moment-words">
        <p>{activity.title}</p>
        {activity.detail && <p className="quiet">{activity.detail}</p>}
        <FieldChanges activity={activity} />
        <p className="moment-by">
          <ActorName actor={activity.actor} />
          {hasSubject && <SubjectLink activity={activity} />}
        </p>
      </div>
      <span className="moment-time figures">
        <ExactInstant at={activity.at}>{formats.time(activity.at)}</ExactInstant>
      </span>
    </div>
  )
}

const pages = {
  connection: { to: '/settings/integrations', text: 'import.openSettings' },
  profile: { to: '/settings/profiles', text: 'import.openSettings' },
  creditor: { to: '/settings/account/business', text: 'import.openSettings' },
  shared_file: { to: '/settings/account/shared-files', text: 'longRun.toSharedFiles' },
  long_run: { to: '/runs', text: 'longRun.all' },
} as const

/** Where the thing can be looked at, for those that have a page. */
function SubjectLink({ activity: { subjectKind, subjectId, subjectName } }: { activity: Activity }) {
  const { t } = useTranslation()
  if (subjectKind === 'import_line') return null
  if (subjectKind === 'invoice') {
    return (
      <Link to="/invoices/$invoiceId" params={{ invoiceId: subjectId }} className="text-link">
        {subjectName ? t('invoice.title', { number: subjectName }) : t('import.openInvoice')}
      </Link>
    )
  }
  if (subjectKind === 'customer') {
    return (
      <Link to="/customers/$customerId" params={{ customerId: subjectId }} className="text-link">
        {subjectName ?? t('customer.openCustomer')}
      </Link>
    )
  }
  if (subjectKind === 'customer_import') {
    return (
      <Link
        to="/customers/import/$importId"
        params={{ importId: subjectId }}
        search={{}}
        className="text-link"
      >
        {t('longRun.toImport')}
      </Link>
    )
  }
  return (
    <Link to={pages[subjectKind].to} className="text-link">
      {t(pages[subjectKind].text)}
    </Link>
  )
}
