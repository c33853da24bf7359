import type { Ctx } from '#platform/context/index.ts';
import type { ChangeModelView } from '#shared/change.ts';
import type { ModelRow } from './rows.ts';

const ALL = `
select * from change_models where state <> 'retired' order by type = 'standard', built_in desc, name, id limit 500`;

/** The models that changes go by, those that come with Fettle first. */
export async function listModels(ctx: Ctx): Promise<ChangeModelView[]> {
  return (await ctx.hot<ModelRow>('change_models', ALL, [])).map(presentModel);
}

export const presentModel = (model: ModelRow): ChangeModelView => ({
  ...{ id: model.id, key: model.key, name: model.name, description: model.description, type: model.type },
  ...{ lifecycle: model.lifecycle, requiredPlans: model.required_plans, questions: model.questions },
  ...{ tasks: model.tasks, state: model.state, stateWhy: model.state_why, builtIn: model.built_in },
  version: model.version,
});
