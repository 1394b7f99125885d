/** The words of the payment page in one language. */
export type PageWords = {
  /** The language's own name, to switch to it. */
  language: string
  languages: string
  invoice: (number: string) => string
  invoiceWithoutNumber: string
  amountDue: string
  payBy: (day: string) => string
  wasDue: (day: string) => string
  disputed: (business: string) => string
  promised: (day: string) => string
  promisedPart: (amount: string, day: string) => string
  forCustomer: (name: string) => string
  total: string
  alreadyPaid: string
  howToPay: string
  scan: string
  qrLabel: (amount: string, business: string) => string
  byTransfer: string
  noQrCurrency: (currency: string) => string
  noAccount: (business: string) => string
  beneficiary: string
  account: string
  reference: string
  referenceHint: string
  amount: string
  copy: string
  /** The same for whoever hears the page: what is copied. */
  copyAccount: string
  copyReference: string
  copied: string
  document: string
  viewDocument: string
  downloadDocument: string
  paid: string
  paidThanks: (business: string) => string
  archived: string
  archivedExplained: (business: string) => string
  expired: string
  expiredExplained: string
  unknown: string
  unknownExplained: string
  tooMany: string
  tooManyExplained: string
  unavailable: string
  unavailableExplained: string
  notRead: string
  notReadExplained: string
  privacy: string
  question: QuestionWords
}

export type QuestionWords = {
  title: string
  intro: (business: string) => string
  name: string
  email: string
  text: string
  leaveEmpty: string
  send: string
  asked: string
  askedExplained: (business: string) => string
  nameWrong: string
  emailWrong: string
  textWrong: string
  sendAgain: string
  tooMany: (business: string) => string
  mendFirst: string
}
