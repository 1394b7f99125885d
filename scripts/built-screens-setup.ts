import { buildWeb } from './build-web.ts'

/** The browser tests click through what a user would get: the built app, never an older one. */
export function setup(): void {
  buildWeb()
}
