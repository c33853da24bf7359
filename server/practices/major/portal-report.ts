import {
  type Ctx,
  callingContact,
  type Identity,
  inNameOf,
  type Services,
  systemIdentity,
  withContext,
} from '#platform/context/index.ts';
import type { Block, PdfDocument } from '#platform/pdf/index.ts';
import { heardIn } from '#platform/said/index.ts';
import { callingReader } from '#platform/words/index.ts';
import { clientLetterheadFor, type Letterhead } from '#server/channels/brand/index.ts';
import { type Told, toldOfWhole } from '#server/practices/announcement/index.ts';
import { type ClientPart, clientPartOf } from './client-part.ts';

const PORTAL = systemIdentity('Portal');

/**
 * What one of a client's people may know of a major incident that an announcement told them of: what they were told, what is known of
 * it at their client, and of its tickets those that they see. Not found where they were told of none.
 */
export async function portalReport(services: Services, identity: Identity, id: string): Promise<PdfDocument> {
  const { wholeId, told, reader } = await withContext(services, identity, async (ctx) => ({
    ...(await toldOfWhole(ctx, id)),
    reader: { ...(await callingReader(ctx)), ...callingContact(ctx), name: ctx.actor.name },
  }));
  // What stands above tickets is for staff; the desk reads it in their name, at their client alone.
  const { clientId, language } = reader;
  const part = await withContext(services, inNameOf(identity), (ctx) => clientPartOf(ctx, clientId, wholeId));
  const tickets = await withContext(services, identity, (ctx) => seenOf(ctx, clientId, part.ticketIds));
  const heard = (text: string) => heardIn(language, text);
  const mark = heard('Major incident');
  const title = told.at(-1)?.title ?? mark;
  const { frame, when } = await withContext(services, PORTAL, (ctx) =>
    clientLetterheadFor(ctx, reader, { title: `${mark}: ${title}`, mark }),
  );
  return {
    ...frame,
    blocks: [
      { kind: 'title', words: title },
      { kind: 'facts', facts: factsOf(told, part, { heard, when }) },
      ...updatesOf(told, { heard, when }),
      ...ticketsOf(tickets, { heard, when }),
      ...(part.review ? [heading(heard('Looking back')), { kind: 'text', words: part.review } as const] : []),
    ],
  };
}

type Seen = { key: string; title: string; createdAt: string };
type Wording = { heard: (text: string) => string; when: Letterhead['when'] };
const SEEN = `
select key, title, created_at as "createdAt" from tickets where client_id = $1 and id = any ($2::uuid[]) order by created_at, id limit 500`;

/** Those of the tickets that the caller sees, which their scope decides. */
const seenOf = (ctx: Ctx, clientId: string, ticketIds: readonly string[]): Promise<Seen[]> =>
  ctx.hot('major_seen', SEEN, [clientId, ticketIds]);

const heading = (words: string): Block => ({ kind: 'heading', level: 2, words });

function factsOf(told: readonly Told[], { brief }: ClientPart, { heard, when }: Wording): [string, string | null][] {
  const services = [...new Set(told.flatMap((one) => one.services.map(({ name }) => name)))];
  const restored = brief && (brief.restoredAt ? when(brief.restoredAt) : heard('not yet'));
  return [
    [heard('Services'), services.join(', ')],
    [heard('It began'), told[0] ? when(told[0].fromAt) : null],
    [heard('Declared a major incident'), brief?.declaredAt ? when(brief.declaredAt) : null],
    [heard('Restored'), restored],
  ];
}

function updatesOf(told: readonly Told[], { heard, when }: Wording): Block[] {
  const rows = told.flatMap(({ publishedAt, text, updates }) => [
    ...(text === '' ? [] : [[when(publishedAt), text]]),
    ...updates.map((one) => [when(one.at), one.text]),
  ]);
  if (rows.length === 0) return [];
  const columns = [
    { head: heard('When'), share: 3 },
    { head: heard('What was said'), share: 8 },
  ];
  return [heading(heard('What you were told')), { kind: 'table', columns, rows }];
}

function ticketsOf(tickets: readonly Seen[], { heard, when }: Wording): Block[] {
  if (tickets.length === 0) return [];
  const columns = [
    { head: 'Ticket', share: 2 },
    { head: heard('Title'), share: 6 },
    { head: heard('Reported'), share: 3 },
  ];
  const rows = tickets.map(({ key, title, createdAt }) => [key, title, when(createdAt)]);
  return [heading(heard('Tickets that are part of it')), { kind: 'table', columns, rows }];
}
