/** Why nobody was signed in. Nothing on this computer has changed. */
export const signInCodes = [
  'wrong-password',
  'code-needed', // the password is right; give the code of the second factor too
  'code-wrong', // or it was used before
  'cloud-away',
  'cloud-proxy', // the proxy refused, wants a sign-in or is not there
  'cloud-certificate', // not trusted on this computer
  'cloud-date', // the certificate is not valid on this computer's date
  'not-a-cloud', // a page of something else, such as the sign-in page of a network
  'bad-address', // field cloudUrl
  'too-many-attempts', // detail.retryInSeconds
  'no-account', // the person has no role that may use a desk
  'account-inactive', // every account of the person that has a desk is switched off
  'cloud-trouble',
  'upgrade', // detail.cloudApi: the cloud's version, where it tells
] as const

/** Why nobody was signed in through the browser. */
export const browserCodes = [
  'way-not-offered', // any more
  'browser-not-opened',
  'browser-port-taken', // of the only one that the provider comes back to
  'browser-timeout',
  'browser-denied', // the provider or the person said no
  'browser-cancelled',
  'provider-away',
  'provider-refused', // what came back proves nothing
  'email-unverified',
  'person-unknown',
  'other-person', // than the one who works here
] as const
