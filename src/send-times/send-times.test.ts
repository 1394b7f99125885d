import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isHoliday } from './is-holiday.ts'
import { nextSendTime, startOfSending } from './next-send-time.ts'
import { putOffWords } from './no-sending-words.ts'
import { whyPutOff } from './why-not-sent.ts'

const zone = 'Europe/Brussels'
const times = { days: [1, 2, 3, 4, 5], from: '09:00', until: '17:00', holidaysOf: ['BE'] as 'BE'[] }
const next = (at: string) => nextSendTime(new Date(at), times, zone).toISOString()

test.each([
  ['within the hours: now', '2026-05-04T08:00:00.000Z', '2026-05-04T08:00:00.000Z'],
  ['before them', '2026-05-04T05:00:00.000Z', '2026-05-04T07:00:00.000Z'],
  ['when they end: the next day', '2026-05-04T15:00:00.000Z', '2026-05-05T07:00:00.000Z'],
  ['Friday evening: Monday', '2026-05-08T16:00:00.000Z', '2026-05-11T07:00:00.000Z'],
  ['the day before a holiday: the day after it', '2026-07-20T20:00:00.000Z', '2026-07-22T07:00:00.000Z'],
  ['over the night in which the clock goes forward', '2026-03-27T18:00:00.000Z', '2026-03-30T07:00:00.000Z'],
  ['over the night in which it goes back', '2026-10-23T18:00:00.000Z', '2026-10-26T08:00:00.000Z'],
])('%s', (_, at, expected) => {
  expect(next(at)).toBe(expected)
})

test('in the hour that does not exist the hours of the wall still hold', () => {
  const sundays = { days: [7], from: '02:30', until: '03:30', holidaysOf: [] }
  expect(nextSendTime(new Date('2026-03-28T23:00:00Z'), sundays, zone).toISOString()).toBe(
    '2026-04-05T00:30:00.000Z',
  )
})

const closed = (from: string, until: string, note = '') => ({ from, until, note })

test.each([
  [
    'a closed week',
    [closed('2026-05-04', '2026-05-08')],
    '2026-05-04T08:00:00.000Z',
    '2026-05-11T07:00:00.000Z',
  ],
  ['one day', [closed('2026-05-05', '2026-05-05')], '2026-05-04T15:00:00.000Z', '2026-05-06T07:00:00.000Z'],
  [
    'another year',
    [closed('2027-05-04', '2027-05-08')],
    '2026-05-04T08:00:00.000Z',
    '2026-05-04T08:00:00.000Z',
  ],
  [
    'two that overlap, and the holiday after them',
    [closed('2026-07-01', '2026-07-17'), closed('2026-07-10', '2026-07-20')],
    '2026-07-01T08:00:00.000Z',
    '2026-07-22T07:00:00.000Z',
  ],
  [
    'years on end',
    ['2026', '2027', '2028'].map((year) => closed(`${year}-01-01`, `${year}-12-31`)),
    '2026-02-02T08:00:00.000Z',
    '2029-01-02T08:00:00.000Z',
  ],
])('closed: %s', (_, closedPeriods, at, expected) => {
  expect(nextSendTime(new Date(at), { ...times, closedPeriods }, zone).toISOString()).toBe(expected)
})

test.each([
  ['nothing: the day itself', '2026-05-04', '2026-05-04', undefined],
  ['another reason: the day before is one on which it sends', '2026-05-04', '2026-05-06', undefined],
  ['a weekend', '2026-05-09', '2026-05-11', 'not_a_send_day'],
  ['a closed day before a holiday', '2026-07-20', '2026-07-22', 'closed'],
  ['a holiday', '2026-05-14', '2026-05-15', 'holiday'],
  ['a closed week before a weekend', '2026-08-03', '2026-08-10', 'closed'],
])('what put it off: %s', (_, from, day, cause) => {
  const calendar = {
    ...times,
    closedPeriods: [closed('2026-07-20', '2026-07-20'), closed('2026-08-01', '2026-08-07')],
  }
  expect(whyPutOff({ from, day }, calendar)?.cause).toBe(cause)
})

test('it is said in three languages, with the days and the note', () => {
  const reason = { cause: 'closed' as const, period: closed('2026-12-24', '2027-01-03', 'Eindejaar') }
  expect(putOffWords(reason, 'nl')).toBe(
    'De onderneming is gesloten van 24 december 2026 tot en met 3 januari 2027 (Eindejaar).',
  )
  expect(putOffWords({ ...reason, period: closed('2026-12-24', '2026-12-24') }, 'fr')).toBe(
    'L’entreprise est fermée le 24 décembre 2026.',
  )
  expect(putOffWords({ cause: 'holiday', country: 'BE' }, 'en')).toContain('public holiday')
  expect(startOfSending('2026-07-21', times, zone).toISOString()).toBe('2026-07-22T07:00:00.000Z')
})

// As date-holidays 3.37.0 lists the public holidays of both countries.
const listed = {
  BE: {
    2024: '01-01 04-01 05-01 05-09 05-20 07-21 08-15 11-01 11-11 12-25',
    2026: '01-01 04-06 05-01 05-14 05-25 07-21 08-15 11-01 11-11 12-25',
    2027: '01-01 03-29 05-01 05-06 05-17 07-21 08-15 11-01 11-11 12-25',
    2028: '01-01 04-17 05-01 05-25 06-05 07-21 08-15 11-01 11-11 12-25',
    2038: '01-01 04-26 05-01 06-03 06-14 07-21 08-15 11-01 11-11 12-25',
  },
  NL: {
    2025: '01-01 04-20 04-21 04-26 05-29 06-08 06-09 12-25 12-26',
    2026: '01-01 04-05 04-06 04-27 05-14 05-24 05-25 12-25 12-26',
    2027: '01-01 03-28 03-29 04-27 05-06 05-16 05-17 12-25 12-26',
    2031: '01-01 04-13 04-14 04-26 05-22 06-01 06-02 12-25 12-26',
  },
}

test.each(
  (['BE', 'NL'] as const).flatMap((country) =>
    Object.entries(listed[country]).map(([year, days]) => [country, year, days] as const),
  ),
)('the holidays of %s in %s', (country, year, days) => {
  let day = Temporal.PlainDate.from(`${year}-01-01`)
  const found: string[] = []
  for (; day.year === Number(year); day = day.add({ days: 1 }))
    if (isHoliday(day.toString(), country)) found.push(day.toString().slice(5))
  expect(found.join(' ')).toBe(days)
})

test('whatever the settings, the next time is at or after now, on a send day, and within the hours', () => {
  const anyTimes = fc.record({
    days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    from: fc.constantFrom('00:00', '02:30', '09:00'),
    until: fc.constantFrom('09:01', '17:00', '23:59'),
    holidaysOf: fc.subarray(['BE' as const, 'NL' as const]),
  })
  const anyMoment = fc.date({ min: new Date('2024-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(anyMoment, anyTimes, (now, sendTimes) => {
      const at = nextSendTime(now, sendTimes, zone)
      const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)
      expect(at >= now).toBe(true)
      expect(sendTimes.days).toContain(local.dayOfWeek)
      expect(sendTimes.holidaysOf.some((country) => isHoliday(local.toPlainDate().toString(), country))).toBe(
        false,
      )
      const clock = local.toPlainTime().toString({ smallestUnit: 'minute' })
      expect(clock < sendTimes.until).toBe(true)
      expect(nextSendTime(at, sendTimes, zone)).toEqual(at)
    }),
  )
})
