import { listAdministratorEmails } from '../access/index.ts'
import { type Context, forCreditor } from '../context.ts'
import { getCreditor } from '../creditors/index.ts'
import { getConnection } from './get-connection.ts'
import { reconnectMail } from './reconnect-mail.ts'

/**
 * Tells the administrators by one mail that a person has to connect again (promise N2). Nothing is sent when somebody
 * has done so meanwhile.
 */
export async function sendReconnectMail(ctx: Context, input: { connectionId: string }): Promise<void> {
  const connection = await getConnection(ctx, input)
  if (connection.state !== 'reconnect_needed') return
  const own = forCreditor(ctx, connection.creditorId)
  const to = await listAdministratorEmails(own)
  if (to.length === 0) return
  const creditor = await getCreditor(own)
  await ctx.mail.send({
    to,
    ...reconnectMail({
      language: creditor.language,
      businessName: creditor.name,
      sourceLabel: ctx.sources[connection.source].label,
      accountName: connection.accountName,
      url: `${ctx.config.publicUrl}/settings/integrations`,
    }),
  })
}
