import { Fault } from '#kernel/errors.ts';
import { type Ctx, type Identity, type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import { contactIdentity, tokenHash } from '#platform/identity/index.ts';
import { portalCodeOf } from '#platform/portal-address/index.ts';
import { callingReader } from '#platform/words/index.ts';
import type { RateTicket, RatingAsked } from '#shared/satisfaction.ts';
import { rate } from './rate.ts';

const LOOKER = systemIdentity('Satisfaction');
const FIND = `
select client_id, ticket_id, contact_id from ratings where token_hash = $1 and until > $2`;
const SEEN = `
select t.key as "ticketKey", t.title, r.score, r.comment from ratings r
join tickets t on t.client_id = r.client_id and t.id = r.ticket_id where r.client_id = $1 and r.ticket_id = $2`;

type Link = { client_id: string; ticket_id: string; contact_id: string };

/** The same answer for a token that never was and one that is too old: whoever guesses learns nothing. */
const dead = () => new Fault('not_found', 'This link does not work any more.');

async function holderOf(services: Services, token: string): Promise<{ link: Link; identity: Identity }> {
  return withContext(services, LOOKER, async (ctx: Ctx) => {
    const [link] = await ctx.hot<Link>('rating_link', FIND, [tokenHash(token), ctx.now]);
    const identity = link && (await contactIdentity(ctx, link.client_id, link.contact_id));
    if (!link || !identity) throw dead();
    return { link, identity: within(link, identity) };
  });
}

/** The desk in the name of a link's holder, for their client alone. */
const within = (link: Link, { actor }: Identity): Identity => ({
  scope: { principal: 'system', principalId: link.contact_id, allClients: false, clientIds: [link.client_id] },
  actor,
  permissions: new Set(),
});

/** What a link's reader is asked; rates nothing. */
export async function lookByLink(services: Services, token: string): Promise<RatingAsked> {
  const { link, identity } = await holderOf(services, token);
  return withContext(services, identity, async (ctx) => {
    const [seen] = await ctx.hot<Omit<RatingAsked, 'portal' | 'language'>>('rating_seen', SEEN, [
      link.client_id,
      link.ticket_id,
    ]);
    if (!seen) throw dead();
    // Told only now: whoever holds no link learns nothing of whose portal it would be.
    const { language } = await callingReader(ctx);
    return { ...seen, language, portal: await portalCodeOf(ctx, link.client_id) };
  });
}

/** Rates by a link; until the end of its time it changes what was said. */
export async function rateByLink(services: Services, token: string, input: RateTicket): Promise<void> {
  const { link, identity } = await holderOf(services, token);
  const place = { clientId: link.client_id, ticketId: link.ticket_id, contactId: link.contact_id };
  await withContext(services, identity, (ctx) => rate(ctx, place, input, 'mail'));
}
