import { inWords } from '#kernel/elapsed.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { Block, PdfDocument } from '#platform/pdf/index.ts';
import { htmlToText } from '#platform/text/index.ts';
import { type Letterhead, letterheadFor } from '#server/channels/brand/index.ts';
import { findTicket, timelineOf } from '#server/desk/ticket/index.ts';
import type { MajorView } from '#shared/major.ts';
import { MAJOR_ROLES, MAJOR_STATES } from '#shared/major-words.ts';
import type { TimelineEntry } from '#shared/ticket.ts';
import { viewMajor } from './queries.ts';

type When = Letterhead['when'];

/** A major incident told whole, as far as the reader may see it: times, clients, what they were told, its course, its review. */
export async function reportOf(ctx: Ctx, idOrKey: string): Promise<{ name: string; document: PdfDocument }> {
  const major = await viewMajor(ctx, idOrKey);
  const timeline = await timelineOf(ctx, await findTicket(ctx, major.id));
  const names = await namesOf(ctx, major);
  const title = `Major incident ${major.key}: ${major.title}`;
  const { frame, when } = await letterheadFor(ctx, { title, mark: `${major.key} · Major incident` });
  return {
    name: `${major.key}-major-incident`,
    document: {
      ...frame,
      blocks: [...headOf(major, when), ...reviewOf(major, names), ...courseOf(major, timeline, when)],
    },
  };
}

/** Who is to do what came of it. */
async function namesOf(ctx: Ctx, { review }: MajorView): Promise<ReadonlyMap<string, string>> {
  const ids = (review?.actions ?? []).flatMap(({ staffId }) => staffId ?? []);
  if (ids.length === 0) return new Map();
  const rows = await ctx.tx.selectFrom('staff').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

const heading = (words: string): Block => ({ kind: 'heading', level: 2, words });
const between = (from: string | null, to: string | null) =>
  from && to ? inWords(Date.parse(to) - Date.parse(from)) : null;

function headOf(major: MajorView, when: When): Block[] {
  const { proposedAt, declaredAt, stabilisedAt, restoredAt, completedAt, declinedAt } = major;
  const at = (instant: string | null, more = '') => instant && `${when(instant)}${more}`;
  return [
    { kind: 'title', words: `${major.key} ${major.title}` },
    {
      kind: 'facts',
      facts: [
        ['State', MAJOR_STATES[major.state]],
        ['Client', major.client.name],
        ['Priority', `P${major.priority}`],
        ['Why it is one', major.reason],
        ['What holds of it', major.criteria.join('; ')],
        ['Proposed', `${when(proposedAt)} by ${major.proposedBy}`],
        ['Declared', at(declaredAt, major.decidedBy ? ` by ${major.decidedBy}` : '')],
        ['Stabilised', at(stabilisedAt)],
        ['Restored', at(restoredAt)],
        ['Completed', at(completedAt)],
        ['Declined', at(declinedAt)],
        ['Time to declare', between(proposedAt, declaredAt)],
        ['Time to restore', between(declaredAt, restoredAt)],
        ...major.roles.map(({ role, staff }): [string, string] => [MAJOR_ROLES[role].name, staff.name]),
      ],
    },
    heading('Clients affected'),
    {
      kind: 'table',
      columns: [
        { head: 'Client', share: 4 },
        { head: 'Tickets', share: 1, align: 'right' },
      ],
      rows: major.clients.map(({ name, tickets }) => [name, String(tickets)]),
    },
    ...(major.linked.length > 0 ? [heading('Tickets')] : []),
    {
      kind: 'list',
      items: major.linked.map(({ key, title, client }) => ({ words: `${key} ${title} (${client.name})` })),
    },
  ];
}

function reviewOf({ review }: MajorView, names: ReadonlyMap<string, string>): Block[] {
  if (!review) return [];
  const parts: [string, string][] = [
    ['What happened', review.happened],
    ['What went well', review.wentWell],
    ['What can be better', review.toImprove],
    ['What clients may read of it', review.forClients],
  ];
  return [
    heading('Review'),
    ...parts
      .filter(([, text]) => text !== '')
      .flatMap(([words, text]): Block[] => [
        { kind: 'heading', level: 3, words },
        { kind: 'text', words: text },
      ]),
    ...(review.actions.length > 0 ? [{ kind: 'heading', level: 3, words: 'Actions' } as const] : []),
    {
      kind: 'list',
      items: review.actions.map(({ text, staffId, dueOn }) => ({
        words: [text, staffId && names.get(staffId), dueOn && `by ${dueOn}`].filter(Boolean).join(', '),
      })),
    },
  ];
}

function courseOf(major: MajorView, timeline: readonly TimelineEntry[], when: When): Block[] {
  const table = (head: readonly [string, string, string], rows: string[][]): Block => ({
    kind: 'table',
    columns: [
      { head: head[0], share: 3 },
      { head: head[1], share: 2 },
      { head: head[2], share: 6 },
    ],
    rows,
  });
  return [
    heading('What clients were told'),
    ...(major.updates.length === 0 ? [{ kind: 'text', words: 'Nothing yet.' } as const] : []),
    ...(major.updates.length === 0
      ? []
      : [
          table(
            ['When', 'Who', 'What'],
            major.updates.map((one) => [when(one.at), one.by, one.text]),
          ),
        ]),
    heading('As it happened'),
    table(
      ['When', 'Who', 'What'],
      timeline.map(({ at, actor, sentence, message }) => [
        when(at),
        actor.name,
        message ? `${sentence}: ${htmlToText(message.body)}` : sentence,
      ]),
    ),
  ];
}
