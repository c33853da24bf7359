import { stepVerdict } from '#kernel/approval.ts';
import type { ChangeView } from '#shared/change.ts';
import { asking, type openChanges } from './change-desk.ts';
import { hire, type Person } from './people.ts';

type Changes = Awaited<ReturnType<typeof openChanges>>;
const VOTERS = 4;
const RULES = [
  { quorum: 1, veto: true },
  { quorum: 2, veto: false },
  { quorum: 2, veto: true },
  { quorum: 'all', veto: false },
  { quorum: 3, veto: false },
] as const;

/** Numbers that look random and are the same for the same seed. */
export function numbers(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761 + 1;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

/** A board of people who vote, and how a schedule of theirs is run. */
export async function openBoard(changes: Changes) {
  const people: Person[] = [];
  for (let nth = 0; nth < VOTERS; nth += 1)
    people.push(await hire(changes.desk, { name: `Voter ${nth}`, role: 'manager' }));
  const { id: team } = (
    await changes.olga.call('POST', '/teams', {
      name: 'Board',
      members: people.map(({ id }) => ({ staffId: id, lead: false })),
    })
  ).body as { id: string };
  let rule: string | null = null;

  /** What is wrong with how one schedule went: votes at once, some twice and some after all is decided; empty where nothing is. */
  return async (seed: number): Promise<string[]> => {
    const next = numbers(seed);
    const terms = RULES[seed % RULES.length] ?? RULES[0];
    if (rule) await changes.drop(rule);
    rule = await changes.rule('Board', asking([{ kind: 'team', id: team }], terms));
    const key = await changes.raise(changes.plan());
    await changes.go(key, 'assess');
    await changes.go(key, 'authorise');
    const asked = await Promise.all(people.map(async (who) => (await changes.votesOf(who, key))[0]?.id ?? ''));
    const casts = Array.from({ length: VOTERS + next(5) }, () => ({
      who: next(VOTERS),
      vote: next(3) === 0 ? ('reject' as const) : ('approve' as const),
    }));
    const answers = await Promise.all(
      casts.map(({ who, vote }) =>
        (people[who] as Person).call('POST', `/approvals/votes/${asked[who]}`, { vote, comment: 'so' }),
      ),
    );
    const counted = await changes.desk.run(({ tx }) =>
      tx
        .selectFrom('events as e')
        .innerJoin('tickets as t', 't.id', 'e.subject_id')
        .select(['e.type', 'e.actor_id', 'e.data'])
        .where('t.key', '=', key)
        .where('e.type', 'in', ['ticket.approval_voted', 'ticket.approval_ended', 'ticket.change_authorised'])
        .orderBy('e.id')
        .execute(),
    );
    const votes = counted.filter(({ type }) => type === 'ticket.approval_voted');
    const ends = counted.filter(({ type }) => type === 'ticket.approval_ended');
    const view = await changes.change(key);
    return faultsOf({
      terms,
      casts: casts.map((cast, at) => ({ ...cast, accepted: answers[at]?.status === 200 })),
      voters: votes.map(({ actor_id }) => people.findIndex(({ id }) => id === actor_id)),
      how: votes.map(({ data }) =>
        String((data as { text: string }).text).startsWith('approved') ? 'approve' : 'reject',
      ),
      ...{ ends: ends.length, authorised: counted.length - votes.length - ends.length, view },
    });
  };
}

type Run = {
  terms: (typeof RULES)[number];
  casts: { who: number; vote: 'approve' | 'reject'; accepted: boolean }[];
  voters: number[];
  how: ('approve' | 'reject')[];
  ends: number;
  authorised: number;
  view: ChangeView;
};

/** Compares with the votes taken one after the other, in the order in which they were counted. */
function faultsOf({ terms, casts, voters, how, ends, authorised, view }: Run): string[] {
  const faults: string[] = [];
  if (new Set(voters).size < voters.length) faults.push('somebody counted twice');
  if (casts.filter(({ accepted }) => accepted).length !== voters.length)
    faults.push('more or fewer were told that they count than do');
  let verdict: string = 'open';
  how.forEach((_, at) => {
    if (verdict !== 'open') faults.push('a vote counted after the decision');
    verdict = stepVerdict(terms as never, VOTERS, how.slice(0, at + 1));
  });
  const state = verdict === 'open' ? 'pending' : verdict;
  const [approval] = view.approvals;
  if (approval?.state !== state)
    faults.push(`the votes one after the other are ${state}, and it is ${approval?.state}`);
  if (ends !== (verdict === 'open' ? 0 : 1)) faults.push(`it ended ${ends} times`);
  if (authorised !== (verdict === 'approved' ? 1 : 0)) faults.push(`it was authorised ${authorised} times`);
  const status = { open: 'authorise', approved: 'scheduled', rejected: 'rejected' }[verdict];
  if (view.status !== status) faults.push(`it is ${view.status} and not ${status}`);
  return faults;
}
