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
