import type { Block, PdfDocument } from '#platform/pdf/index.ts';
import type { Letterhead } from '#server/channels/brand/index.ts';
import type { ApprovalView } from '#shared/approval.ts';
import type { ChangeEvidence } from '#shared/change.ts';
import { OUTCOME_NAMES, PLAN_NAMES, PLANS, RISK_LEVELS } from '#shared/change-words.ts';
import { formatMoney } from '#shared/money-words.ts';
import { windowWords } from '#shared/window-words.ts';

type When = Letterhead['when'];

/** Everything that is known of a change as a document, for whoever looks at it from outside. */
export function evidencePaper(evidence: ChangeEvidence, { frame, when }: Letterhead): PdfDocument {
  return { ...frame, blocks: blocksOf(evidence, when) };
}

function blocksOf({ change, description, incidents, timeline }: ChangeEvidence, when: When): Block[] {
  const { client, model, reason, plannedStart, plannedEnd, actualStart, actualEnd, authorisedAt, problem, cost } =
    change;
  const heading = (words: string): Block => ({ kind: 'heading', level: 2, words });
  const at = (instant: string | null) => instant && when(instant);
  return [
    { kind: 'title', words: `${change.key} ${change.title}` },
    {
      kind: 'facts',
      facts: [
        ['Client', client.name],
        ['Type', `${change.type}, by ${model.name}`],
        ['Reason', reason],
        ['Planned', plannedStart && plannedEnd && `${when(plannedStart)} to ${when(plannedEnd)}`],
        [
          'By the clocks there',
          plannedStart && plannedEnd && windowWords({ from: plannedStart, to: plannedEnd }, client.timeZone),
        ],
        ['Began', at(actualStart)],
        ['Ended', at(actualEnd)],
        ['Authorised', authorisedAt && `${when(authorisedAt)}, ${change.authorisedWhy}`],
        ['Decided afterwards', change.afterwards],
        ['Outcome', change.outcome && OUTCOME_NAMES[change.outcome]],
        ['Outage', change.outage ? 'What it touches is down meanwhile' : null],
        ['Cost', cost && formatMoney(cost)],
        ['Touches', [...change.items, ...change.services].map(({ name }) => name).join(', ')],
        ['For the problem', problem && `${problem.key} ${problem.title}`],
      ],
    },
    { kind: 'html', html: description },
    ...riskOf(change),
    ...PLANS.filter((plan) => change.plans[plan]).flatMap((plan): Block[] => [
      heading(`${PLAN_NAMES[plan]} plan`),
      { kind: 'html', html: change.plans[plan] },
    ]),
    ...(change.approvals.length > 0 ? [heading('Approval')] : []),
    ...change.approvals.flatMap((approval) => approvalOf(approval, when)),
    ...(change.overrides.length > 0 ? [heading('Let go on all the same')] : []),
    ...change.overrides.map(
      ({ at: since, by, against, reason: why, over }): Block => ({
        kind: 'text',
        words: `${when(since)}: ${by ?? 'Somebody'} let it go on all the same: ${why}. What stood against it: ${against}${over ? ' (this has changed since)' : ''}`,
      }),
    ),
    ...(change.tasks.length > 0 ? [heading('Tasks')] : []),
    {
      kind: 'list',
      ordered: true,
      items: change.tasks.map(({ title, state, doneAt, doneBy }) => ({
        words: `${title}: ${state}${doneAt ? `, ${doneBy ?? 'somebody'}, ${when(doneAt)}` : ''}`,
      })),
    },
    ...reviewOf(change, when),
    heading('Incidents'),
    ...(incidents.length === 0
      ? [{ kind: 'text', words: 'No incident is known to have come of it.' } as const]
      : [
          {
            kind: 'list',
            items: incidents.map(({ key, title, linked, evidence }) => ({
              words: `${key} ${title}: ${linked ? 'came of it' : 'may have come of it'}, ${evidence}`,
            })),
          } as const,
        ]),
    heading('What happened'),
    {
      kind: 'table',
      columns: [
        { head: 'When', share: 3 },
        { head: 'Who', share: 2 },
        { head: 'What', share: 6 },
      ],
      rows: timeline.map((entry) => [when(entry.at), entry.actor.name, entry.sentence]),
    },
  ];
}

function riskOf({ risk, model, answers }: ChangeEvidence['change']): Block[] {
  if (!risk) return [];
  const asked = model.questions.flatMap(({ key, text, options }) => {
    const answer = options.find(({ value }) => value === answers[key]);
    return answer ? [{ words: `${text}: ${answer.label}` }] : [];
  });
  return [
    { kind: 'heading', level: 2, words: `Risk: ${RISK_LEVELS[risk.level - 1] ?? risk.level}, ${risk.score}` },
    { kind: 'list', items: risk.why.map(({ points, why }) => ({ words: `${points}: ${why}` })) },
    { kind: 'list', items: asked },
  ];
}

function approvalOf(
  { state, why, endedAt, endedWhy, endedWords, createdAt, steps }: ApprovalView,
  when: When,
): Block[] {
  return [
    {
      kind: 'text',
      words: [
        { text: capital(state), bold: true },
        { text: `${endedAt ? `, ${when(endedAt)}` : ` since ${when(createdAt)}`}${endedWhy ? `: ${endedWhy}` : ''}` },
        { text: endedWords ? ` “${endedWords}”` : '' },
        { text: `\nBy ${why}` },
      ],
    },
    ...steps.flatMap((step): Block[] => [
      { kind: 'text', words: `${step.name}: ${step.state}, ${step.approvals} of ${step.needed} (${step.why})` },
      {
        kind: 'list',
        items: step.voters.map(({ name, vote, by, at, comment, why: asked }) => ({
          words:
            vote === null
              ? `${name} has not decided (${asked})`
              : `${name}${by ? `, by ${by}` : ''}: ${vote}${at ? `, ${when(at)}` : ''}${comment ? ` “${comment}”` : ''} (${asked})`,
        })),
      },
    ]),
  ];
}

function reviewOf({ review }: ChangeEvidence['change'], when: When): Block[] {
  if (!review.at) return [];
  return [
    { kind: 'heading', level: 2, words: 'Review' },
    { kind: 'text', words: review.text },
    { kind: 'text', words: `${review.by ?? 'Somebody'}, ${when(review.at)}`, dim: true },
  ];
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
