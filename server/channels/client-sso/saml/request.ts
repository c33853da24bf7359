import { SKEW_MS } from './assertion.ts';

/** What is asked of a provider: that it signs somebody on and sends the answer to `acs`, with the state. */
type Request = { signOnUrl: string; entityId: string; acs: string; requestId: string; state: string };

/** The address at the provider that begins a trip: an AuthnRequest by HTTP-Redirect, answered by POST. */
export async function signOnAddress(request: Request, certificates: readonly string[]): Promise<string> {
  const { SAML } = await import('@node-saml/node-saml');
  const saml = new SAML({
    idpCert: [...certificates],
    issuer: request.entityId,
    callbackUrl: request.acs,
    entryPoint: request.signOnUrl,
    generateUniqueId: () => request.requestId,
    // The provider chooses how it asks people to prove themselves, and by which name it knows them.
    disableRequestedAuthnContext: true,
    identifierFormat: null,
    acceptedClockSkewMs: SKEW_MS,
    wantAssertionsSigned: true,
  });
  return saml.getAuthorizeUrlAsync(request.state, undefined, {});
}
