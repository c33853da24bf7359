import { Fault } from '#kernel/errors.ts';
import { type Ctx, type Identity, type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import { contactIdentity, staffIdentity, tokenHash } from '#platform/identity/index.ts';
import { portalCodeOf } from '#platform/portal-address/index.ts';
import { callingReader, inWordsOf } from '#platform/words/index.ts';
import type { CastVote, LinkView, VoteOutcome } from '#shared/approval.ts';
import { barredFrom } from './once.ts';
import { openVote } from './queries.ts';
import type { VoterRow } from './rows.ts';
import { voteSaid } from './said.ts';
import { castVote, type Who } from './vote.ts';

const LOOKER = systemIdentity('Approval');
const FIND = `
select client_id, voter_id, contact_id, staff_id, created_at from approval_links
where token_hash = $1 and used_at is null and expires_at > $2`;

const PLACES = `
select p.* from approval_voters v
join approval_voters p on p.client_id = v.client_id and p.approval_id = v.approval_id and p.position = v.position
where v.client_id = $1 and v.id = $2`;

type Link = {
  client_id: string;
  voter_id: string;
  contact_id: string | null;
  staff_id: string | null;
  created_at: string;
};
type Holder = { readonly link: Link; readonly who: Who };

/** The same answer for a token that never was, is used, or is too old: whoever guesses learns nothing. */
const dead = () =>
  new Fault('not_found', 'This link does not work any more. It works once, and only until it expires.');

async function holderOf(ctx: Ctx, token: string): Promise<Holder> {
  const [link] = await ctx.hot<Link>('approval_link', FIND, [tokenHash(token), ctx.now]);
  const who = link && (await whoOf(ctx, link));
  if (!link || !who) throw dead();
  return { link, who };
}

/** Who decides by a link: one of the client's people, or one of the provider's who may decide there today. Null where they are gone. */
async function whoOf(ctx: Ctx, { client_id, contact_id, staff_id, created_at }: Link): Promise<Who | null> {
  if (contact_id !== null) {
    const contact = await contactIdentity(ctx, client_id, contact_id, created_at);
    return contact && { kind: 'contact', id: contact_id, name: contact.actor.name };
  }
  if (staff_id === null) return null;
  const staff = await staffIdentity(ctx, staff_id);
  const sees = staff?.scope.allClients || staff?.scope.clientIds.includes(client_id);
  return staff && sees && staff.permissions.has('approval.decide')
    ? { kind: 'staff', id: staff_id, name: staff.actor.name }
    : null;
}

/** The desk in the name of a link's holder, for the client alone whose it is. */
const within = ({ link, who }: Holder): Identity => ({
  scope: { principal: 'system', principalId: who.id, allClients: false, clientIds: [link.client_id] },
  actor: who,
  permissions: new Set(),
});

/** Why the holder does not count in this place of the step; null where they do. */
async function barredByStep(ctx: Ctx, { link: { client_id, voter_id }, who }: Holder): Promise<string | null> {
  const places = await ctx.hot<VoterRow>('approval_places_of', PLACES, [client_id, voter_id]);
  const place = places.find(({ id }) => id === voter_id);
  return place ? barredFrom(place, places, who.id) : null;
}

/** How the page speaks to whoever holds a link: to a client's people as their portal does, to the provider's by their own clock. */
async function readerOf(ctx: Ctx, { link: { client_id }, who }: Holder): Promise<Omit<LinkView, 'voter' | 'vote'>> {
  if (who.kind === 'staff') {
    const { timeZone } = await ctx.tx
      .selectFrom('staff')
      .select('time_zone as timeZone')
      .where('id', '=', who.id)
      .executeTakeFirstOrThrow();
    return { language: 'en', timeZone, portal: '' };
  }
  const { timeZone } = await ctx.tx
    .selectFrom('clients')
    .select('time_zone as timeZone')
    .where('id', '=', client_id)
    .executeTakeFirstOrThrow();
  return { language: (await callingReader(ctx)).language, timeZone, portal: await portalCodeOf(ctx, client_id) };
}

/** What a link's reader is asked, and decides nothing. */
export async function lookByLink(services: Services, token: string): Promise<LinkView> {
  const holder = await withContext(services, LOOKER, (ctx) => holderOf(ctx, token));
  return withContext(services, within(holder), async (ctx) => {
    const { client_id, voter_id } = holder.link;
    const vote = await openVote(ctx, client_id, voter_id, holder.who.id);
    if (!vote) throw dead();
    const barred = await barredByStep(ctx, holder);
    if (barred) throw new Fault('conflict', barred);
    // Told only now: whoever holds no link learns nothing of whose portal it would be.
    const reader = await readerOf(ctx, holder);
    const { language } = reader;
    // The provider's people read their own texts as these were written, as in the workspace.
    const said =
      holder.who.kind === 'staff'
        ? vote
        : await inWordsOf(ctx, { clientId: client_id, language }, (say) => voteSaid(vote, say));
    return { voter: holder.who.name, ...reader, vote: said };
  });
}

/** Votes by a link, once. */
export async function voteByLink(services: Services, token: string, input: CastVote): Promise<VoteOutcome> {
  const holder = await withContext(services, LOOKER, (ctx) => holderOf(ctx, token));
  return withContext(services, within(holder), async (ctx) => {
    // Looked at again under the vote's own lock: two presses of the button are one vote.
    await holderOf(ctx, token);
    return castVote(ctx, holder.link.voter_id, input, holder.who, 'mail');
  });
}
