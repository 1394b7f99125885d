/** The languages of the app; customers are written to in German as well. */
export const languages = ['en', 'nl', 'fr'] as const
export type Language = (typeof languages)[number]

/** The first of our languages that an `Accept-Language` header asks for (RFC 9110, 12.5.4); English otherwise. */
export function languageFrom(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const quality = parameters
        .map((parameter) => parameter.trim())
        .find((parameter) => parameter.startsWith('q='))
      return { code: tag.split('-')[0], quality: quality ? Number(quality.slice(2)) : 1 }
    })
    .sort((a, b) => b.quality - a.quality)
  const found = wanted.find(
    ({ code, quality }) => quality > 0 && languages.some((language) => language === code),
  )
  return (found?.code as Language | undefined) ?? 'en'
}
