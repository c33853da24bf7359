import { SamlFault } from './fault.ts';
import { childrenOf, NS, plainText } from './xml.ts';

/** What an answer must be about. `acs`: the address it came to. `now` in milliseconds since 1970. */
export type Expected = { issuer: string; entityId: string; acs: string; requestId: string; now: number };

/** What a provider said of somebody. `until` in milliseconds since 1970: from then on nobody takes it for true. */
export type Said = {
  id: string;
  until: number;
  nameId: string;
  nameIdFormat: string;
  attributes: Readonly<Record<string, readonly string[]>>;
};

/** Milliseconds by which the clocks of two servers may differ. */
export const SKEW_MS = 120_000;
/** Milliseconds between making a statement and showing it here. */
const MOST_AGE_MS = 10 * 60_000;
const BEARER = 'urn:oasis:names:tc:SAML:2.0:cm:bearer';

/**
 * Whether a response belongs to the request that somebody here made. It may be unsigned: what it says is asked again of the assertion.
 */
export function checkResponse(response: Element, expected: Expected): void {
  checkVersion(response);
  const to = response.getAttribute('Destination') ?? '';
  if (to !== expected.acs) throw new SamlFault('destination', to);
  const answers = response.getAttribute('InResponseTo') ?? '';
  if (answers === '') throw new SamlFault('unasked');
  if (answers !== expected.requestId) throw new SamlFault('other_request');
  for (const issuer of childrenOf(response, NS.assertion, 'Issuer')) checkIssuer(issuer, expected);
}

/** Reads an assertion, if it says of one person that they may enter here, by this answer, now. Throws a fault that says why not. */
export function readAssertion(assertion: Element, expected: Expected): Said {
  checkVersion(assertion);
  const id = assertion.getAttribute('ID') ?? '';
  if (!/^[A-Za-z_][\w.-]{7,255}$/.test(id)) throw new SamlFault('shape', 'no identifier');
  checkIssuer(one(assertion, 'Issuer'), expected);
  const made = instant(assertion, 'IssueInstant');
  if (made === null) throw new SamlFault('shape', 'no time of issue');
  if (made > expected.now + SKEW_MS) throw new SamlFault('early', String(assertion.getAttribute('IssueInstant')));
  if (made < expected.now - SKEW_MS - MOST_AGE_MS)
    throw new SamlFault('expired', String(assertion.getAttribute('IssueInstant')));
  const subject = one(assertion, 'Subject');
  const until = confirm(subject, expected);
  checkConditions(one(assertion, 'Conditions'), expected);
  const statements = childrenOf(assertion, NS.assertion, 'AuthnStatement');
  if (statements.length === 0) throw new SamlFault('shape', 'nobody signed in');
  for (const statement of statements) {
    const ends = instant(statement, 'SessionNotOnOrAfter');
    if (ends !== null && ends + SKEW_MS <= expected.now) throw new SamlFault('expired');
  }
  const name = one(subject, 'NameID');
  const nameId = plainText(name);
  if (nameId === null || nameId === '') throw new SamlFault('subject');
  return {
    id,
    until: Math.min(until, made + MOST_AGE_MS) + SKEW_MS,
    nameId,
    nameIdFormat: name.getAttribute('Format') ?? '',
    attributes: attributesOf(assertion),
  };
}

function checkVersion(element: Element): void {
  if (element.getAttribute('Version') !== '2.0') throw new SamlFault('shape', 'not SAML 2.0');
}

function checkIssuer(issuer: Element, expected: Expected): void {
  const named = plainText(issuer) ?? '';
  if (named !== expected.issuer) throw new SamlFault('issuer', named);
}

function one(parent: Element, name: string): Element {
  const [found, ...more] = childrenOf(parent, NS.assertion, name);
  if (!found || more.length > 0)
    throw new SamlFault(name === 'NameID' ? 'subject' : 'shape', `${more.length + (found ? 1 : 0)} ${name}`);
  return found;
}

/** A time as milliseconds since 1970, null where there is none. */
function instant(element: Element, name: string): number | null {
  const text = element.getAttribute(name);
  if (text === null || text === '') return null;
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/.test(text)
    ? Date.parse(text)
    : Number.NaN;
  if (Number.isNaN(time)) throw new SamlFault('shape', `${name} ${text}`);
  return time;
}

function inTime(element: Element, now: number): void {
  const from = instant(element, 'NotBefore');
  const until = instant(element, 'NotOnOrAfter');
  if (from !== null && now + SKEW_MS < from) throw new SamlFault('early', String(element.getAttribute('NotBefore')));
  if (until !== null && now - SKEW_MS >= until)
    throw new SamlFault('expired', String(element.getAttribute('NotOnOrAfter')));
}

/** Until when one of the ways in which whoever brings the statement proves to be meant by it holds. */
function confirm(subject: Element, expected: Expected): number {
  let fault = new SamlFault('shape', 'nothing says who may bring this answer');
  for (const way of childrenOf(subject, NS.assertion, 'SubjectConfirmation')) {
    if (way.getAttribute('Method') !== BEARER) continue;
    try {
      const data = one(way, 'SubjectConfirmationData');
      const to = data.getAttribute('Recipient') ?? '';
      if (to !== expected.acs) throw new SamlFault('destination', to);
      const answers = data.getAttribute('InResponseTo') ?? '';
      if (answers === '') throw new SamlFault('unasked');
      if (answers !== expected.requestId) throw new SamlFault('other_request');
      const until = instant(data, 'NotOnOrAfter');
      if (until === null) throw new SamlFault('shape', 'no end of validity');
      inTime(data, expected.now);
      return until;
    } catch (error) {
      if (!(error instanceof SamlFault)) throw error;
      fault = error;
    }
  }
  throw fault;
}

function checkConditions(conditions: Element, expected: Expected): void {
  inTime(conditions, expected.now);
  const audiences = childrenOf(conditions, NS.assertion, 'AudienceRestriction');
  if (audiences.length === 0) throw new SamlFault('audience', 'none named');
  for (const restriction of audiences) {
    const named = childrenOf(restriction, NS.assertion, 'Audience').map(plainText);
    if (!named.includes(expected.entityId)) throw new SamlFault('audience', named.join(', '));
  }
  for (const { localName, nodeName } of childrenOf(conditions))
    if (!['AudienceRestriction', 'OneTimeUse', 'ProxyRestriction'].includes(localName))
      throw new SamlFault('shape', `the condition ${nodeName}`);
}

function attributesOf(assertion: Element): Said['attributes'] {
  const said = new Map<string, string[]>();
  for (const statement of childrenOf(assertion, NS.assertion, 'AttributeStatement'))
    for (const attribute of childrenOf(statement, NS.assertion, 'Attribute')) {
      const name = attribute.getAttribute('Name') ?? '';
      const values = childrenOf(attribute, NS.assertion, 'AttributeValue').map(plainText);
      said.set(name, [
        ...(said.get(name) ?? []),
        ...values.filter((value) => value !== null && value !== ''),
      ] as string[]);
    }
  return Object.fromEntries(said);
}
