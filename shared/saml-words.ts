/** Why a provider's SAML answer was refused, for whoever set it up: what is wrong, and what to do about it. */
export const SAML_FAULTS = {
  unreadable: 'The answer is not SAML as XML in UTF-8, or is larger than any provider’s.',
  markup: 'The answer holds a document type, a comment or another kind of markup that no provider sends.',
  shape: 'The answer is not built as one signed statement about one person.',
  status: 'The provider itself refused. Look in its own sign-in log.',
  encrypted: 'The statement is encrypted. Turn encryption of assertions off at the provider.',
  unsigned:
    'The assertion is not signed. Let the provider sign the assertion, not only the response (Keycloak: “Sign assertions”; Google: leave “Signed response” unticked).',
  weak: 'The signature is of a kind that is not safe. Choose RSA with SHA-256 at the provider.',
  signature:
    'No certificate that is set up here made the signature. The provider may have a new one: paste its metadata again.',
  issuer: 'The answer comes from another provider than the one set up here. Compare the entity id.',
  destination: 'The answer was meant for another address. Compare the assertion consumer service (ACS) address.',
  audience: 'The answer was made for another application. Compare the entity id of Fettle at the provider.',
  unasked: 'Nobody asked for this answer. Signing in begins at the portal, not in the provider’s list of applications.',
  other_request: 'The answer belongs to another attempt to sign in.',
  expired: 'The answer was too old. If this happens each time, look at the clocks of both servers.',
  early: 'The answer is not valid yet. Look at the clocks of both servers.',
  subject:
    'The answer does not say in a lasting way who it is about. Choose a persistent name id, or the e-mail address.',
  replayed: 'The answer was used already.',
} as const;
export type SamlFaultCode = keyof typeof SAML_FAULTS;
