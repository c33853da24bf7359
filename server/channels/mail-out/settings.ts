import Type from 'typebox';
import { defineSetting } from '#platform/settings/index.ts';
import { ONE_LINE } from '#shared/http.ts';

const LONGEST_DELAY_S = 600;

/** Whether a client's people are written to, from whom, and how long an answer can still be taken back. */
export const MAIL_TO_CLIENTS = defineSetting({
  key: 'mail.toClients',
  title: 'Mail to clients',
  help: 'Whether answers go to a client’s people by mail, under which name and address, and for how many seconds an answer waits before it is sent. Empty: as for sending mail in general.',
  levels: ['provider', 'group', 'client'],
  schema: Type.Object({
    active: Type.Boolean(),
    fromName: Type.String({ maxLength: 120, pattern: `^$|${ONE_LINE}` }),
    fromAddress: Type.String({
      maxLength: 254,
      pattern: "^$|^[A-Za-z0-9.!#$%&'*+/=?^_{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$",
    }),
    delaySeconds: Type.Integer({ minimum: 0, maximum: LONGEST_DELAY_S }),
  }),
  default: { active: true, fromName: '', fromAddress: '', delaySeconds: 30 },
});

/** Whether a client's people are told that a ticket is resolved when nobody says so. */
export const MAIL_RESOLVED = defineSetting({
  key: 'mail.resolved',
  title: 'Mail when a ticket is resolved',
  help: 'Whether whoever asked, and whoever follows, gets a mail when a ticket is resolved without an answer. An answer that resolves it says so itself.',
  levels: ['provider', 'group', 'client'],
  schema: Type.Object({ active: Type.Boolean({ description: 'They get a mail' }) }),
  default: { active: true },
});
