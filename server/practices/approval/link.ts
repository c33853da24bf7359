import { Fault } from '#kernel/errors.ts';
import { type Ctx, type Identity, type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import { contactIdentity, tokenHash } from '#platform/identity/index.ts';
import { portalCodeOf } from '#platform/portal-address/index.ts';
import { callingReader, inWordsOf } from '#platform/words/index.ts';
import type { CastVote, LinkView, VoteOutcome } from '#shared/approval.ts';
import { barredFrom } from './once.ts';
import { openVote } from './queries.ts';
import type { VoterRow } from './rows.ts';
import { voteSaid } from './said.ts';
import { castVote } from './vote.ts';

const LOOKER = systemIdentity('Approval');
const FIND = `
select client_id, voter_id, contact_id from approval_links
where token_hash = $1 and used_at is null and expires_at > $2`;

const PLACES = `
select p.* from approval_voters v
join approval_voters p on p.client_id = v.client_id and p.approval_id = v.approval_id and p.position = v.position
where v.client_id = $1 and v.id = $2`;

type Link = { client_id: string; voter_id: string; contact_id: string };

/** The same answer for a token that never was, is used, or is too old: whoever guesses learns nothing. */
const dead = () =>
  new Fault('not_found', 'This link does not work any more. It works once, and only until it expires.');

async function holderOf(ctx: Ctx, token: string): Promise<{ link: Link; identity: Identity }> {
  const [link] = await ctx.hot<Link>('approval_link', FIND, [tokenHash(token), ctx.now]);
  const identity = link && (await contactIdentity(ctx, link.client_id, link.contact_id));
  if (!link || !identity) throw dead();
  return { link, identity };
}

/** The desk in the name of a link's holder, for their client alone. */
const within = ({ link, identity }: { link: Link; identity: Identity }): Identity => ({
  scope: { principal: 'system', principalId: link.contact_id, allClients: false, clientIds: [link.client_id] },
  actor: identity.actor,
  permissions: new Set(),
});

/** Why the holder does not count in this place of the step; null where they do. */
async function barredByStep(ctx: Ctx, { client_id, voter_id, contact_id }: Link): Promise<string | null> {
  const places = await ctx.hot<VoterRow>('approval_places_of', PLACES, [client_id, voter_id]);
  const place = places.find(({ id }) => id === voter_id);
  return place ? barredFrom(place, places, contact_id) : null;
}

/** What a link's reader is asked, and decides nothing. */
export async function lookByLink(services: Services, token: string): Promise<LinkView> {
  const holder = await withContext(services, LOOKER, (ctx) => holderOf(ctx, token));
  return withContext(services, within(holder), async (ctx) => {
    const vote = await openVote(ctx, holder.link.client_id, holder.link.voter_id, holder.link.contact_id);
    if (!vote) throw dead();
    const barred = await barredByStep(ctx, holder.link);
    if (barred) throw new Fault('conflict', barred);
    const reader = await callingReader(ctx);
    const said = await inWordsOf(ctx, reader, (say) => voteSaid(vote, say));
    // Told only now: whoever holds no link learns nothing of whose portal it would be.
    const portal = await portalCodeOf(ctx, holder.link.client_id);
    const { timeZone } = await ctx.tx
      .selectFrom('clients')
      .select('time_zone as timeZone')
      .where('id', '=', holder.link.client_id)
      .executeTakeFirstOrThrow();
    return { voter: holder.identity.actor.name, language: reader.language, timeZone, vote: said, portal };
  });
}

/** Votes by a link, once. */
export async function voteByLink(services: Services, token: string, input: CastVote): Promise<VoteOutcome> {
  const holder = await withContext(services, LOOKER, (ctx) => holderOf(ctx, token));
  return withContext(services, within(holder), async (ctx) => {
    // Looked at again under the vote's own lock: two presses of the button are one vote.
    await holderOf({ ...ctx }, token);
    const who = { kind: 'contact' as const, id: holder.link.contact_id, name: holder.identity.actor.name };
    return castVote(ctx, holder.link.voter_id, input, who, 'mail');
  });
}
