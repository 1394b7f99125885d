export { type CalendarDay, dayIn, isCalendarDay, parseCalendarDay } from './calendar-day.ts'
export { readIban } from './iban.ts'
export { type IdPrefix, newId } from './id.ts'
export { isZero, type Money, moneyFromDecimal, moneyToDecimal } from './money.ts'
