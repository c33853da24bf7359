import { isDeepStrictEqual } from 'node:util';
import { type FieldError, invalid } from '#kernel/errors.ts';
import { isPlausible, PLAUSIBLE_WORDS } from '#kernel/plausible.ts';
import type { Ctx } from '#platform/context/index.ts';
import { cleanHtml, htmlToText } from '#platform/text/index.ts';
import { findTicket } from '#server/desk/ticket/index.ts';
import type { CreateChange } from '#shared/change.ts';
import { PLANS } from '#shared/change-words.ts';
import type { ChangeRow, Columns, ModelRow, Plans } from './rows.ts';

type Planned =
  | 'reason'
  | 'plans'
  | 'plannedStart'
  | 'plannedEnd'
  | 'answers'
  | 'outage'
  | 'cost'
  | 'problem'
  | 'toldTitle';
type Input = { readonly [field in Planned]?: CreateChange[field] | undefined };
type Before = Pick<ChangeRow, 'plans' | 'answers' | 'planned_start' | 'planned_end'>;

/** What an input writes into a change of this model, checked; items and services lie beside it. */
export async function columnsOf(ctx: Ctx, before: Before, model: ModelRow, input: Input): Promise<Columns> {
  const start = input.plannedStart === undefined ? before.planned_start : instant(input.plannedStart);
  const end = input.plannedEnd === undefined ? before.planned_end : instant(input.plannedEnd);
  const answers = input.answers === undefined ? null : { ...before.answers, ...input.answers };
  const faults = [
    ...plausibleFaults({ plannedStart: input.plannedStart, plannedEnd: input.plannedEnd }, ctx.now),
    ...windowFaults(start, end),
    ...(input.answers === undefined ? [] : answerFaults(model, input.answers)),
  ];
  if (faults.length > 0) throw invalid(faults);
  return {
    ...(input.reason === undefined ? {} : { reason: input.reason.trim() }),
    ...(input.plans === undefined ? {} : { plans: JSON.stringify(plansWith(before.plans, input.plans)) }),
    ...(start === before.planned_start ? {} : { planned_start: start }),
    ...(end === before.planned_end ? {} : { planned_end: end }),
    ...(answers === null || isDeepStrictEqual(answers, before.answers) ? {} : { answers: JSON.stringify(answers) }),
    ...(input.outage === undefined ? {} : { outage: input.outage }),
    ...(input.cost === undefined
      ? {}
      : { cost_minor: input.cost?.minor ?? null, currency: input.cost?.currency ?? null }),
    ...(input.toldTitle === undefined ? {} : { told_title: input.toldTitle.trim() }),
    ...(input.problem === undefined ? {} : await problemOf(ctx, input.problem)),
  };
}

const instant = (text: string | null) => (text === null ? null : new Date(text).toISOString());

/** What is wrong with instants that cannot be meant. */
export const plausibleFaults = (
  given: Readonly<Record<string, string | null | undefined>>,
  now: string,
): FieldError[] =>
  Object.entries(given).flatMap(([path, at]) =>
    at && !isPlausible(at, now) ? [{ path, message: PLAUSIBLE_WORDS }] : [],
  );

function windowFaults(start: string | null, end: string | null): FieldError[] {
  if ((start === null) !== (end === null))
    return [
      {
        path: start === null ? 'plannedStart' : 'plannedEnd',
        message: 'is needed: a window has a beginning and an end',
      },
    ];
  if (start !== null && end !== null && end <= start)
    return [{ path: 'plannedEnd', message: 'must be after it begins' }];
  return [];
}

const answerFaults = ({ questions }: ModelRow, answers: Readonly<Record<string, string>>): FieldError[] =>
  Object.entries(answers).flatMap(([key, value]) => {
    const question = questions.find((one) => one.key === key);
    if (!question) return [{ path: `answers.${key}`, message: 'is not asked by this model' }];
    const values = question.options.map((option) => option.value);
    return values.includes(value) ? [] : [{ path: `answers.${key}`, message: `must be one of ${values.join(', ')}` }];
  });

/** Plans with those that were written; one of no words is none. */
function plansWith(before: Plans, written: Plans): Plans {
  const plans: Record<string, string> = {};
  for (const plan of PLANS) {
    const text = written[plan] === undefined ? before[plan] : cleanHtml(written[plan]);
    if (text && htmlToText(text).trim() !== '') plans[plan] = text;
  }
  return plans;
}

async function problemOf(ctx: Ctx, idOrKey: string | null): Promise<Columns> {
  if (idOrKey === null) return { problem_client_id: null, problem_id: null };
  const problem = await findTicket(ctx, idOrKey);
  if (problem.kind !== 'problem') throw invalid([{ path: 'problem', message: `${problem.key} is no problem` }]);
  return { problem_client_id: problem.client_id, problem_id: problem.id };
}
