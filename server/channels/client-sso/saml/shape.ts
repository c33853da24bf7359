import { SamlFault } from './fault.ts';
import { childrenOf, everyElement, NS } from './xml.ts';

/** Where what counts stands in an answer. */
export type Shape = { response: Element; assertion: Element; responseSigned: boolean };

const SUCCESS = 'urn:oasis:names:tc:SAML:2.0:status:Success';
const RSA = new Set([
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512',
  'http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1',
]);
const DIGESTS = new Set(['http://www.w3.org/2001/04/xmlenc#sha256', 'http://www.w3.org/2001/04/xmlenc#sha512']);
const ENVELOPED = `${NS.signature}enveloped-signature`;
/** What may stand in a signature, outside of what it says of its key: that is not read, but may hide nothing either. */
const IN_SIGNATURE = new Set(
  `Signature SignedInfo CanonicalizationMethod SignatureMethod Reference Transforms Transform DigestMethod DigestValue SignatureValue
  InclusiveNamespaces KeyInfo KeyName KeyValue RSAKeyValue Modulus Exponent X509Data X509Certificate X509IssuerSerial X509IssuerName
  X509SerialNumber X509SubjectName X509SKI`.split(/\s+/),
);
const IDS = new Set(['id', 'assertionid', 'responseid', 'xml:id']);

/**
 * The one way in which an answer may be built, whatever its signatures say: one response to a success with one assertion right below it,
 * no identifier twice, and a signature only of the response or the assertion, right below what it names, by algorithms that are safe.
 * Wrapping needs more than that. Throws a fault that says what is there besides.
 */
export function shapeOf(document: Document): Shape {
  const response = document.documentElement;
  if (response.namespaceURI !== NS.protocol || response.localName !== 'Response')
    throw new SamlFault('shape', `begins with ${response.nodeName}`);
  succeeded(response);
  const all = [...everyElement(response)];
  if (all.some(({ localName }) => /^Encrypted(?:Assertion|ID|Attribute)$/.test(localName)))
    throw new SamlFault('encrypted');
  if (all.some(({ namespaceURI }) => namespaceURI === 'http://www.w3.org/2001/XInclude'))
    throw new SamlFault('markup', 'XInclude');
  for (const child of childrenOf(response))
    if (!['Issuer', 'Signature', 'Extensions', 'Status', 'Assertion'].includes(child.localName))
      throw new SamlFault('shape', `${child.nodeName} in the response`);
  const named = (name: string) => all.filter(({ localName }) => localName === name);
  if (named('Response').length !== 1) throw new SamlFault('shape', 'a response within a response');
  const [assertion, ...more] = named('Assertion');
  if (!assertion || more.length > 0) throw new SamlFault('shape', `${more.length + (assertion ? 1 : 0)} assertions`);
  if (assertion.namespaceURI !== NS.assertion || assertion.parentNode !== response)
    throw new SamlFault('shape', 'the assertion is hidden in something else');
  uniqueIds(all);
  let responseSigned = false;
  let signed = false;
  for (const signature of named('Signature')) {
    const { parentNode } = signature;
    if (parentNode !== response && parentNode !== assertion)
      throw new SamlFault('shape', 'a signature of something else');
    if (parentNode === response ? responseSigned : signed) throw new SamlFault('shape', 'two signatures of one thing');
    if (parentNode === response) responseSigned = true;
    else signed = true;
    checkSignature(signature, parentNode as Element);
  }
  if (!signed) throw new SamlFault('unsigned');
  return { response, assertion, responseSigned };
}

function succeeded(response: Element): void {
  const [status, ...more] = childrenOf(response, NS.protocol, 'Status');
  const [code] = status ? childrenOf(status, NS.protocol, 'StatusCode') : [];
  if (!status || !code || more.length > 0) throw new SamlFault('shape', 'no status');
  if (code.getAttribute('Value') === SUCCESS) return;
  const [inner] = childrenOf(code, NS.protocol, 'StatusCode');
  const [message] = childrenOf(status, NS.protocol, 'StatusMessage');
  const words = [code, inner].map((one) => one?.getAttribute('Value')?.split(':').at(-1));
  throw new SamlFault('status', [...words, message?.textContent?.trim()].filter(Boolean).join(', '));
}

function uniqueIds(all: readonly Element[]): void {
  const seen = new Set<string>();
  for (const { attributes } of all)
    for (const { name, value } of Array.from(attributes)) {
      if (!IDS.has(name.toLowerCase())) continue;
      if (seen.has(value)) throw new SamlFault('shape', 'an identifier twice');
      seen.add(value);
    }
}

function checkSignature(signature: Element, signs: Element): void {
  if (signature.namespaceURI !== NS.signature) throw new SamlFault('shape', 'a signature of another kind');
  const inside = [...everyElement(signature)];
  const strange = inside.find(({ localName }) => !IN_SIGNATURE.has(localName));
  if (strange) throw new SamlFault('shape', `${strange.nodeName} in the signature`);
  const one = (name: string): Element => {
    const [found, ...more] = inside.filter(({ localName }) => localName === name);
    if (!found || more.length > 0)
      throw new SamlFault('shape', `${more.length + (found ? 1 : 0)} ${name} in the signature`);
    return found;
  };
  const algorithm = (element: Element) => element.getAttribute('Algorithm') ?? '';
  const known = (name: string, allowed: ReadonlySet<string>) => {
    const used = algorithm(one(name));
    if (!allowed.has(used)) throw new SamlFault('weak', used);
  };
  one('SignedInfo');
  for (const name of ['SignatureValue', 'DigestValue', 'Transforms']) one(name);
  known('SignatureMethod', RSA);
  known('DigestMethod', DIGESTS);
  if (algorithm(one('CanonicalizationMethod')) !== NS.canon)
    throw new SamlFault('weak', algorithm(one('CanonicalizationMethod')));
  const id = signs.getAttribute('ID');
  if (!id || one('Reference').getAttribute('URI') !== `#${id}`)
    throw new SamlFault('shape', 'a signature of something else');
  const transforms = inside.filter(({ localName }) => localName === 'Transform').map(algorithm);
  if (transforms.length !== 2 || transforms[0] !== ENVELOPED || transforms[1] !== NS.canon)
    throw new SamlFault('weak', transforms.join(' ') || 'no transforms');
}
