import type { Context } from '../context.ts'
import { authOf } from './auth.ts'

/** Ends the session that the Cookie header carries, everywhere at once; the lines returned empty the cookie. */
export async function signOut(ctx: Context, cookie: string): Promise<string[]> {
  const { headers } = await (await authOf(ctx)).api.signOut({
    headers: new Headers({ cookie }),
    returnHeaders: true,
  })
  return headers.getSetCookie()
}
