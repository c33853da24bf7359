import { dayNumber, dayWords, type Proposal } from '#kernel/problem.ts';
import type { Ctx } from '#platform/context/index.ts';

const FACTS = `
select id, vendor, severity, reference, published_on as "publishedOn", left(text, 500) as text
from problem_advisories where id = any ($1::uuid[])`;
type Facts = {
  id: string;
  vendor: string;
  severity: string | null;
  reference: string;
  publishedOn: string | null;
  text: string;
};

/** What the vendors say of the advisories that proposals are about, as sentences that stand with the evidence. */
export async function factsOfAdvisories(
  ctx: Ctx,
  proposals: readonly Proposal[],
): Promise<(id: string | null) => string[]> {
  const ids = [...new Set(proposals.flatMap(({ subject }) => subject.advisoryId ?? []))];
  const rows = ids.length === 0 ? [] : await ctx.hot<Facts>('problem_advisory_facts', FACTS, [ids]);
  const told = new Map(rows.map((row) => [row.id, sentences(row)]));
  return (id) => (id && told.get(id)) || [];
}

function sentences({ vendor, severity, reference, publishedOn, text }: Facts): string[] {
  const whose = vendor === '' ? 'The vendor' : vendor;
  const known = [reference, publishedOn && `published on ${dayWords(dayNumber(publishedOn))}`]
    .filter(Boolean)
    .join(', ');
  return [
    ...(severity ? [`${whose} calls it ${severity}.`] : []),
    ...(known ? [`It is known as ${known}.`] : []),
    ...(text ? [text] : []),
  ];
}
