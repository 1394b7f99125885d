const minute = 60
const hour = 60 * minute

/**
 * How long a sign-in lasts: 30 minutes without any request, 12 hours in all, and the idle time is written anew
 * at most once a minute (OWASP ASVS 7.3 asks for both limits).
 */
export const sessionLimits = {
  idleSeconds: 30 * minute,
  absoluteSeconds: 12 * hour,
  renewSeconds: minute,
} as const
