import type { SamlMetadata } from '#shared/client-sso.ts';
import { readCertificate } from './certificate.ts';
import { SamlFault } from './fault.ts';
import { childrenOf, everyElement, NS, parse, plainText } from './xml.ts';

const REDIRECT = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect';
const POST = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST';

/**
 * What the metadata of a provider says of it: its entity id, where it signs people on, and its signing certificates. Whoever pastes it
 * vouches for it. Else what is wrong with it.
 */
export async function readMetadata(xml: string): Promise<SamlMetadata | { wrong: string }> {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) return { wrong: 'holds a document type, which metadata never has' };
  let root: Element;
  try {
    root = (await parse(xml.replace(/^\ufeff/, '').trim())).documentElement;
  } catch (error) {
    if (!(error instanceof SamlFault)) throw error;
    return { wrong: 'is no XML: paste all of the file, from its first character to its last' };
  }
  const entities = [...everyElement(root)].filter(
    ({ namespaceURI, localName }) => namespaceURI === NS.metadata && localName === 'EntityDescriptor',
  );
  const [found, ...more] = entities
    .map((entity) => ({ entity, idp: childrenOf(entity, NS.metadata, 'IDPSSODescriptor')[0] }))
    .filter(({ idp }) => idp !== undefined);
  if (!found?.idp) return { wrong: 'is not the metadata of an identity provider (no IDPSSODescriptor)' };
  if (more.length > 0) return { wrong: 'describes several identity providers: paste the one of the client alone' };
  const { entity, idp } = found;
  const signOn = childrenOf(idp, NS.metadata, 'SingleSignOnService').find(
    (one) => one.getAttribute('Binding') === REDIRECT,
  );
  if (!signOn) return { wrong: 'names no address to sign on by HTTP-Redirect' };
  const certificates: string[] = [];
  for (const key of childrenOf(idp, NS.metadata, 'KeyDescriptor')) {
    if (key.getAttribute('use') === 'encryption') continue;
    for (const element of everyElement(key)) {
      if (element.namespaceURI !== NS.signature || element.localName !== 'X509Certificate') continue;
      const read = readCertificate(plainText(element) ?? '');
      if ('pem' in read && !certificates.includes(read.pem)) certificates.push(read.pem);
    }
  }
  if (certificates.length === 0) return { wrong: 'holds no RSA certificate to check signatures with' };
  return {
    entityId: entity.getAttribute('entityID') ?? '',
    signOnUrl: signOn.getAttribute('Location') ?? '',
    certificates,
  };
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** What a provider is told of Fettle, as metadata. */
export function writeMetadata(entityId: string, addresses: readonly string[]): string {
  const services = addresses
    .map(
      (at, index) =>
        `<AssertionConsumerService Binding="${POST}" Location="${escaped(at)}" index="${index}"${index === 0 ? ' isDefault="true"' : ''}/>`,
    )
    .join('');
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<EntityDescriptor xmlns="${NS.metadata}" entityID="${escaped(entityId)}">` +
    `<SPSSODescriptor protocolSupportEnumeration="${NS.protocol}" AuthnRequestsSigned="false" WantAssertionsSigned="true">` +
    `${services}</SPSSODescriptor></EntityDescriptor>\n`
  );
}
