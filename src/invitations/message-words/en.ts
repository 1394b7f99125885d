import type { MessageCatalogue } from './catalogue.ts'

export const messagesInEnglish: MessageCatalogue = {
  states: {
    waiting: { title: 'Waits for the PDF', explanation: 'The invitation leaves when the PDF is here.' },
    planned: { title: 'Planned', explanation: 'It leaves after one more look at Teamleader.' },
    sending: { title: 'Being sent', explanation: 'The mail server is taking it at this moment.' },
    sent: { title: 'Sent', explanation: 'The mail server took it.' },
    failed: { title: 'Not sent', explanation: 'It did not leave.' },
    bounced: { title: 'Address refused', explanation: 'The mail server refused the address.' },
    unknown: { title: 'Not known', explanation: 'Nobody knows whether it left.' },
    held: { title: 'Held back', explanation: 'Something keeps it back.' },
    cancelled: { title: 'Cancelled', explanation: 'There is no reason to send it any more.' },
  },
  causes: {
    waiting_for_document: {
      title: 'Waits for the PDF',
      explanation: 'The profile waits for the PDF and attaches it. It leaves as soon as the PDF is here.',
    },
    paid: { title: 'Paid', explanation: 'The invoice was paid before the message left.' },
    credited: { title: 'Credited', explanation: 'The invoice was credited in full before the message left.' },
    archived: { title: 'Archived', explanation: 'The invoice is no longer in Teamleader.' },
    nothing_open: { title: 'Nothing open', explanation: 'Nothing is left to pay.' },
    by_hand_only: {
      title: 'By hand only',
      explanation: 'The profile no longer sends invitations by itself. Send it by hand.',
    },
    before_live: {
      title: 'From before going live',
      explanation: 'It was dropped when you went live. Send it by hand if it is still needed.',
    },
    without_invitations: {
      title: 'Came in by hand, without an invitation',
      explanation:
        'Whoever imported it wanted no mail to leave: no invitation and no reminder does by itself. Send the invitation by hand when one is needed.',
    },
    not_live: {
      title: 'Not live yet',
      explanation: 'Nothing leaves by itself until somebody goes live with this Teamleader connection.',
    },
    document_given_up: {
      title: 'The PDF was given up',
      explanation: 'Retrieve the document by hand, or send the invitation without it.',
    },
    no_address: {
      title: 'No e-mail address',
      explanation: 'Fill in the e-mail address of the customer; then the invitation leaves by itself.',
    },
    invalid_address: {
      title: 'The e-mail address is not valid',
      explanation: 'Correct the e-mail address of the customer; then the invitation leaves by itself.',
    },
    crm_unavailable: {
      title: 'Teamleader cannot be asked',
      explanation:
        'Nothing is sent before Teamleader says that the invoice is still open. Vorder tries again.',
    },
    reconnect_needed: {
      title: 'Teamleader has to be connected again',
      explanation: 'Nothing is sent before Teamleader says that the invoice is still open. Connect again.',
    },
    not_confirmed: {
      title: 'Teamleader did not show the invoice',
      explanation: 'Nothing is sent before Teamleader says that it is still open. Vorder looks again.',
    },
    mail_not_set_up: {
      title: 'Mail is not set up',
      explanation: 'Set VORDER_SMTP_URL and VORDER_MAIL_FROM; then it leaves by itself.',
    },
    mail_sign_in_refused: {
      title: 'The mail server refuses Vorder',
      explanation: 'Correct the sign-in or the sender in the mail settings; then it leaves by itself.',
    },
    mail_unreachable: {
      title: 'The mail server cannot be reached',
      explanation: 'It certainly did not leave. Vorder tries again.',
    },
    mail_deferred: {
      title: 'The mail server asks to come back later',
      explanation: 'It certainly did not leave. Vorder tries again.',
    },
    mail_refused: {
      title: 'The mail server refused the message',
      explanation: 'It certainly did not leave. See the answer of the server, then send it by hand.',
    },
    recipients_refused: {
      title: 'The address was refused',
      explanation: 'Correct the e-mail address of the customer, then send the invitation by hand.',
    },
    unexpected: {
      title: 'Something went wrong in Vorder',
      explanation: 'It certainly did not leave. Vorder tries again.',
    },
    outcome_unknown: {
      title: 'Nobody knows whether it arrived',
      explanation:
        'The connection broke when the mail server was about to answer. Ask the customer or look at the mail server, then say here whether it arrived or has to be sent again.',
    },
    stopped_while_sending: {
      title: 'Nobody knows whether it left',
      explanation:
        'Vorder was stopped while the mail server took it. Look at the mail server, then say here whether it arrived or has to be sent again.',
    },
    superseded: {
      title: 'A later level took its place',
      explanation:
        'By the time it could leave, the next level was due. An invoice gets one reminder at a time.',
    },
    plan_changed: {
      title: 'The plan changed',
      explanation: 'The profile or the due date changed before it left. Vorder decides anew.',
    },
    undeliverable_address: {
      title: 'The address takes no mail',
      explanation:
        'An earlier message came back. Correct the customer’s address, or say that it works again.',
    },
    on_hold: {
      title: 'On hold',
      explanation: 'A person put this invoice on hold. Nothing leaves until the hold ends.',
    },
    disputed: {
      title: 'Disputed',
      explanation: 'The customer disputes this invoice. Nothing leaves until the dispute ends.',
    },
    reminders_off: {
      title: 'Reminders are off',
      explanation: 'The profile sends no reminders by itself. Switch them on in the profile.',
    },
    no_due_date: {
      title: 'No due date',
      explanation: 'Reminders count from the due date, and this invoice has none.',
    },
    not_invited: {
      title: 'Never invited',
      explanation: 'A customer is reminded of an invitation that Vorder sent. Send the invitation first.',
    },
    invitation_not_sent_yet: {
      title: 'The invitation has not left',
      explanation: 'Reminders begin once the invitation was sent.',
    },
    not_known_whether_invited: {
      title: 'Not known whether the invitation left',
      explanation: 'Say first whether the invitation arrived.',
    },
    invitation_refused: {
      title: 'The invitation was refused',
      explanation: 'Correct the customer’s address and send the invitation again.',
    },
    not_known_whether_reminded: {
      title: 'Not known whether a reminder left',
      explanation: 'Say first whether the earlier reminder arrived.',
    },
    reminder_under_way: { title: 'A reminder is under way', explanation: 'One reminder leaves at a time.' },
    all_sent: {
      title: 'All levels were sent',
      explanation: 'The profile has no further level for this invoice.',
    },
    before_step: {
      title: 'Its day has not come',
      explanation:
        'Its day is counted from the due date, as the profile says, and moves to the next day of sending.',
    },
    promised: {
      title: 'Payment was promised',
      explanation: 'The customer promised to pay. Reminders go on the day after that date.',
    },
    too_soon: {
      title: 'Too soon after the last message',
      explanation: 'At least three days lie between two messages about one invoice.',
    },
    outside_hours: {
      title: 'Outside the hours',
      explanation: 'It leaves when the next send hours of the profile begin.',
    },
  },
  goesOut: {
    invitation: { title: 'Invitation', explanation: 'It was planned and leaves at the next look.' },
    reminder: ({ level, offsetDays }) => ({
      title: `Reminder ${level}`,
      explanation: `${offsetDays} days after the due date, on the first day and hour on which the profile sends.`,
    }),
  },
  refusals: {
    has_it_already: {
      title: 'Has it already',
      explanation:
        'This address got it. Nobody is sent the same message twice: ask them to look for it, or pass on the payment link.',
    },
    not_sent_yet: { title: 'Not sent yet', explanation: 'Only what was sent can be sent once more.' },
    promised: {
      title: 'Payment was promised',
      explanation: 'The customer promised to pay by a day that has not passed. End the promise first.',
    },
    not_due_yet: {
      title: 'Not overdue',
      explanation: 'A reminder says that the due date has passed, and it has not.',
    },
    paid: { title: 'Paid', explanation: 'The invoice is paid: there is nothing to ask for.' },
    credited: { title: 'Credited', explanation: 'The invoice is credited: there is nothing to ask for.' },
    archived: { title: 'Archived', explanation: 'The invoice is no longer in Teamleader.' },
    nothing_open: { title: 'Nothing open', explanation: 'Nothing is left to pay.' },
    already_sent: { title: 'Sent already', explanation: 'An invitation is sent once.' },
    being_sent: { title: 'Being sent', explanation: 'It is leaving at this moment.' },
    not_known_whether_sent: {
      title: 'Not known whether it was sent',
      explanation: 'First say whether the earlier message arrived.',
    },
    document_missing: {
      title: 'The PDF is missing',
      explanation: 'The profile waits for the PDF. Retrieve it, or send the invitation without it.',
    },
    no_address: { title: 'No e-mail address', explanation: 'Fill in the e-mail address of the customer.' },
    invalid_address: {
      title: 'The e-mail address is not valid',
      explanation: 'Correct the e-mail address of the customer.',
    },
    on_hold: {
      title: 'On hold',
      explanation: 'A person put this invoice on hold. Nothing leaves until the hold ends.',
    },
    disputed: {
      title: 'Disputed',
      explanation: 'The customer disputes this invoice. Nothing leaves until the dispute ends.',
    },
    undeliverable_address: {
      title: 'The address takes no mail',
      explanation:
        'An earlier message came back. Correct the customer’s address, or say that it works again.',
    },
  },
}
