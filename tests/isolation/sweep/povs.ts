import { type Caller, livingCallers } from './callers.ts';
import { cookieOf, enterPortal } from './firm.ts';
import { freshThings } from './fresh.ts';
import { foreignToAll, NOWHERE_ID, ownIn, type Pair, type Pov, strangerPairs } from './pov.ts';
import type { Own } from './requests.ts';
import type { Scene } from './scene.ts';
import { PRIVATE_KINDS } from './vocabulary.ts';

/** The points of view from which everything is asked, by who looks. */
export async function viewpoints(scene: Scene): Promise<Pov[]> {
  const { technician, key, contact } = await livingCallers(scene);
  const [pairs, forbidden] = [strangerPairs(scene), await foreignToAll(scene)];
  const own = ownIn(scene, scene.home);
  const staff = (caller: Caller): Pov => {
    const fresh = freshThings(scene, caller, own);
    return { caller, own: withPrivate(fresh, own), fresh, pairs, forbidden };
  };
  return [
    staff(technician),
    // Beyond how it shows who it is, a key goes the way of its maker: one value of each kind will do.
    { ...staff(key), fresh: undefined, pairs: firstOfEach(pairs) },
    { caller: contact, isContact: true, own, fresh: freshThings(scene, contact, own), pairs, forbidden },
    ...(await colleagues(scene)),
  ];
}

const firstOfEach = (pairs: Pov['pairs']): Pov['pairs'] =>
  Object.fromEntries(Object.entries(pairs).map(([kind, all]) => [kind, all.slice(0, 1)]));

/** Private things of the caller's own, made when first asked for and kept; and to move, each time a ticket that nothing befell yet. */
function withPrivate(fresh: ReturnType<typeof freshThings>, own: Own): Own {
  const kept = new Map<string, Promise<string>>();
  return (kind, place, operation) => {
    if (operation.url.endsWith('/move') && kind === 'ticket') return fresh(operation)(kind, place, operation);
    if (!PRIVATE_KINDS.some((name) => name === kind)) return own(kind, place, operation);
    const made = kept.get(kind) ?? fresh(operation)(kind, place, operation);
    kept.set(kind, made);
    return made;
  };
}

/** People of the foreign client itself, who see a part of it: their own tickets, or the company's, and never the desk's words. */
async function colleagues(scene: Scene): Promise<Pov[]> {
  const { desk, provider, home, foreign } = scene;
  const caller = async (name: string, contactId: string): Promise<Caller> => ({
    name,
    headers: cookieOf(await enterPortal(desk, provider.owner, contactId)),
  });
  const pair = (...ids: string[]): Pair[] => ids.map((id) => ({ foreign: id, nowhere: NOWHERE_ID }));
  const ofDesk = [
    foreign.note,
    foreign.noteFile,
    foreign.looseFile,
    foreign.item,
    foreign.recurring,
    foreign.mail,
    foreign.incoming,
    foreign.clientProvider,
    foreign.policy,
    foreign.draftFile,
    foreign.flag,
    foreign.ordered.offer,
    foreign.ordered.task,
    foreign.event,
  ];
  const ofOthers = [
    foreign.ticket.id,
    foreign.child.id,
    foreign.merged.id,
    foreign.message,
    foreign.file,
    foreign.ordered.ticket,
  ];
  const own: Own = async (kind) =>
    ({
      client: foreign.client,
      ticket: foreign.own.id,
      file: foreign.own.file,
      message: foreign.own.message,
      articleFile: foreign.articleFile,
      article: foreign.article,
      announcement: foreign.announcement,
    })[kind as 'client'] ?? NOWHERE_ID;
  const asColleague = {
    isContact: true,
    own,
    pairs: {
      client: pair(home.client),
      ticket: [
        ...pair(foreign.ticket.id, foreign.child.id, foreign.merged.id),
        { foreign: foreign.ticket.key, nowhere: 'BIRCH-99999' },
      ],
      file: pair(foreign.file, foreign.noteFile, foreign.looseFile),
      looseFile: pair(foreign.looseFile, foreign.file),
      articleFile: pair(foreign.draftFile, home.articleFile),
      article: pair(home.article),
      announcement: pair(home.announcement),
    },
    forbidden: {
      words: ['zqdesk', 'zqother'],
      ids: new Set([...ofDesk, ...ofOthers, foreign.colleague, foreign.boss]),
    },
  };
  return [
    { ...asColleague, caller: await caller('a colleague of the same client', foreign.asker) },
    {
      ...asColleague,
      caller: await caller('somebody who sees another site of the client', foreign.neighbour),
      own: async (...asked) => (asked[0] === 'announcement' ? NOWHERE_ID : own(...asked)),
      pairs: { ...asColleague.pairs, announcement: pair(home.announcement, foreign.announcement) },
      forbidden: { ...asColleague.forbidden, ids: new Set([...asColleague.forbidden.ids, foreign.announcement]) },
    },
    {
      caller: await caller('whoever looks after the client', foreign.boss),
      isContact: true,
      own,
      pairs: {
        client: pair(home.client),
        ticket: pair(home.ticket.id),
        file: pair(foreign.noteFile, foreign.looseFile, home.file),
        looseFile: pair(foreign.looseFile, home.looseFile),
        articleFile: pair(foreign.draftFile, home.articleFile),
        article: pair(home.article),
        announcement: pair(home.announcement),
      },
      forbidden: { words: ['zqdesk', 'home '], ids: new Set(ofDesk) },
    },
  ];
}
