import { KNOWN_INSTANT, ONE_LINE } from '#shared/http.ts';
import { SIGNED_NAME } from '#shared/signature.ts';

/**
 * What each pattern of the schemas allows, in words; completes "must …". A test finds a pattern that has none. Patterns and not
 * fields, because one form (a time of day, a key) means the same wherever it is asked for.
 */
export const PATTERN_WORDS: Readonly<Record<string, string>> = {
  '^(https?://.+)?$': 'be an address that begins with https:// or http://, or empty',
  '^(incident|request|problem|change|task)(\\.[a-z][a-z0-9_]{0,39})?$':
    'name a kind of ticket, or a variant of one such as change.standard',
  '\\S': 'not be blank',
  [KNOWN_INSTANT]: 'be a date and time of the years 1 to 9998, with no leap second',
  [ONE_LINE]: 'be one line, not blank, without control characters and marks that turn the direction of writing',
  [SIGNED_NAME]: 'hold letters, as a name does, in one line',
  [`^$|${ONE_LINE}`]: 'be empty or one line without control characters and marks that turn the direction of writing',
  '^#[0-9a-f]{6}$': 'be a colour of "#" and six small hexadecimal digits, such as #0b6b77',
  '^[^\\s,][^,]*$': 'begin with a letter, digit or sign and have no comma',
  '^[a-z][a-z0-9_]{0,39}$': 'be 1 to 40 small letters, digits and "_", beginning with a letter',
  '^[a-z][A-Za-z0-9_]{0,39}$': 'be 1 to 40 letters, digits and "_", beginning with a small letter',
  '^[a-z][a-z0-9_-]{1,39}$': 'be 2 to 40 small letters, digits, "-" and "_", beginning with a letter',
  '^[a-z][a-z0-9-]{1,30}$': 'be 2 to 31 small letters, digits and "-", beginning with a letter',
  '^([a-z0-9][a-z0-9_-]{0,39})?$': 'be empty or up to 40 small letters, digits, "-" and "_"',
  '^(\\*|[a-z][a-z0-9_]{0,39})$': 'be the key of a status, or "*" for all of them',
  '^(me|none|[0-9a-f-]{36})$': 'be an id, "me" or "none"',
  '^(everybody|[0-9a-f-]{36})$': 'be an id or "everybody"',
  '^(mine|none|[0-9a-f-]{36})$': 'be an id, "mine" or "none"',
  '^[a-z][a-z0-9_]*:.*$': 'be the key of a field, a colon and a value, such as "floor:3"',
  '^[a-z][A-Za-z_]{0,39}$': 'be the name of a column: up to 40 letters and "_", beginning with a small one',
  '^[a-z][a-z_.]{0,59}$': 'be a kind of event: up to 60 small letters, "_" and "."',
  '^([01]\\d|2[0-3]):[0-5]\\d$': 'be a time of day from 00:00 to 23:59, such as 09:30',
  '^([01][0-9]|2[0-4]):[0-5][0-9]$': 'be a time of day from 00:00 to 24:00, such as 09:30',
  '^\\d{4}-\\d{2}-\\d{2}$': 'be a date such as 2026-01-31',
  '^[A-Z][A-Z0-9]{1,9}$': 'be 2 to 10 capital letters and digits, beginning with a letter, such as ACME',
  '^[A-Za-z][A-Za-z0-9._-]*$': 'be letters, digits, ".", "_" and "-", beginning with a letter',
  '^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$': 'be an address or a network, such as 203.0.113.0/24',
  "^[A-Za-z0-9!#$%&'*+.^_`|~-]*$": 'be the name of a header, such as X-Signature, or empty',
  '^[a-z]{2}(-[A-Z]{2})?$': 'be a language such as "en" or "en-AU"',
  '^([A-Z]{2})?$': 'be a country of two capital letters, such as AU, or empty',
  '^([1-9][0-9]{0,8}|draft)$': 'be the number of a version, or "draft"',
  '^-?\\d{1,8}(\\.\\d{1,4})?$': 'be an amount such as 180.00, with up to four digits behind the point',
  '^\\d{1,8}(\\.\\d{1,4})?$': 'be a number from 0 such as 2.5, with up to four digits behind the point',
  '^\\d(\\.\\d{1,4})?$': 'be a number from 0 to 9.9999, such as 1.5',
  '^[A-Z0-9-]{0,10}$': 'be up to 10 capital letters, digits and "-", such as INV-',
  '^[A-Z]{3}$': 'be a currency of three capital letters, such as AUD',
  '^[a-z][a-z0-9 _-]*$': 'be small letters, digits, blanks, "-" and "_", beginning with a letter',
  '^[0-9]{6}$': 'be six digits',
  '^[A-Za-z0-9_-]*$': 'be Base64url: letters, digits, "-" and "_" only',
  '^[a-z0-9-]+(\\.[a-z0-9-]+)+$': 'be a domain in small letters, such as example.com',
  '^([A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|[0-9a-fA-F:.]+)$':
    'be the name or address of a server, such as smtp.example.com',
  "^[A-Za-z0-9.!#$%&'*+/=?^_{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$":
    'be an e-mail address such as desk@example.com',
  "^$|^[A-Za-z0-9.!#$%&'*+/=?^_{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$":
    'be empty or an e-mail address such as desk@example.com',
  '^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?\\.[A-Za-z]{2,}$': 'be a domain such as example.com',
  '^fettle-[0-9a-f]{8}$': 'be the selector of a key, such as fettle-0a1b2c3d',
  '^(none|mine|[0-9a-f-]{36})$': 'be the id of a team, "mine" or "none"',
  '^(service_hours|always|[0-9a-f-]{36})$': 'be "service_hours", "always" or the id of a calendar',
  '^(first_response|next_update|resolution|vendor|ola:[0-9a-f-]{36})$':
    'be first_response, next_update, resolution, vendor, or ola: and the id of a team',
};
