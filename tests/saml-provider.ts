import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inflateRawSync } from 'node:zlib';
import { afterAll } from 'vitest';
import { makeSigner, type Signer } from './certificate.ts';
import { answerOf, type Fields, FORMAT, sent } from './saml-answer.ts';

/** What a provider makes the browser post, and where to. */
export type Posted = { acs: string; fields: { SAMLResponse: string; RelayState: string } };

export type SamlProvider = {
  entityId: string;
  signOnUrl: string;
  metadata: string;
  signer: Signer;
  /** Who signs in next, and what is said besides. */
  person: Partial<Fields>;
  /** Answers a request as its address says it. */
  answer(url: string, changes?: Partial<Fields>, by?: Signer): Posted;
};

let made = 0;

/** A SAML provider on loopback, whose people sign in without being asked anything: its page posts the answer by itself. */
export async function openSamlProvider(): Promise<SamlProvider> {
  const server = createServer((request, response) => {
    const { acs, fields } = state.answer(`${origin}${request.url}`);
    const inputs = Object.entries(fields).map(
      ([name, value]) => `<input type="hidden" name="${name}" value="${value}">`,
    );
    response
      .setHeader('content-type', 'text/html')
      .end(
        `<!doctype html><title>Provider</title><form method="post" action="${acs}">${inputs.join('')}</form><script>document.forms[0].submit()</script>`,
      );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => new Promise<void>((resolve) => void server.close(() => resolve())));
  // Another site than the desk, which tests open by its number.
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const signer = makeSigner('provider of a test');
  const entityId = `${origin}/entity`;
  const state: SamlProvider = {
    ...{
      entityId,
      signOnUrl: `${origin}/sso?app=1`,
      signer,
      metadata: metadataOf(entityId, `${origin}/sso?app=1`, [signer]),
    },
    person: { nameId: 'nobody' },
    answer(url, changes = {}, by = signer) {
      const { searchParams } = new URL(url);
      const request = inflateRawSync(Buffer.from(searchParams.get('SAMLRequest') ?? '', 'base64')).toString();
      const attribute = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(request)?.[1] ?? '';
      const acs = attribute('AssertionConsumerServiceURL');
      const id = attribute('ID');
      const audience = /Issuer[^>]*>([^<]*)</.exec(request)?.[1] ?? '';
      made++;
      const it: Fields = {
        ...{ issuer: entityId, audience, acs, recipient: acs, requestId: id, confirmedRequest: id, status: 'Success' },
        ...{
          responseId: `_response-${made}`,
          assertionId: `_assertion-${made}`,
          format: FORMAT.persistent,
          nameId: 'x',
        },
        ...{ attributes: {}, issued: 0, notBefore: -30, notOnOrAfter: 300, ...state.person, ...changes },
      };
      return {
        acs,
        fields: { SAMLResponse: sent(answerOf(it, by)), RelayState: searchParams.get('RelayState') ?? '' },
      };
    },
  };
  return state;
}

/** The metadata of a provider that signs by these. */
export function metadataOf(entityId: string, signOnUrl: string, signers: readonly Signer[]): string {
  const keys = signers.map(
    ({ certificate }) =>
      `<md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>${certificate.replace(/-----.*-----/g, '')}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`,
  );
  const service = (binding: string) =>
    `<md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:${binding}" Location="${signOnUrl}"/>`;
  return `<?xml version="1.0"?>\n<!-- made by a provider -->\n<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${entityId}"><md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">${keys.join('')}${service('HTTP-POST')}${service('HTTP-Redirect')}</md:IDPSSODescriptor></md:EntityDescriptor>`;
}
