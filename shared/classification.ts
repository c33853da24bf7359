import Type, { type Static } from 'typebox';
import { Id, Name, Nullable, OneOf, Version } from './http.ts';
import { FIELD_TYPES, IMPORTANCES, TICKET_KINDS } from './vocabulary.ts';

const Skills = Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { maxItems: 20, uniqueItems: true });

const service = {
  name: Name,
  description: Type.String({ maxLength: 2_000 }),
  teamId: Nullable(Id),
  importance: OneOf(IMPORTANCES),
  active: Type.Boolean(),
};
export const ServiceView = Type.Object({ id: Id, ...service, clients: Type.Integer(), version: Version });
export type ServiceView = Static<typeof ServiceView>;
export const CreateService = Type.Object({
  name: service.name,
  ...Type.Partial(
    Type.Object({ description: service.description, teamId: service.teamId, importance: service.importance }),
  ).properties,
});
export type CreateService = Static<typeof CreateService>;
export const UpdateService = Type.Object({ version: Version, ...Type.Partial(Type.Object(service)).properties });
export type UpdateService = Static<typeof UpdateService>;

const category = { name: Name, parentId: Nullable(Id), teamId: Nullable(Id), skills: Skills, active: Type.Boolean() };
export const CategoryView = Type.Object({ id: Id, ...category, path: Type.String(), version: Version });
export type CategoryView = Static<typeof CategoryView>;
export const CreateCategory = Type.Object({
  name: category.name,
  ...Type.Partial(Type.Object({ parentId: category.parentId, teamId: category.teamId, skills: category.skills }))
    .properties,
});
export type CreateCategory = Static<typeof CreateCategory>;
export const UpdateCategory = Type.Object({ version: Version, ...Type.Partial(Type.Object(category)).properties });
export type UpdateCategory = Static<typeof UpdateCategory>;

const field = {
  label: Name,
  kinds: Type.Array(OneOf(TICKET_KINDS), { minItems: 1, uniqueItems: true }),
  options: Type.Array(Name, { maxItems: 200, uniqueItems: true }),
  required: Type.Boolean(),
  help: Type.String({ maxLength: 500 }),
  active: Type.Boolean(),
  position: Type.Integer({ minimum: 0, maximum: 1000 }),
};
export const CustomFieldView = Type.Object({
  id: Id,
  key: Type.String(),
  type: OneOf(FIELD_TYPES),
  ...field,
  version: Version,
});
export type CustomFieldView = Static<typeof CustomFieldView>;
export const CreateCustomField = Type.Object({
  key: Type.String({ pattern: '^[a-z][a-z0-9_]{0,39}$' }),
  type: OneOf(FIELD_TYPES),
  label: field.label,
  kinds: field.kinds,
  ...Type.Partial(
    Type.Object({ options: field.options, required: field.required, help: field.help, position: field.position }),
  ).properties,
});
export type CreateCustomField = Static<typeof CreateCustomField>;
export const UpdateCustomField = Type.Object({ version: Version, ...Type.Partial(Type.Object(field)).properties });
export type UpdateCustomField = Static<typeof UpdateCustomField>;

const team = {
  name: Name,
  description: Type.String({ maxLength: 500 }),
  strategy: OneOf(['manual', 'round_robin', 'load_balanced', 'by_skill']),
  escalatesToId: Nullable(Id),
  escalationPathId: Nullable(Id),
  active: Type.Boolean(),
  members: Type.Array(Type.Object({ staffId: Id, lead: Type.Boolean() }), { maxItems: 500 }),
};
export const TeamView = Type.Object({
  id: Id,
  ...team,
  members: Type.Array(Type.Object({ staffId: Id, name: Type.String(), lead: Type.Boolean() })),
  openTickets: Type.Integer(),
  version: Version,
});
export type TeamView = Static<typeof TeamView>;
export const CreateTeam = Type.Object({
  name: team.name,
  ...Type.Partial(
    Type.Object({
      description: team.description,
      strategy: team.strategy,
      escalatesToId: team.escalatesToId,
      escalationPathId: team.escalationPathId,
      members: team.members,
    }),
  ).properties,
});
export type CreateTeam = Static<typeof CreateTeam>;
export const UpdateTeam = Type.Object({ version: Version, ...Type.Partial(Type.Object(team)).properties });
export type UpdateTeam = Static<typeof UpdateTeam>;
