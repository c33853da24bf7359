import { createTicket, findTicket } from '#server/desk/ticket/index.ts';
import { joinWhole, tellSpans } from '#server/practices/span/index.ts';
import type { Desk } from '#tests/desk.ts';

/** A problem of a client that stands above a ticket of theirs, with what is told of it. */
export const plantWhole = (
  desk: Desk,
  { client, ticket }: { client: string; ticket: string },
  words: (what: string) => string,
): Promise<void> =>
  desk.run(async (ctx) => {
    const whole = await createTicket(ctx, { kind: 'problem', clientId: client, title: words('problem') });
    await joinWhole(ctx, await findTicket(ctx, ticket), whole, { how: 'problem', why: words('why it is the cause') });
    await tellSpans(ctx, whole, { title: words('told'), brief: { workaround: words('workaround') } });
  });
