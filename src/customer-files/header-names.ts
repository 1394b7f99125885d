import type { CustomerField } from '../customers/index.ts'
import { type FileTarget, fileColumns } from './file-columns.ts'

/**
 * How columns are called in other people's files: English, Dutch, French, German, and the names of Twikey's customer file
 * and API (`coc`, `vatno`, `l`, `ct`). Written as `plainHeader` leaves them.
 */
const otherNames: Readonly<Partial<Record<CustomerField | 'number' | 'profile', string>>> = {
  number: `customernumber customerno customernr customerid custno clientnumber accountnumber debtornumber debtorno
    klantnummer klantnr klantcode klantid debiteurnummer debiteurennummer debiteurnr relatienummer
    numeroclient noclient nclient codeclient numerodeclient referenceclient
    kundennummer kundennr kdnr debitorennummer debitornummer`,
  companyName: `companyname company business businessname organisation organization organisationname accountname
    bedrijfsnaam bedrijf firma firmanaam onderneming ondernemingsnaam vennootschap
    entreprise nomdelentreprise nomentreprise societe raisonsociale nomdesociete nomsociete denomination
    firmenname unternehmen unternehmensname gesellschaft`,
  firstName: `firstname givenname forename voornaam prenom vorname`,
  lastName: `lastname surname familyname achternaam familienaam nomdefamille nachname familienname zuname`,
  email: `email emailaddress mail emailaddresses contactemail emailadres mailadres adresseemail adressemail courriel
    adressecourriel adresseelectronique emailadresse mailadresse`,
  cc: `cc emailcc ccemail ccemails copy invoicingemail invoiceemail billingemail emailinvoicing facturatieemail
    emailfacturatie factuuremail facturatiemail emailfacturation emaildefacturation mailfacturation
    rechnungsemail rechnungsmail kopie copie`,
  mobile: `mobile mobilephone mobilenumber cellphone phone phonenumber telephone tel gsm gsmnummer mobiel
    mobielnummer telefoon telefoonnummer portable telephoneportable numerodetelephone mobil mobilnummer handy
    telefon telefonnummer handynummer`,
  language: `language lang l locale taal taalcode voertaal langue codelangue sprache sprachcode`,
  addressLine: `address address1 addressline addressline1 street streetandnumber streetaddress housenumber
    adres straat straatnaam straatnr straatnummer straatennr straatennummer huisnummer huisnr bus
    adresse adresse1 rue rueetnumero numeroderue strasse strassehausnummer strasseundhausnummer hausnummer anschrift`,
  postalCode: `postalcode postcode zip zipcode postnummer codepostal cp npa plz postleitzahl`,
  city: `city town place gemeente stad plaats woonplaats ville localite commune ort stadt wohnort`,
  country: `country countrycode land landcode pays codepays landercode lander laendercode`,
  invoicingAddressee: `invoicingaddressee billingaddressee billingname invoicename factuurnaam tav factuurtav
    destinatairefacturation nomfacturation rechnungsempfanger`,
  invoicingAddressLine: `invoicingaddress invoiceaddress billingaddress billingstreet invoicestreet
    factuuradres facturatieadres facturatiestraat factuurstraat adressedefacturation adressefacturation
    ruefacturation rechnungsadresse rechnungsanschrift`,
  invoicingPostalCode: `invoicingpostalcode billingpostalcode billingzip billingpostcode invoicezip
    facturatiepostcode factuurpostcode codepostalfacturation codepostaldefacturation rechnungsplz`,
  invoicingCity: `invoicingcity billingcity invoicecity facturatieplaats factuurplaats facturatiestad factuurstad
    facturatiegemeente villefacturation villedefacturation rechnungsort`,
  invoicingCountry: `invoicingcountry billingcountry invoicecountry facturatieland factuurland paysfacturation
    paysdefacturation rechnungsland`,
  vatNumber: `vatnumber vat vatno vatnr vatid taxnumber taxid btw btwnummer btwnr numerotva numerodetva tva notva ntva
    mwstnummer ustid ustidnr umsatzsteuerid umsatzsteueridentifikationsnummer`,
  enterpriseNumber: `enterprisenumber companynumber registrationnumber companyregistrationnumber coc cocnumber
    nationalidentificationnumber ondernemingsnummer ondernemingsnr kbo kbonummer kvk kvknummer
    numerodentreprise numeroentreprise bce numerobce siren siret handelsregisternummer unternehmensnummer`,
  peppolId: `peppolid peppol peppolidentifier peppolnumber peppolnummer peppoladres numeropeppol endpointid`,
  profile: `profile profileid paymentprofile template ct profiel betaalprofiel profil profildepaiement zahlungsprofil`,
}

/** Names that mean a company, or a person's last name when the file has a column for first names. */
const eitherName = [
  'name',
  'naam',
  'nom',
  'customername',
  'klantnaam',
  'clientname',
  'nomduclient',
  'nomclient',
]

/** What a column that people call just "name" holds, told from the other columns. */
export function isEitherName(header: string): boolean {
  return eitherName.includes(plainHeader(header))
}

/** A header as it is compared: small letters and digits only, without accents. */
export function plainHeader(header: string): string {
  return header
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** What a column of this name holds: our own headers exactly, else the names that are known in other files. */
export function targetOfHeader(header: string): FileTarget | undefined {
  return own.get(header.trim().toLowerCase()) ?? known.get(plainHeader(header))
}

const own = new Map(fileColumns.map(({ header, target }) => [header, target]))

const known = new Map<string, FileTarget>([
  ...fileColumns.map(({ header, target }) => [plainHeader(header), target] as const),
  ...Object.entries(otherNames).flatMap(([target, names]) =>
    names.split(/\s+/).map((name) => [name, target as FileTarget] as const),
  ),
])
