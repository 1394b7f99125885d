import { startTeamleaderSandbox } from '../sandbox/index.ts'
import { untilSignal } from './until-signal.ts'

/** Runs the sandbox Teamleader alone and says what to set so that Vorder talks to it. */
export async function sandbox(options: { port: string; seed: string }): Promise<void> {
  const seed = options.seed === 'empty' ? 'empty' : Number(options.seed)
  const teamleader = await startTeamleaderSandbox({ port: Number(options.port), seed })
  process.stdout.write(
    [
      `Sandbox Teamleader: ${teamleader.url}`,
      '',
      'To point Vorder at it:',
      `TEAMLEADER_AUTHORIZE_URL=${teamleader.authorizeUrl}`,
      `TEAMLEADER_TOKEN_URL=${teamleader.tokenUrl}`,
      `TEAMLEADER_API_URL=${teamleader.apiUrl}`,
      `TEAMLEADER_CLIENT_ID=${teamleader.clientId}`,
      `TEAMLEADER_CLIENT_SECRET=${teamleader.clientSecret}`,
      '',
    ].join('\n'),
  )
  await untilSignal()
  await teamleader.stop()
}
