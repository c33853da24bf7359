import { Fault, invalid } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { findTicket } from '#server/desk/ticket/index.ts';
import { createModel } from './models.ts';
import { changeOf, modelOf } from './rows.ts';
import { CAUSED, ENOUGH_RUNS } from './runs.ts';
import { changeTasks } from './tasks.ts';
import { tell } from './tell.ts';

/** Of what was done as this was: of a model of the MSP's own all changes, of one that comes with Fettle those of the same title. */
const RUNS = `
select count(*)::int as runs, count(*) filter (where clean)::int as clean from (
  select c.outcome = 'successful' and not ${CAUSED} as clean from changes c
  join tickets t on t.client_id = c.client_id and t.id = c.ticket_id
  where c.model_id = $1 and c.outcome is not null and (not $2::boolean or lower(t.title) = lower($3))
  order by c.outcome_at desc limit ${ENOUGH_RUNS}) late`;

/** A template of the same changes that is there already, whatever its state but retired. */
const KNOWN = `
select name, state from change_models where type = 'standard' and from_model_id = $1 and state <> 'retired' and lower(name) = lower($2) limit 1`;

/** Makes a draft of a standard template from a change that went well often enough. Somebody else approves it. Returns its id. */
export async function proposeTemplate(ctx: Ctx, idOrKey: string): Promise<string> {
  const ticket = await findTicket(ctx, idOrKey);
  const change = await changeOf(ctx, ticket);
  const model = await modelOf(ctx, change.model_id);
  if (change.type !== 'normal') throw invalid([{ path: 'idOrKey', message: 'is no normal change' }]);
  const [known] = await ctx.hot<{ name: string; state: string }>('change_template_known', KNOWN, [
    ...[model.id, ticket.title],
  ]);
  if (known)
    throw new Fault(
      'conflict',
      `“${known.name}” was proposed from such changes already: it is ${known.state.replace('_', ' ')}.`,
    );
  const [row] = await ctx.hot<{ runs: number; clean: number }>('change_runs_alike', RUNS, [
    ...[model.id, model.built_in, ticket.title],
  ]);
  const { runs, clean } = row ?? { runs: 0, clean: 0 };
  const of = model.built_in ? `changes called “${ticket.title}”` : `changes by “${model.name}”`;
  if (clean < ENOUGH_RUNS)
    throw invalid([
      {
        path: 'idOrKey',
        message: `needs ten clean runs before it: of the last ${runs} ${of}, ${clean} ${clean === 1 ? 'was' : 'were'} clean`,
      },
    ]);
  const tasks = await changeTasks(ctx, ticket);
  const keyOf = (id: string) => `task_${tasks.findIndex((task) => task.id === id) + 1}`;
  const length =
    change.planned_start && change.planned_end
      ? Date.parse(change.planned_end) - Date.parse(change.planned_start)
      : 3_600_000;
  const id = await createModel(
    ctx,
    {
      ...{ type: 'standard', name: ticket.title, lifecycle: 'change.standard' },
      description: `Proposed from ${ticket.key}, after ${clean} clean runs.`,
      ...{ requiredPlans: model.required_plans, questions: model.questions },
      tasks: tasks.map((task) => ({
        ...{ key: keyOf(task.id), title: task.title, teamId: task.team?.id ?? null, staffId: null },
        ...{ after: task.after.map(keyOf), startMinutes: task.startMinutes, minutes: task.minutes },
      })),
      template: {
        ...{ title: ticket.title, description: ticket.description, reason: change.reason, plans: change.plans },
        ...{ answers: change.answers, outage: change.outage, minutes: Math.max(1, Math.round(length / 60_000)) },
      },
    },
    model.id,
  );
  await tell(ctx, ticket, 'proposed', { text: ticket.title, modelId: id });
  return id;
}
