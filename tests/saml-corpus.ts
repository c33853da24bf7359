import { createHmac } from 'node:crypto';
import { SignedXml } from 'xml-crypto';
import type { SamlFaultCode } from '#shared/saml-words.ts';
import { makeSigner } from './certificate.ts';
import {
  answerOf,
  assertionOf,
  type Fields,
  FORMAT,
  responseOf,
  type Signing,
  sent,
  signElement,
} from './saml-answer.ts';

/** Who signs: the provider, the one whose certificate it will have next, a stranger, and another client's provider. */
export const SIGNERS = {
  provider: makeSigner('provider'),
  next: makeSigner('provider, next year'),
  stranger: makeSigner('stranger'),
  neighbour: makeSigner('provider of another client'),
};
const { provider, next, stranger, neighbour } = SIGNERS;

export const HONEST: Fields = {
  issuer: 'https://idp.example/entity',
  audience: 'https://desk.example/api/v1/portal/sign-in/saml/p1/metadata',
  acs: 'https://desk.example/api/v1/portal/sign-in/saml/p1/acs',
  recipient: 'https://desk.example/api/v1/portal/sign-in/saml/p1/acs',
  requestId: '_request-of-this-browser',
  confirmedRequest: '_request-of-this-browser',
  responseId: '_response-0001',
  assertionId: '_assertion-0001',
  nameId: 'ada',
  format: FORMAT.persistent,
  attributes: { email: 'ada@acme.example' },
  issued: -2,
  notBefore: -10,
  notOnOrAfter: 300,
  status: 'Success',
};
const EVIL = { ...HONEST, assertionId: '_assertion-evil', nameId: 'eve', attributes: { email: 'boss@acme.example' } };

const honest = (changes: Partial<Fields> = {}, how: Signing = {}) => answerOf({ ...HONEST, ...changes }, provider, how);
const only = (changes: Partial<Fields>) => sent(honest(changes));

const SIGNATURE = /<ds:Signature\b.*?<\/ds:Signature>/s;
const ASSERTION = /<saml:Assertion\b.*<\/saml:Assertion>/s;
const EVIL_ASSERTION = assertionOf(EVIL);
const within = (text: string, pattern: RegExp) => pattern.exec(text)?.[0] ?? '';
/** An honest answer with its parts, to build another around them. */
function parts() {
  const whole = honest();
  const assertion = within(whole, ASSERTION);
  const signature = within(whole, SIGNATURE);
  return { whole, assertion, signature, bare: assertion.replace(signature, '') };
}
const withSignature = (assertion: string, signature: string) =>
  assertion.replace('</saml:Issuer>', `</saml:Issuer>${signature}`);
/** An answer whose assertion was changed before it was signed. */
const stated = (change: (assertion: string) => string) =>
  sent(signElement(responseOf(HONEST, change(assertionOf(HONEST))), HONEST.assertionId, provider));
/** One that was changed afterwards. */
const replaced = (changes: (whole: string) => string) => sent(changes(honest()));
const wholeSigned = (it: Fields = HONEST) => signElement(responseOf(it, assertionOf(it)), it.responseId, provider);

/** One line of the corpus: what the document tries, and how it must be refused. */
export type Line = readonly [what: string, refused: SamlFaultCode, make: () => string];

