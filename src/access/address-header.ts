/** The one header that tells the library who asks; set by us from the connection, never taken from a request. */
export const addressHeader = 'x-vorder-client-address'
