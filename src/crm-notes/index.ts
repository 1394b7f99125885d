export { leaveDueNotes, tickNotes } from './leave-due-notes.ts'
export { leaveNote, leaveNotes, type NewNote } from './leave-note.ts'
export { leaveDueNotesJob, tickNotesJob } from './note-jobs.ts'
