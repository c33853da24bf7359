import { type Believed, countingEmail, type Who } from '../who.ts';
import type { Said } from './assertion.ts';
import { SamlFault } from './fault.ts';

const XMLSOAP = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/';
const MICROSOFT = 'http://schemas.microsoft.com/identity/claims/';
const NAME_ID = 'urn:oasis:names:tc:SAML:2.0:nameid-format:';
const EMAIL_FORMAT = 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress';

/** By which names providers say an address, the surest first. */
const EMAIL = ['email', 'mail', 'emailaddress', `${XMLSOAP}emailaddress`, 'urn:oid:0.9.2342.19200300.100.1.3'];
const FULL_NAME = [
  'displayname',
  'cn',
  'name',
  `${MICROSOFT}displayname`,
  `${XMLSOAP}name`,
  'urn:oid:2.16.840.1.113730.3.1.241',
];
const GIVEN = ['firstname', 'givenname', `${XMLSOAP}givenname`, 'urn:oid:2.5.4.42'];
const FAMILY = ['lastname', 'surname', 'sn', `${XMLSOAP}surname`, 'urn:oid:2.5.4.4'];
/** A tenant of Entra ID by its id. */
const ENTRA = /^https:\/\/sts\.(?:windows\.net|microsoftonline\.us|chinacloudapi\.cn)\/([0-9a-f-]{36})\/$/;

/**
 * Who somebody is by what never changes, and their address if it counts. At Entra ID the object id within the tenant of the issuer; elsewhere
 * the name id, which must not be made up for one session. An address counts if one alone is said, of a domain that was named, and the
 * provider is believed. Throws `subject`.
 */
export function whoSaid(believed: Believed & { issuer: string }, said: Said): Who {
  const one = (names: readonly string[]): string => {
    for (const name of names) {
      const values =
        Object.entries(said.attributes).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1] ?? [];
      if (values.length > 0) return values.length === 1 ? (values[0] ?? '') : '';
    }
    return '';
  };
  const email = one(EMAIL) || (said.nameId.includes('@') ? said.nameId : '');
  const full = one(FULL_NAME);
  const name = (full.includes('@') ? '' : full) || [one(GIVEN), one(FAMILY)].filter(Boolean).join(' ');
  return {
    subject: subjectOf(believed.issuer, said, one),
    name,
    email: countingEmail(believed, email, believed.trusts_email),
  };
}

function subjectOf(issuer: string, { nameId, nameIdFormat }: Said, one: (names: readonly string[]) => string): string {
  const tenant = ENTRA.exec(issuer)?.[1];
  const object = one([`${MICROSOFT}objectidentifier`]);
  if (tenant !== undefined && object !== '') {
    if (one([`${MICROSOFT}tenantid`]) !== tenant) throw new SamlFault('subject', 'of another tenant');
    return `oid ${object}`;
  }
  if (nameIdFormat === `${NAME_ID}transient`) throw new SamlFault('subject', 'a transient name id');
  if (nameId.length > 400) throw new SamlFault('subject', 'too long');
  return `nameid ${nameIdFormat === EMAIL_FORMAT ? nameId.toLowerCase() : nameId}`;
}
