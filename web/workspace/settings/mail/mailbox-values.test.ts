import { expect, test } from 'vitest';
import type { MailboxView } from '#shared/mail.ts';
import { mailboxValues, NEW_MAILBOX, toPut } from './mailbox-values.ts';

const oauth = {
  ...{
    provider: 'microsoft' as const,
    grant: 'app' as const,
    clientId: 'app',
    scope: 's',
    connectedAt: null,
    secretEndsOn: null,
  },
  authorizeUrl: 'https://login.microsoftonline.com/harbour.example/oauth2/v2.0/authorize',
  tokenUrl: 'https://login.microsoftonline.com/harbour.example/oauth2/v2.0/token',
};
const box = (given: typeof oauth | null) =>
  ({
    ...NEW_MAILBOX,
    ...{ id: 'b', name: 'Desk', address: 'desk@harbour.example', kind: 'imap', version: 3, trouble: null },
    graph: null,
    imap: {
      ...{ host: 'imap.example', port: 993, security: 'tls', username: 'desk', folder: 'INBOX', hasPassword: true },
      ...{ oauth: given, lookedAt: null, foundBefore: null, takeSince: null },
    },
  }) as unknown as MailboxView;

test('a password is sent only where one was typed, and how a mailbox is read only where it is read', () => {
  const values = mailboxValues(box(null));
  expect(toPut(values, 3, box(null)).imap).toEqual({
    ...{ host: 'imap.example', port: 993, security: 'tls', username: 'desk', folder: 'INBOX' },
  });
  expect(toPut({ ...values, password: 'x' }, 3, box(null)).imap).toMatchObject({ password: 'x' });
  expect(toPut({ ...values, kind: 'smtp' }, 3, box(null))).not.toHaveProperty('imap');
});

test('a mailbox that is read with a token stays so, whatever else is changed', () => {
  const { imap } = toPut({ ...mailboxValues(box(oauth)), name: 'Support' }, 3, box(oauth));
  expect(imap?.oauth).toEqual({
    provider: 'microsoft',
    grant: 'app',
    clientId: 'app',
    tenant: 'harbour.example',
    secretEndsOn: null,
  });
  const google = { ...oauth, provider: 'google' as never };
  expect(toPut({ ...mailboxValues(box(google)), clientSecret: 'new' }, 3, box(google)).imap?.oauth).toEqual({
    ...{ provider: 'google', grant: 'code', clientId: 'app', clientSecret: 'new', secretEndsOn: null },
  });
  const other = {
    ...oauth,
    provider: 'other' as never,
    tokenUrl: 'https://id.example/token',
    authorizeUrl: 'https://id.example/a',
  };
  expect(toPut(mailboxValues(box(other)), 3, box(other)).imap?.oauth).toMatchObject({
    tokenUrl: 'https://id.example/token',
    scope: 's',
  });
  expect(
    toPut({ ...mailboxValues(box(oauth)), signIn: 'password', password: 'x' }, 3, box(oauth)).imap,
  ).not.toHaveProperty('oauth');
});

test('a mailbox at Microsoft Graph keeps its place, folder and application, whatever else is changed', () => {
  const graph = {
    url: 'https://graph.microsoft.us',
    username: 'desk@harbour.example',
    folder: 'Support',
    markRead: true,
  };
  const looked = { lookedAt: null, foundBefore: null, takeSince: null };
  const stored = { ...box(null), kind: 'graph', imap: null, graph: { ...graph, ...looked, oauth } } as MailboxView;
  const put = toPut({ ...mailboxValues(stored), name: 'Support' }, 3, stored);
  expect(put).not.toHaveProperty('imap');
  expect(put.graph).toEqual({
    ...graph,
    oauth: { provider: 'microsoft', grant: 'app', clientId: 'app', tenant: 'harbour.example', secretEndsOn: null },
  });
  expect(toPut({ ...NEW_MAILBOX, kind: 'graph', signIn: 'microsoft' }, 0, null).graph).not.toHaveProperty('username');
});
