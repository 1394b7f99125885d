/** What people meet when something fails, by the code of the server, in English. */
export const failuresInEnglish = {
  unreachable: 'Vorder does not answer. Check the network, then try again.',
  internal_error: 'Something went wrong on our side. Try again; if it stays, pass on the request number.',
  database_unavailable: 'The database does not answer at the moment. Nothing is lost; try again shortly.',
  too_many_uploads: 'Too many files are being uploaded at once. Wait until one is in, then try again.',
  not_signed_in: 'You are no longer signed in.',
  not_allowed: 'Only an administrator may do this.',
  not_found: 'This does not exist, or no longer.',
  invalid_input: 'Some of what was filled in is not right; see the fields.',
  weak_password: 'This password is too easy to guess. Take a longer one with more different characters.',
  already_set_up: 'Vorder is already set up. Sign in instead.',
  invoice_archived: 'The invoice is archived: no payment is noted on it.',
  nothing_open: 'Nothing is open on this invoice.',
  payment_of_crm: 'This payment is Teamleader’s: change it there.',
  write_back_off: 'Registering payments in Teamleader is switched off.',
  payment_revoked: 'This payment was taken back.',
  view_name_taken: 'There is already a view with this name.',
  too_many_views: 'You have as many views as can be kept. Delete one first.',
  profile_in_use: 'This profile is in use: another one has to take its place.',
  last_profile: 'This is the only profile. Add another one first.',
  profile_name_taken: 'There is already a profile with this name.',
  too_many_attempts: 'Too many attempts. Wait a few minutes and try again.',
  source_unavailable: 'Teamleader does not answer at the moment. Try again in a few minutes.',
  rate_limited: 'Teamleader asks for patience: too many questions at once. Try again in a minute.',
  call_budget_used_up:
    'Vorder has asked Teamleader as much as is allowed this minute. Try again in a minute.',
  source_rejected: 'Teamleader refused the question.',
  unreadable_answer:
    'Teamleader gave an answer that cannot be read. Try again; if it stays, pass on the request number.',
  reconnect_needed: 'Teamleader no longer accepts the connection. Connect it again in the settings.',
  source_not_configured:
    'Vorder does not know how to reach Teamleader yet: the operator must set the client id and secret.',
}
