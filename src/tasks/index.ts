export { countTasks } from './count-tasks.ts'
export { listTasks } from './list-tasks.ts'
export { type Task, type TaskKind, taskKinds } from './task.ts'
