import type { Selectable } from 'kysely';
import type { Ctx } from '#platform/context/index.ts';
import type { Tables } from '#platform/database/index.ts';
import { customFieldsOf } from '#server/desk/classification/index.ts';
import { textToHtml } from '#shared/html.ts';
import type { TicketPatch, TicketRecord } from './record.ts';

type Line = Selectable<Tables['checklist_items']>;
type Values = Readonly<Record<string, unknown>>;

/** What was typed into a ticket's fields and on its checklist at a client that it left. */
export type HiddenFacts = {
  tags?: readonly string[];
  custom?: Values;
  externalRef?: string;
  cause?: string;
  checklist?: readonly Line[];
};

const TAKE_LINES = `delete from checklist_items where client_id = $1 and ticket_id = $2
  returning id, position, text, done_at, done_by, created_at, required`;

/** Takes the lines off the checklist and returns them with what stands in the fields, which the ticket has no more (`factsThere`). */
export async function hideFacts(ctx: Ctx, ticket: TicketRecord): Promise<HiddenFacts> {
  const lines = await ctx.hot<Line>('move_hide_lines', TAKE_LINES, [ticket.client_id, ticket.id]);
  const { tags, external_ref: externalRef, cause } = ticket;
  const custom = ticket.custom as Values;
  return {
    ...(tags.length > 0 ? { tags } : {}),
    ...(Object.keys(custom).length > 0 ? { custom } : {}),
    ...(externalRef ? { externalRef } : {}),
    ...(cause ? { cause } : {}),
    ...(lines.length > 0 ? { checklist: lines.sort((a, b) => a.position - b.position) } : {}),
  };
}

/** The same in words, as HTML, and why somebody chose the priority; empty where there is nothing to tell. */
export async function factsInWords(ctx: Ctx, ticket: TicketRecord, facts: HiddenFacts): Promise<string> {
  const labels = new Map((await customFieldsOf(ctx, ticket.kind)).map(({ key, label }) => [key, label]));
  const { override } = (ticket.priority_why as { inputs?: { override?: { reason?: string } } }).inputs ?? {};
  const told: [string, string | undefined][] = [
    ['Cause', facts.cause],
    ['Why this priority', override?.reason],
    ['Tags', facts.tags?.join(', ')],
    ['External reference', facts.externalRef],
    ...Object.entries(facts.custom ?? {}).map(([key, value]): [string, string] => [
      labels.get(key) ?? key,
      inWords(value),
    ]),
    ['Checklist', facts.checklist?.map(({ text, done_at: done }) => `${done ? '☑' : '☐'} ${text}`).join('\n')],
  ];
  return told
    .map(([label, text]) =>
      text ? `<p><b>${textToHtml(label)} before the move</b></p><p>${textToHtml(text)}</p>` : '',
    )
    .join('');
}

const inWords = (value: unknown): string =>
  typeof value === 'boolean' ? (value ? 'yes' : 'no') : Array.isArray(value) ? value.join(', ') : String(value ?? '');

/** Puts the lines back that were on the checklist when the ticket left. */
export async function showLinesAgain(ctx: Ctx, ticket: TicketRecord, lines: readonly Line[]): Promise<void> {
  if (lines.length === 0) return;
  await ctx.tx
    .insertInto('checklist_items')
    .values(lines.map((line) => ({ ...line, client_id: ticket.client_id, ticket_id: ticket.id })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The fields where the ticket has come to: nothing where they are hidden, and what is shown again. */
export function factsThere(ticket: TicketRecord, isHidden: boolean, again: HiddenFacts): TicketPatch {
  const here = isHidden
    ? { tags: [], custom: {}, externalRef: null, cause: null }
    : {
        tags: ticket.tags,
        custom: ticket.custom as Values,
        externalRef: ticket.external_ref,
        cause: ticket.cause,
      };
  const { strategy } = ticket.assignment_why as { strategy?: string };
  return {
    tags: [...new Set([...(again.tags ?? []), ...here.tags])],
    custom: { ...again.custom, ...here.custom } as never,
    external_ref: here.externalRef || (again.externalRef ?? null),
    cause: here.cause || (again.cause ?? null),
    // Why somebody was chosen by hand is told in words of the chooser's own.
    ...(isHidden && strategy === 'manual' ? { assignment_why: {} as never } : {}),
  };
}