export const HOSTILE: readonly Line[] = [
  // Wrapping: a signed part is moved to where nobody reads it, and another is read in its place.
  [
    'XSW1: a copy of the response, the signed one inside its signature',
    'shape',
    () => {
      const signed = wholeSigned();
      const signature = within(signed, SIGNATURE);
      const inner = signed.replace(signature, '');
      const evil = responseOf({ ...EVIL, responseId: '_evil' }, EVIL_ASSERTION);
      return sent(
        withFirstIssuer(evil, signature.replace('</ds:Signature>', `<ds:Object>${inner}</ds:Object></ds:Signature>`)),
      );
    },
  ],
  [
    'XSW2: a copy of the response, the signed one beside its signature',
    'shape',
    () => {
      const signed = wholeSigned();
      const signature = within(signed, SIGNATURE);
      const evil = responseOf({ ...EVIL, responseId: '_evil' }, EVIL_ASSERTION);
      return sent(withFirstIssuer(evil, signed.replace(signature, '') + signature));
    },
  ],
  [
    'XSW3: a forged assertion before the signed one',
    'shape',
    () => replaced((whole) => whole.replace('<saml:Assertion', `${EVIL_ASSERTION}<saml:Assertion`)),
  ],
  [
    'XSW4: the signed assertion inside a forged one',
    'shape',
    () => {
      const { whole, assertion } = parts();
      return sent(
        whole.replace(assertion, EVIL_ASSERTION.replace('</saml:Assertion>', `${assertion}</saml:Assertion>`)),
      );
    },
  ],
  [
    'XSW5: the signature in a forged assertion, the signed one at the end',
    'shape',
    () => {
      const { whole, assertion, signature, bare } = parts();
      return sent(whole.replace(assertion, withSignature(EVIL_ASSERTION, signature) + bare));
    },
  ],
  [
    'XSW6: the signed assertion inside the signature of a forged one',
    'shape',
    () => {
      const { whole, assertion, signature, bare } = parts();
      return sent(
        whole.replace(
          assertion,
          withSignature(EVIL_ASSERTION, signature.replace('</ds:Signature>', `${bare}</ds:Signature>`)),
        ),
      );
    },
  ],
  [
    'XSW7: the signed assertion among the extensions',
    'shape',
    () => {
      const { whole, assertion } = parts();
      return sent(whole.replace(assertion, `<samlp:Extensions>${assertion}</samlp:Extensions>${EVIL_ASSERTION}`));
    },
  ],
  [
    'XSW8: the signed assertion as an object of the signature',
    'shape',
    () => {
      const { whole, assertion, signature, bare } = parts();
      const object = `<ds:Object>${bare}</ds:Object></ds:Signature>`;
      return sent(
        whole.replace(assertion, withSignature(EVIL_ASSERTION, signature.replace('</ds:Signature>', object))),
      );
    },
  ],
  [
    'a forged assertion of the same identifier',
    'shape',
    () => {
      const { whole, bare, assertion } = parts();
      return sent(whole.replace(assertion, bare.replace('ada@acme.example', 'boss@acme.example') + assertion));
    },
  ],
  [
    'an identifier twice, on another element',
    'shape',
    () => replaced((whole) => whole.replace('<samlp:Status>', `<samlp:Status Id="${HONEST.assertionId}">`)),
  ],
  [
    'two assertions, both signed',
    'shape',
    () => {
      const two = responseOf(HONEST, assertionOf(HONEST) + assertionOf({ ...HONEST, assertionId: '_assertion-0002' }));
      return sent(signElement(signElement(two, HONEST.assertionId, provider), '_assertion-0002', provider));
    },
  ],
  [
    'an assertion of another namespace besides',
    'shape',
    () => replaced((whole) => whole.replace('</samlp:Status>', '</samlp:Status><x:Assertion xmlns:x="urn:x"/>')),
  ],
  [
    'two signatures of the assertion',
    'shape',
    () => {
      const { whole, signature } = parts();
      return sent(whole.replace(signature, signature + signature));
    },
  ],

  // Signatures that prove nothing.
  ['no signature at all', 'unsigned', () => sent(responseOf(HONEST, assertionOf(HONEST)))],
  ['a signed response around an assertion that is not', 'unsigned', () => sent(wholeSigned())],
  [
    'a signature of the response that is wrong, around an assertion that is right',
    'signature',
    () => {
      const signed = signElement(honest(), HONEST.responseId, provider);
      return sent(signed.replace('Version="2.0" IssueInstant', 'Version="2.0" Consent="urn:changed" IssueInstant'));
    },
  ],
  ['words changed after they were signed', 'signature', () => replaced((whole) => whole.replace('>ada<', '>eve<'))],
  [
    'an attribute changed after it was signed',
    'signature',
    () => replaced((whole) => whole.replace('ada@acme.example', 'boss@acme.example')),
  ],
  [
    'a digest made anew, the signature not',
    'signature',
    () => {
      const forged = within(answerOf({ ...HONEST, nameId: 'eve' }, stranger), /<ds:DigestValue>.*?<\/ds:DigestValue>/);
      return replaced((whole) =>
        whole.replace('>ada<', '>eve<').replace(/<ds:DigestValue>.*?<\/ds:DigestValue>/, forged),
      );
    },
  ],
  ['signed by a stranger', 'signature', () => sent(answerOf(HONEST, stranger))],
  [
    'signed by a stranger who says the certificate of the provider',
    'signature',
    () => sent(answerOf(HONEST, stranger, { keyInfo: provider.certificate })),
  ],
  [
    'signed by a stranger whose certificate comes with it',
    'signature',
    () => sent(answerOf(EVIL, stranger, { keyInfo: stranger.certificate })),
  ],
  ['signed by the provider of another client', 'signature', () => sent(answerOf(HONEST, neighbour))],
  ['HMAC with the certificate as its secret', 'weak', () => hmac(provider.certificate)],
  ['HMAC with nothing as its secret', 'weak', () => hmac('')],
  ['RSA with SHA-1', 'weak', () => sent(honest({}, { signature: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1' }))],
  ['a digest by SHA-1', 'weak', () => sent(honest({}, { digest: 'http://www.w3.org/2000/09/xmldsig#sha1' }))],
  [
    'an algorithm that nobody knows',
    'weak',
    () =>
      replaced((whole) => whole.replace(/SignatureMethod Algorithm="[^"]*"/, 'SignatureMethod Algorithm="urn:none"')),
  ],
  [
    'no algorithm',
    'weak',
    () => replaced((whole) => whole.replace(/SignatureMethod Algorithm="[^"]*"/, 'SignatureMethod')),
  ],
  [
    'an algorithm named as what every object has',
    'weak',
    () =>
      replaced((whole) =>
        whole.replace(/SignatureMethod Algorithm="[^"]*"/, 'SignatureMethod Algorithm="constructor"'),
      ),
  ],
  [
    'a transform by XSLT',
    'weak',
    () =>
      replaced((whole) =>
        whole.replace(
          '<ds:Transforms>',
          '<ds:Transforms><ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xslt-19991116"/>',
        ),
      ),
  ],
  [
    'a style sheet inside a transform',
    'shape',
    () =>
      replaced((whole) =>
        whole.replace(
          /<ds:Transform (Algorithm="http:\/\/www.w3.org\/2001\/10\/xml-exc-c14n#")\/>/,
          '<ds:Transform $1><xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="1.0"/></ds:Transform>',
        ),
      ),
  ],
  [
    'a transform by XPath that leaves out what was changed',
    'weak',
    () => replaced((whole) => whole.replace('xmldsig#enveloped-signature', 'xmldsig-filter2')),
  ],
  ['no transforms', 'shape', () => replaced((whole) => whole.replace(/<ds:Transforms>.*?<\/ds:Transforms>/s, ''))],
  [
    'canonical form with comments',
    'weak',
    () =>
      replaced((whole) =>
        whole.replace('xml-exc-c14n#"/><ds:SignatureMethod', 'xml-exc-c14n#WithComments"/><ds:SignatureMethod'),
      ),
  ],
  [
    'a reference to nothing in particular',
    'shape',
    () => replaced((whole) => whole.replace(/Reference URI="[^"]*"/, 'Reference URI=""')),
  ],
  [
    'a reference without an address',
    'shape',
    () => replaced((whole) => whole.replace(/Reference URI="[^"]*"/, 'Reference')),
  ],
  [
    'a reference to a file',
    'shape',
    () => replaced((whole) => whole.replace(/Reference URI="[^"]*"/, 'Reference URI="file:///etc/passwd"')),
  ],
  [
    'a reference by XPointer',
    'shape',
    () => replaced((whole) => whole.replace(/Reference URI="[^"]*"/, 'Reference URI="#xpointer(/)"')),
  ],
  [
    'a reference that breaks out of a query',
    'shape',
    () => replaced((whole) => whole.replace(/Reference URI="[^"]*"/, `Reference URI="#x' or '1'='1"`)),
  ],
  ['two references', 'shape', () => replaced((whole) => whole.replace(/<ds:Reference\b.*?<\/ds:Reference>/s, '$&$&'))],
  [
    'two digests',
    'shape',
    () =>
      replaced((whole) => whole.replace('<ds:DigestValue>', '<ds:DigestValue>AAAA</ds:DigestValue><ds:DigestValue>')),
  ],
  ['two SignedInfo', 'shape', () => replaced((whole) => whole.replace(/<ds:SignedInfo>.*?<\/ds:SignedInfo>/s, '$&$&'))],
  [
    'an empty signature value',
    'signature',
    () =>
      replaced((whole) =>
        whole.replace(/<ds:SignatureValue>.*?<\/ds:SignatureValue>/s, '<ds:SignatureValue></ds:SignatureValue>'),
      ),
  ],
  [
    'a signature of a namespace of its own',
    'shape',
    () => replaced((whole) => whole.replace('xmlns:ds="http://www.w3.org/2000/09/xmldsig#"', 'xmlns:ds="urn:ds"')),
  ],

  // A right signature of the wrong statement.
  ['for another audience', 'audience', () => only({ audience: 'https://other.example' })],
  ['for an audience that only begins alike', 'audience', () => only({ audience: `${HONEST.audience}.evil.example` })],
  [
    'for no audience',
    'audience',
    () => stated((it) => it.replace(/<saml:AudienceRestriction>.*?<\/saml:AudienceRestriction>/s, '')),
  ],
  [
    'for two audiences that must both hold',
    'audience',
    () =>
      stated((it) =>
        it.replace(
          '</saml:Conditions>',
          '<saml:AudienceRestriction><saml:Audience>urn:other</saml:Audience></saml:AudienceRestriction></saml:Conditions>',
        ),
      ),
  ],
  [
    'for another recipient',
    'destination',
    () => only({ recipient: 'https://desk.example/api/v1/portal/sign-in/saml/p2/acs' }),
  ],
  [
    'for another destination',
    'destination',
    () => only({ acs: 'https://desk.example/api/v1/portal/sign-in/saml/p2/acs' }),
  ],
  ['for no destination', 'destination', () => replaced((whole) => whole.replace(/ Destination="[^"]*"/, ''))],
  ['by another issuer', 'issuer', () => only({ issuer: 'https://idp.example/other' })],
  [
    'by another issuer than the response says',
    'issuer',
    () => replaced((whole) => whole.replace(HONEST.issuer, 'https://idp.example/other')),
  ],
  ['to another request', 'other_request', () => only({ requestId: '_another', confirmedRequest: '_another' })],
  [
    'to another request, in the part that is signed alone',
    'other_request',
    () => only({ confirmedRequest: '_another' }),
  ],
  [
    'to no request (begun at the provider)',
    'unasked',
    () =>
      sent(
        signElement(
          responseOf(HONEST, assertionOf(HONEST).replace(/ InResponseTo="[^"]*"/, '')).replace(
            / InResponseTo="[^"]*"/,
            '',
          ),
          HONEST.assertionId,
          provider,
        ),
      ),
  ],
  [
    'to no request, in the part that is signed',
    'unasked',
    () => stated((it) => it.replace(/ InResponseTo="[^"]*"/, '')),
  ],
  ['that has ended', 'expired', () => only({ notOnOrAfter: -130 })],
  ['that was made an hour ago, and is good for a day', 'expired', () => only({ issued: -3600, notOnOrAfter: 86_400 })],
  ['that is not valid yet', 'early', () => only({ notBefore: 200 })],
  ['that was made in the future', 'early', () => only({ issued: 600, notOnOrAfter: 900 })],
  [
    'without an end',
    'shape',
    () => stated((it) => it.replace(/(<saml:SubjectConfirmationData [^>]*?) NotOnOrAfter="[^"]*"/, '$1')),
  ],
  ['whose times are no times', 'shape', () => stated((it) => it.replace(/NotBefore="[^"]*"/, 'NotBefore="yesterday"'))],
  ['without conditions', 'shape', () => stated((it) => it.replace(/<saml:Conditions.*?<\/saml:Conditions>/s, ''))],
  [
    'with a condition that nobody understands',
    'shape',
    () => stated((it) => it.replace('</saml:Conditions>', '<saml:Condition/></saml:Conditions>')),
  ],
  [
    'without anybody to bring it',
    'shape',
    () => stated((it) => it.replace(/<saml:SubjectConfirmation .*?<\/saml:SubjectConfirmation>/s, '')),
  ],
  ['for the holder of a key', 'shape', () => stated((it) => it.replace('cm:bearer', 'cm:holder-of-key'))],
  ['about nobody', 'shape', () => stated((it) => it.replace(/<saml:Subject>.*?<\/saml:Subject>/s, ''))],
  ['about somebody without a name', 'subject', () => only({ nameId: '' })],
  [
    'about two people',
    'subject',
    () =>
      stated((it) =>
        it.replace('<saml:SubjectConfirmation ', '<saml:NameID>eve</saml:NameID><saml:SubjectConfirmation '),
      ),
  ],
  ['a name with an element in it', 'subject', () => only({ nameId: 'boss<x:x xmlns:x="urn:x"/>@acme.example' })],
  [
    'that nobody signed in',
    'shape',
    () => stated((it) => it.replace(/<saml:AuthnStatement.*?<\/saml:AuthnStatement>/s, '')),
  ],
  ['of SAML 1.1', 'shape', () => stated((it) => it.replace('Version="2.0"', 'Version="1.1"'))],
  ['that signing in failed, with an assertion nevertheless', 'status', () => only({ status: 'Responder' })],
  ['that signing in failed', 'status', () => sent(responseOf({ ...HONEST, status: 'Requester' }, ''))],
  ['without a status', 'shape', () => replaced((whole) => whole.replace(/<samlp:Status>.*?<\/samlp:Status>/s, ''))],
  ['without an assertion', 'shape', () => sent(responseOf(HONEST, ''))],
  [
    'encrypted',
    'encrypted',
    () => sent(responseOf(HONEST, '<saml:EncryptedAssertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"/>')),
  ],
  ['an assertion alone', 'shape', () => sent(signElement(assertionOf(HONEST), HONEST.assertionId, provider))],
  [
    'a request to sign out',
    'shape',
    () => sent('<samlp:LogoutRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_1"/>'),
  ],

  // Parsers.
  ['a comment that cuts the name', 'markup', () => replaced((whole) => whole.replace('>ada<', '>boss<!-- -->.ada<'))],
  ['a comment that was signed', 'markup', () => only({ nameId: 'boss@acme.example<!---->.evil.example' })],
  ['CDATA', 'markup', () => only({ nameId: '<![CDATA[boss]]>' })],
  ['an instruction', 'markup', () => replaced((whole) => whole.replace('<samlp:Status>', '<?php x?><samlp:Status>'))],
  ['a document type', 'markup', () => replaced((whole) => `<!DOCTYPE Response>${whole}`)],
  [
    'an entity',
    'markup',
    () => replaced((whole) => `<!DOCTYPE r [<!ENTITY e "boss">]>${whole.replace('>ada<', '>&e;<')}`),
  ],
  ['an entity of nowhere', 'markup', () => replaced((whole) => whole.replace('>ada<', '>&boss;<'))],
  [
    'an entity of a file',
    'markup',
    () => replaced((whole) => `<!DOCTYPE r [<!ENTITY e SYSTEM "file:///etc/passwd">]>${whole}`),
  ],
  [
    'an entity of another host',
    'markup',
    () => replaced((whole) => `<!DOCTYPE r SYSTEM "http://127.0.0.1:1/x.dtd">${whole}`),
  ],
  [
    'a billion laughs',
    'markup',
    () => {
      const laughs = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('');
      return replaced((whole) => `<!DOCTYPE r [<!ENTITY l0 "ha">${laughs}]>${whole.replace('>ada<', '>&l9;<')}`);
    },
  ],
  [
    'XInclude',
    'markup',
    () =>
      replaced((whole) =>
        whole.replace(
          '<samlp:Status>',
          '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/><samlp:Status>',
        ),
      ),
  ],
  [
    'a style sheet for the document',
    'markup',
    () => replaced((whole) => `<?xml-stylesheet href="http://127.0.0.1:1/"?>${whole}`),
  ],
  ['UTF-16', 'unreadable', () => sent(Buffer.from(`\ufeff${honest()}`, 'utf16le'))],
  ['UTF-16 without a mark', 'unreadable', () => sent(Buffer.from(honest(), 'utf16le'))],
  ['a mark of UTF-8', 'unreadable', () => replaced((whole) => `\ufeff${whole}`)],
  ['UTF-7', 'markup', () => replaced((whole) => `<?xml version="1.0" encoding="UTF-7"?>${whole}`)],
  ['UTF-7 from the first letter on', 'unreadable', () => sent('+ADw-samlp:Response/+AD4-')],
  [
    'letters that are too long',
    'unreadable',
    () => sent(Buffer.concat([Buffer.from(honest()), Buffer.from([0xc0, 0xbc])])),
  ],
  ['a NUL in the name', 'unreadable', () => only({ nameId: 'boss@acme.example\0.evil.example' })],
  ['a NUL by its number in the name', 'unreadable', () => replaced((whole) => whole.replace('>ada<', '>boss&#0;ada<'))],
  ['XML 1.1', 'markup', () => replaced((whole) => `<?xml version="1.1"?>${whole}`)],
  ['two documents', 'unreadable', () => sent(honest() + honest({ assertionId: '_assertion-0002' }))],
  ['words after the end', 'unreadable', () => sent(`${honest()}<`)],
  [
    'nested 10,000 deep',
    'unreadable',
    () =>
      replaced((whole) =>
        whole.replace('<samlp:Status>', `${'<x>'.repeat(10_000)}${'</x>'.repeat(10_000)}<samlp:Status>`),
      ),
  ],
  [
    '10,000 elements',
    'unreadable',
    () => replaced((whole) => whole.replace('<samlp:Status>', `${'<x/>'.repeat(10_000)}<samlp:Status>`)),
  ],
  ['huge', 'unreadable', () => only({ nameId: 'a'.repeat(400_000) })],
  ['quotes without an end', 'unreadable', () => sent(`<samlp:Response ${'a="'.repeat(40_000)}`)],
  [
    'an attribute twice',
    'unreadable',
    () => replaced((whole) => whole.replace(' Version="2.0"', ' Version="2.0" Version="2.0"')),
  ],
  [
    'tags that do not match',
    'unreadable',
    () => replaced((whole) => whole.replace('</samlp:Status>', '</samlp:Other>')),
  ],
  [
    'a prefix that nobody declared',
    'shape',
    () => sent(honest().replace(' xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"', '')),
  ],
  ['HTML', 'unreadable', () => sent('<p>Sorry<br></p>')],
  ['nothing', 'unreadable', () => ''],
  ['no base64', 'unreadable', () => honest()],
];

function withFirstIssuer(xml: string, after: string): string {
  return xml.replace('</saml:Issuer>', `</saml:Issuer>${after}`);
}

/** An answer whose signature needs no key but what everybody knows. */
function hmac(secret: string): string {
  const HMAC = 'http://www.w3.org/2000/09/xmldsig#hmac-sha1';
  const signer = new SignedXml({
    privateKey: secret || 'x',
    signatureAlgorithm: HMAC,
    canonicalizationAlgorithm: 'http://www.w3.org/2001/10/xml-exc-c14n#',
  });
  signer.enableHMAC();
  const transforms = [
    'http://www.w3.org/2000/09/xmldsig#enveloped-signature',
    'http://www.w3.org/2001/10/xml-exc-c14n#',
  ];
  const xpath = `//*[@ID='${EVIL.assertionId}']`;
  signer.addReference({ xpath, transforms, digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha256' });
  const location = { reference: `${xpath}/*[local-name()='Issuer']`, action: 'after' } as const;
  signer.computeSignature(responseOf(EVIL, EVIL_ASSERTION), { prefix: 'ds', location });
  const xml = signer.getSignedXml();
  if (secret !== '') return sent(xml);
  const info = within(xml, /<ds:SignedInfo>.*?<\/ds:SignedInfo>/s);
  const value = createHmac('sha1', '').update(info).digest('base64');
  return sent(xml.replace(/(<ds:SignatureValue>).*?</s, `$1${value}<`));
}

const named = (xml: string, names: Record<string, string>) =>
  Object.entries(names).reduce((text, [from, to]) => text.replaceAll(from, to), xml);

/** Right answers as providers write them: prefixes, what is signed, where namespaces stand, what names people. */
export const GOOD: readonly (readonly [provider: string, make: () => string])[] = [
  [
    'Entra ID: the assertion signed, in default namespaces',
    () => {
      const it = { ...HONEST, format: FORMAT.email, nameId: 'ada@acme.example', attributes: ENTRA };
      const plain = named(responseOf(it, assertionOf(it)), { '<saml:': '<', '</saml:': '</', 'xmlns:saml=': 'xmlns=' });
      return sent(signElement(plain, it.assertionId, provider, { prefix: '' }));
    },
  ],
  [
    'Okta: both signed, saml2 and saml2p, after a declaration',
    () => {
      const it = {
        ...HONEST,
        format: FORMAT.unspecified,
        nameId: 'ada@acme.example',
        attributes: { email: 'ada@acme.example', firstName: 'Ada', lastName: 'Adams' },
      };
      const plain = named(responseOf(it, assertionOf(it)), {
        'saml:': 'saml2:',
        'xmlns:saml=': 'xmlns:saml2=',
        'samlp:': 'saml2p:',
        'xmlns:samlp=': 'xmlns:saml2p=',
      });
      return sent(
        `<?xml version="1.0" encoding="UTF-8"?>${signElement(signElement(plain, it.assertionId, provider), it.responseId, provider)}`,
      );
    },
  ],
  [
    'Google: the assertion signed, the name an address, nothing else said',
    () => {
      const it = { ...HONEST, format: FORMAT.email, nameId: 'ada@acme.example', attributes: {} };
      return sent(`<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n${answerOf(it, provider)}`);
    },
  ],
  [
    'ADFS: the assertion signed, claims by their addresses, RSA with SHA-512, broken lines',
    () => {
      const it = {
        ...HONEST,
        format: FORMAT.persistent,
        attributes: { [`${CLAIM}emailaddress`]: 'ada@acme.example', [`${CLAIM}name`]: 'Ada Adams' },
      };
      const how = {
        signature: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512',
        digest: 'http://www.w3.org/2001/04/xmlenc#sha512',
        prefix: '',
      };
      return sent(answerOf(it, provider, how)).replace(/.{76}/g, '$&\r\n');
    },
  ],
  [
    'Keycloak: both signed, dsig as the prefix, roles besides',
    () => {
      const it = {
        ...HONEST,
        nameId: 'G-5b8a3c1e-0000-4000-8000-000000000001',
        attributes: { email: 'ada@acme.example', Role: 'default-roles-acme' },
      };
      const how = { prefix: 'dsig' };
      return sent(signElement(answerOf(it, provider, how), it.responseId, provider, how));
    },
  ],
  ['signed with the certificate of next year', () => sent(answerOf(HONEST, next))],
  ['from a clock that runs a minute and a half late', () => only({ issued: -100, notBefore: -100, notOnOrAfter: -90 })],
  ['from a clock that runs a minute and a half early', () => only({ issued: 90, notBefore: 90, notOnOrAfter: 300 })],
];
const CLAIM = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/';
const ENTRA = {
  'http://schemas.microsoft.com/identity/claims/tenantid': '11111111-2222-3333-4444-555555555555',
  'http://schemas.microsoft.com/identity/claims/objectidentifier': 'aaaaaaaa-2222-3333-4444-555555555555',
  [`${CLAIM}emailaddress`]: 'ada@acme.example',
  [`${CLAIM}name`]: 'ada@acme.example',
};
