import { type FilledMail, fillMail } from '#kernel/mail-template.ts';
import { requestTitle } from '#kernel/request-title.ts';
import { firstName } from '#kernel/template.ts';
import type { Ctx } from '#platform/context/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import { oneLine } from '#platform/text/index.ts';
import { bookFor } from '#platform/words/index.ts';
import type { Spoken } from '#shared/languages.ts';
import type { MailKind, MailValues } from '#shared/mail-words.ts';
import { MAIL_TO_CLIENTS } from '../settings.ts';
import { BUILT_IN, TEMPLATES } from './settings.ts';

const NAMES = `
select r.name as requester, c.name as client, t.key, t.kind, t.title, a.name as assignee, g.name as team,
  (select from_name from mail_sending) as provider
from tickets t join clients c on c.id = t.client_id
left join contacts r on r.client_id = t.client_id and r.id = t.requester_id
left join staff a on a.id = t.assignee_id
left join teams g on g.id = t.team_id
where t.client_id = $1 and t.id = $2`;

/** The same of what stands above tickets of several clients, as it is known at one. */
const PART_NAMES = `
select null as requester, c.name as client, s.key, s.kind, s.title, null as assignee, null as team,
  (select from_name from mail_sending) as provider
from ticket_spans s join clients c on c.id = s.client_id where s.client_id = $1 and s.whole_id = $2`;

type Names = {
  requester: string | null;
  client: string;
  key: string;
  kind: string;
  title: string;
  assignee: string | null;
  team: string | null;
  provider: string | null;
};

type Reader = { name: string; language: Spoken };
type Ticket = { client_id: string; id: string; part?: boolean };

/** What the variables about a ticket stand for, in mails to somebody of its client. */
export async function mailValues(ctx: Ctx, ticket: Ticket): Promise<(reader: Reader) => MailValues> {
  const at = [ticket.client_id, ticket.id];
  const [names] = ticket.part
    ? await ctx.hot<Names>('mail_part_names', PART_NAMES, at)
    : await ctx.hot<Names>('mail_names', NAMES, at);
  const { value: from } = await resolveSetting(ctx, MAIL_TO_CLIENTS, ticket.client_id);
  const titleIn = await titlesOf(ctx, ticket, names);
  return ({ name, language }) => ({
    'recipient.firstName': firstName(name),
    'recipient.name': name,
    'requester.name': names?.requester ?? null,
    'client.name': names?.client ?? null,
    'ticket.key': names?.key ?? null,
    'ticket.title': titleIn(language),
    'assignee.name': names?.assignee ?? null,
    'team.name': names?.team ?? null,
    'provider.name': from.fromName || (names?.provider ?? null),
  });
}

/** How a ticket is called in each language: what was ordered has a name there, anything else is as somebody wrote it. */
async function titlesOf(
  ctx: Ctx,
  ticket: Ticket,
  names: Names | undefined,
): Promise<(language: Spoken) => string | null> {
  if (names?.kind !== 'request') return () => names?.title ?? null;
  const texts = new Set<string>();
  requestTitle(names.title, 'en', (text) => {
    texts.add(text);
    return text;
  });
  const book = await bookFor(ctx, ticket.client_id, texts);
  return (language) => requestTitle(names.title, language, (text) => book(language)(text, 'item'));
}

/** Names and titles as they may stand in a header. */
export const eachOneLine = (values: MailValues): MailValues =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value && oneLine(value)]));

/**
 * The words of a mail to somebody about a ticket, in their language: from the nearest of client, group and provider that has some in it,
 * else the product's own. Words that an earlier version took and this one does not are passed over. What they are made of is asked for
 * once, for however many readers.
 */
export async function mailTexts(
  ctx: Ctx,
  ticket: Ticket,
  kind: MailKind,
): Promise<(reader: Reader, more?: MailValues) => FilledMail> {
  return textsOf(ctx, ticket.client_id, kind, await mailValues(ctx, ticket));
}

/** The same for a mail of a client that is about no ticket, with what its variables stand for. */
export async function textsOf(
  ctx: Ctx,
  clientId: string,
  kind: MailKind,
  valuesFor: (reader: Reader) => MailValues,
): Promise<(reader: Reader, more?: MailValues) => FilledMail> {
  const { chain } = await resolveSetting(ctx, TEMPLATES[kind], clientId);
  return (reader, more = {}) => {
    const lines = eachOneLine({ ...valuesFor(reader), ...more });
    const chosen = chain.map(({ value }) => value[reader.language]).filter((words) => words !== undefined);
    for (const words of [...chosen.reverse(), BUILT_IN[reader.language][kind]]) {
      const filled = fillMail(kind, words, lines);
      if (filled) return { ...filled, subject: oneLine(filled.subject) };
    }
    throw new Error(`The product's own words for ${kind} in ${reader.language} are wrong`);
  };
}
