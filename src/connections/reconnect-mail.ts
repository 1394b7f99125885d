export type ReconnectMailFacts = {
  language: string
  businessName: string
  sourceLabel: string
  accountName: string
  url: string
}

type Words = { subject: string; text: string }

/** The mail that asks an administrator to connect again, in the language of the business (English when unknown). */
export function reconnectMail(facts: ReconnectMailFacts): Words {
  const { businessName, sourceLabel, accountName, url } = facts
  const words: Readonly<Record<string, Words>> = {
    en: {
      subject: `${sourceLabel} has to be connected again`,
      text: `${sourceLabel} no longer lets Vorder in to the account "${accountName}" of ${businessName}.\n\nNo invoices come in until an administrator connects it again:\n${url}\n\nNothing is lost: what happens meanwhile is caught up afterwards.\n`,
    },
    nl: {
      subject: `${sourceLabel} moet opnieuw gekoppeld worden`,
      text: `${sourceLabel} laat Vorder niet meer toe tot het account "${accountName}" van ${businessName}.\n\nEr komen geen facturen binnen tot een beheerder opnieuw koppelt:\n${url}\n\nEr gaat niets verloren: wat intussen gebeurt, wordt daarna ingehaald.\n`,
    },
    fr: {
      subject: `${sourceLabel} doit être reconnecté`,
      text: `${sourceLabel} ne laisse plus entrer Vorder dans le compte « ${accountName} » de ${businessName}.\n\nAucune facture n'arrive tant qu'un administrateur ne l'a pas reconnecté :\n${url}\n\nRien n'est perdu : ce qui se passe entre-temps sera rattrapé ensuite.\n`,
    },
    de: {
      subject: `${sourceLabel} muss neu verbunden werden`,
      text: `${sourceLabel} lässt Vorder nicht mehr in das Konto "${accountName}" von ${businessName}.\n\nEs kommen keine Rechnungen an, bis ein Administrator es neu verbindet:\n${url}\n\nNichts geht verloren: Was inzwischen geschieht, wird danach nachgeholt.\n`,
    },
  }
  return words[facts.language] ?? (words.en as Words)
}
