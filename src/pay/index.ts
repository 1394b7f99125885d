export { payDoor } from './pay-door.ts'
