export { endStop } from './end-stop.ts'
export { listStops } from './list-stops.ts'
export { type SetStopInput, setStop } from './set-stop.ts'
export { type Stop, type StopKind, stopKinds } from './stop.ts'
