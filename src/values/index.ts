export { addDays, type CalendarDay, dayIn, parseCalendarDay } from './calendar-day.ts'
export { type IdPrefix, newId } from './id.ts'
export { currencyExponent, isZero, type Money, moneyFromDecimal, moneyToDecimal } from './money.ts'
