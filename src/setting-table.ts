export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const

/** One setting as the reference page shows it. `fallback` is the default in words when it is not a plain value. */
export type Setting = {
  name: string
  meaning: string
  example: string
  fallback?: string
  isSecret?: true
}

/** Every setting there is. The reference page and `.env.example` are printed from this table. */
export const settings = [
  {
    name: 'VORDER_DATA_FOLDER',
    meaning: 'Folder for the embedded database and the secret key. Back it up.',
    fallback: '.vorder',
    example: '/var/lib/vorder',
  },
  {
    name: 'VORDER_FILES_FOLDER',
    meaning:
      'Folder for uploaded and made files. Without it they are in the data folder. All processes share it.',
    example: '/var/lib/vorder-files',
  },
  {
    name: 'VORDER_FILES_BUCKET',
    meaning:
      'Bucket that speaks S3, to keep files in instead of a folder. The folder above then only holds files on their way.',
    example: 'vorder-files',
  },
  {
    name: 'VORDER_FILES_ENDPOINT',
    meaning: 'Address of the server that has the bucket. Without it: Amazon S3.',
    example: 'https://s3.example.com',
  },
  {
    name: 'VORDER_FILES_REGION',
    meaning: 'Region of the bucket; some servers want a name such as auto.',
    fallback: 'us-east-1',
    example: 'eu-west-3',
  },
  {
    name: 'VORDER_FILES_ACCESS_KEY_ID',
    meaning: 'Key that may read, write and remove objects of the bucket. Needed with VORDER_FILES_BUCKET.',
    example: 'the access key id',
  },
  {
    name: 'VORDER_FILES_SECRET_ACCESS_KEY',
    meaning: 'Secret of that key. Needed with VORDER_FILES_BUCKET.',
    example: 'the secret shown beside the key',
    isSecret: true,
  },
  {
    name: 'VORDER_FILES_PATH_STYLE',
    meaning:
      'yes: the bucket stands in the path of the address (most servers of your own); no: before the host.',
    fallback: 'no',
    example: 'yes',
  },
  {
    name: 'VORDER_HOST',
    meaning: 'Address to listen on. 0.0.0.0 means every network of this machine.',
    fallback: '127.0.0.1',
    example: '0.0.0.0',
  },
  {
    name: 'VORDER_PORT',
    meaning: 'Port to listen on. 0 takes a free one.',
    fallback: '4400',
    example: '8080',
  },
  {
    name: 'VORDER_PUBLIC_URL',
    meaning: 'Address under which browsers and Teamleader reach Vorder.',
    fallback: 'http://localhost:PORT',
    example: 'https://vorder.example.com',
  },
  {
    name: 'DATABASE_URL',
    meaning: 'PostgreSQL 15 or later. Without it Vorder runs its own PostgreSQL in the data folder.',
    example: 'postgres://vorder:password@localhost:5432/vorder',
    isSecret: true,
  },
  {
    name: 'VORDER_SECRET_KEY',
    meaning: 'Key that seals stored tokens: 32 bytes in base64. Without it a key is made in the data folder.',
    example: 'output of: openssl rand -base64 32',
    isSecret: true,
  },
  {
    name: 'VORDER_OLD_SECRET_KEYS',
    meaning: 'Earlier keys, separated by commas. What they sealed can still be opened.',
    example: 'earlier-key-1,earlier-key-2',
    isSecret: true,
  },
  {
    name: 'TEAMLEADER_CLIENT_ID',
    meaning: 'Client id of your integration in the Teamleader Marketplace. Needed to connect.',
    example: '8c1b2f3a9d0e4f5a6b7c8d9e0f1a2b3c',
  },
  {
    name: 'TEAMLEADER_CLIENT_SECRET',
    meaning: 'Client secret of that integration. Needed to connect.',
    example: 'the secret shown beside the client id',
    isSecret: true,
  },
  {
    name: 'TEAMLEADER_AUTHORIZE_URL',
    meaning: 'Page where a person allows the connection.',
    fallback: 'https://focus.teamleader.eu/oauth2/authorize',
    example: 'http://127.0.0.1:4500/oauth2/authorize',
  },
  {
    name: 'TEAMLEADER_TOKEN_URL',
    meaning: 'Address that gives out and refreshes tokens.',
    fallback: 'https://focus.teamleader.eu/oauth2/access_token',
    example: 'http://127.0.0.1:4500/oauth2/access_token',
  },
  {
    name: 'TEAMLEADER_API_URL',
    meaning: 'Address of the API.',
    fallback: 'https://api.focus.teamleader.eu',
    example: 'http://127.0.0.1:4500',
  },
  {
    name: 'VORDER_SMTP_URL',
    meaning: 'Mail server. Without it nothing is mailed, and whoever wants to send is told so.',
    example: 'smtps://user:password@smtp.example.com:465',
    isSecret: true,
  },
  {
    name: 'VORDER_MAIL_FROM',
    meaning: 'Sender of mails. Needed when VORDER_SMTP_URL is set.',
    example: 'Vorder <vorder@example.com>',
  },
  {
    name: 'VORDER_LOG_LEVEL',
    meaning: `How much to log: ${logLevels.join(', ')}.`,
    fallback: 'info',
    example: 'debug',
  },
  {
    name: 'VORDER_TRUST_PROXY',
    meaning: 'How many proxies stand in front of Vorder and name the caller in X-Forwarded-For.',
    fallback: '0',
    example: '1',
  },
  {
    name: 'VORDER_UPLOAD_LIMIT_MB',
    meaning: 'How large an uploaded file of customers may be, in megabytes.',
    fallback: '100',
    example: '250',
  },
] as const satisfies readonly Setting[]

export type SettingName = (typeof settings)[number]['name']
export type SettingTexts = { readonly [name in SettingName]?: string | undefined }
