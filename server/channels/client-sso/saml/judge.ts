import { checkResponse, type Expected, readAssertion, type Said, SKEW_MS } from './assertion.ts';
import { SamlFault } from './fault.ts';
import { shapeOf } from './shape.ts';
import { decodeSent, parseStrictly } from './xml.ts';

/** The SAML library, loaded when first needed. */
const library = () => import('@node-saml/node-saml');

/** What is known of a provider and of the request that an answer must belong to. `certificates`: PEM. */
export type Asked = Expected & { certificates: readonly string[]; signOnUrl: string };

/**
 * Judges the field SAMLResponse: what it says of somebody, or a `SamlFault`. What counts is read twice: from the document, so that what is
 * wrong can be said, and then from the very bytes that the library found signed. The library checks times, audience and request as well.
 */
export async function judge(sent: string, asked: Asked): Promise<Said> {
  const { response, assertion, responseSigned } = shapeOf(await parseStrictly(decodeSent(sent)));
  checkResponse(response, asked);
  readAssertion(assertion, asked);
  const signed = await signedAssertion(sent, asked, responseSigned);
  const { documentElement } = await parseStrictly(signed);
  return readAssertion(documentElement, asked);
}

/** The canonical bytes of the assertion that a certificate of the provider signed. Throws `signature`. */
async function signedAssertion(sent: string, asked: Asked, responseSigned: boolean): Promise<string> {
  const { SAML, ValidateInResponseTo } = await library();
  const saml = new SAML({
    idpCert: [...asked.certificates],
    issuer: asked.entityId,
    audience: asked.entityId,
    callbackUrl: asked.acs,
    entryPoint: asked.signOnUrl,
    idpIssuer: asked.issuer,
    wantAssertionsSigned: true,
    // One that is there must be right, though nobody asks for it.
    wantAuthnResponseSigned: responseSigned,
    acceptedClockSkewMs: SKEW_MS,
    validateInResponseTo: ValidateInResponseTo.always,
    requestIdExpirationPeriodMs: 3_600_000,
    cacheProvider: knowing(asked.requestId),
  });
  try {
    const { profile } = await saml.validatePostResponseAsync({ SAMLResponse: sent.replace(/[\t\r\n ]+/g, '') });
    const signed = profile?.getAssertionXml?.();
    if (signed === undefined) throw new Error('Nothing signed was found');
    return signed;
  } catch (cause) {
    throw new SamlFault('signature', '', cause);
  }
}

/** Knows the one request that may be answered; whether it was answered before is kept in the database. */
function knowing(requestId: string) {
  const known = new Date().toISOString();
  return {
    saveAsync: async () => null,
    getAsync: async (key: string) => (key === requestId ? known : null),
    removeAsync: async (key: string | null) => key,
  };
}
