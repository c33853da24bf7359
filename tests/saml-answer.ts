import { SignedXml } from 'xml-crypto';
import type { Signer } from './certificate.ts';

/** What an answer says; every field has an honest value that `fields` gives. */
export type Fields = {
  issuer: string;
  audience: string;
  acs: string;
  recipient: string;
  requestId: string;
  confirmedRequest: string;
  responseId: string;
  assertionId: string;
  nameId: string;
  format: string;
  attributes: Record<string, string>;
  /** Seconds from now. */
  issued: number;
  notBefore: number;
  notOnOrAfter: number;
  status: string;
};

const PREFIX = 'urn:oasis:names:tc:SAML';
export const FORMAT = {
  persistent: `${PREFIX}:2.0:nameid-format:persistent`,
  transient: `${PREFIX}:2.0:nameid-format:transient`,
  email: `${PREFIX}:1.1:nameid-format:emailAddress`,
  unspecified: `${PREFIX}:1.1:nameid-format:unspecified`,
};
const EXC = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const ENVELOPED = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';
export const SHA256 = {
  signature: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  digest: 'http://www.w3.org/2001/04/xmlenc#sha256',
};

const at = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();

export const assertionOf = (it: Fields): string => {
  const attributes = Object.entries(it.attributes)
    .map(
      ([name, value]) =>
        `<saml:Attribute Name="${name}" NameFormat="${PREFIX}:2.0:attrname-format:basic"><saml:AttributeValue xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="xs:string">${value}</saml:AttributeValue></saml:Attribute>`,
    )
    .join('');
  return (
    `<saml:Assertion xmlns:saml="${PREFIX}:2.0:assertion" xmlns:xs="http://www.w3.org/2001/XMLSchema" ID="${it.assertionId}" Version="2.0" IssueInstant="${at(it.issued)}">` +
    `<saml:Issuer>${it.issuer}</saml:Issuer>` +
    `<saml:Subject><saml:NameID Format="${it.format}">${it.nameId}</saml:NameID>` +
    `<saml:SubjectConfirmation Method="${PREFIX}:2.0:cm:bearer"><saml:SubjectConfirmationData InResponseTo="${it.confirmedRequest}" NotOnOrAfter="${at(it.notOnOrAfter)}" Recipient="${it.recipient}"/></saml:SubjectConfirmation></saml:Subject>` +
    `<saml:Conditions NotBefore="${at(it.notBefore)}" NotOnOrAfter="${at(it.notOnOrAfter)}"><saml:AudienceRestriction><saml:Audience>${it.audience}</saml:Audience></saml:AudienceRestriction></saml:Conditions>` +
    `<saml:AuthnStatement AuthnInstant="${at(it.issued)}" SessionIndex="s1"><saml:AuthnContext><saml:AuthnContextClassRef>${PREFIX}:2.0:ac:classes:Password</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>` +
    (attributes ? `<saml:AttributeStatement>${attributes}</saml:AttributeStatement>` : '') +
    '</saml:Assertion>'
  );
};

/** A response around an assertion. */
export const responseOf = (it: Fields, assertion: string): string =>
  `<samlp:Response xmlns:samlp="${PREFIX}:2.0:protocol" ID="${it.responseId}" Version="2.0" IssueInstant="${at(it.issued)}" Destination="${it.acs}" InResponseTo="${it.requestId}">` +
  `<saml:Issuer xmlns:saml="${PREFIX}:2.0:assertion">${it.issuer}</saml:Issuer>` +
  `<samlp:Status><samlp:StatusCode Value="${PREFIX}:2.0:status:${it.status}"/></samlp:Status>${assertion}</samlp:Response>`;

export type Signing = {
  signature?: string;
  digest?: string;
  transforms?: string[];
  prefix?: string;
  keyInfo?: string;
  uri?: string;
};

/** Signs the element of an id in a document, as providers do: right after its issuer. */
export function signElement(xml: string, id: string, by: Signer, how: Signing = {}): string {
  const signer = new SignedXml({
    privateKey: by.privateKey.export({ type: 'pkcs8', format: 'pem' }),
    publicCert: how.keyInfo ?? by.certificate,
    signatureAlgorithm: how.signature ?? SHA256.signature,
    canonicalizationAlgorithm: EXC,
  });
  const xpath = `//*[@ID='${id}']`;
  signer.addReference({
    xpath,
    transforms: how.transforms ?? [ENVELOPED, EXC],
    digestAlgorithm: how.digest ?? SHA256.digest,
  });
  signer.computeSignature(xml, {
    prefix: how.prefix ?? 'ds',
    location: { reference: `${xpath}/*[local-name()='Issuer']`, action: 'after' },
  });
  return signer.getSignedXml();
}

/** An answer whose assertion is signed. */
export const answerOf = (it: Fields, by: Signer, how: Signing = {}): string =>
  signElement(responseOf(it, assertionOf(it)), it.assertionId, by, how);

export const sent = (xml: string | Buffer): string => Buffer.from(xml as string).toString('base64');
