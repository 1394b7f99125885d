export { apiDoor } from './api-door.ts'
