import type { Ctx } from '#platform/context/index.ts';
import type { ApprovalView } from '#shared/approval.ts';
import type { Approval, StepRow } from './rows.ts';

type Voter = ApprovalView['steps'][number]['voters'][number];
type Person = Pick<Voter, 'id' | 'name' | 'kind' | 'why' | 'vote' | 'by' | 'at'>;

const WRITE = `
update approval_steps s set people = coalesce((
  select jsonb_agg(jsonb_build_object('id', v.id, 'name', v.name, 'kind', case when v.contact_id is null then 'staff' else 'contact' end,
    'why', v.why, 'vote', v.vote, 'by', v.voted_for_by, 'at', v.voted_at) order by v.name, v.id)
  from approval_voters v
  where v.client_id = s.client_id and v.approval_id = s.approval_id and v.position = s.position), '[]')
where s.client_id = $1 and s.approval_id = $2`;

/** Notes on the steps who is asked and who decided, for those who read no votes. */
export async function notePeople(ctx: Ctx, { client_id, id }: Pick<Approval, 'client_id' | 'id'>): Promise<void> {
  await ctx.hot('approval_people_note', WRITE, [client_id, id]);
}

/** Those of a step whose votes the reader may not read: named, with what they decided and when, without their words. */
export function alsoAsked(approval: Approval, step: StepRow, known: readonly string[]): Voter[] {
  return (step.people as unknown as Person[])
    .filter(({ id }) => !known.includes(id))
    .map((person) => ({
      ...person,
      at: person.at === null ? null : new Date(person.at).toISOString(),
      comment: wordsOf(approval, person),
      standIns: [],
      canVote: false,
    }));
}

/** What was said with the rejection that ended an approval, which everybody reads who reads the approval. */
function wordsOf({ state, ended_words: words }: Approval, { vote, by, name }: Person): string {
  const said = `${by ?? name}: `;
  return state === 'rejected' && vote === 'reject' && words.startsWith(said) ? words.slice(said.length) : '';
}
