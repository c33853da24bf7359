import Type, { type Static } from 'typebox';
import { Id, Nullable, OneOf } from './http.ts';

export const SettingLevels = OneOf(['provider', 'group', 'client']);
const Source = Type.Object({
  level: OneOf(['default', 'provider', 'group', 'client']),
  id: Nullable(Id),
  name: Type.String(),
});

/** One step of the inheritance. `version` is that of the override there; null where the program's own default speaks. */
const SettingStep = Type.Object({ source: Source, value: Type.Unknown(), version: Nullable(Type.Integer()) });

/** A setting as it is somewhere, and where that comes from. */
export const SettingView = Type.Object({
  key: Type.String(),
  title: Type.String(),
  help: Type.String(),
  levels: Type.Array(SettingLevels),
  schema: Type.Unknown({ description: 'JSON Schema of the value' }),
  value: Type.Unknown(),
  source: Source,
  /** From the built-in default down to here; the last one is in force. */
  chain: Type.Array(SettingStep),
});
export type SettingView = Static<typeof SettingView>;

const SeenVersion = Type.Integer({
  minimum: 0,
  description:
    'Version of the override that was read; 0 for none. Without it, whatever somebody saved meanwhile is replaced',
});

/** Where a setting is set: the provider as a whole, one group, or one client. `id` names the group or client. */
export const SettingPlace = Type.Object({ level: SettingLevels, id: Type.Optional(Nullable(Id)) });
export const DropSetting = Type.Object({ ...SettingPlace.properties, version: Type.Optional(SeenVersion) });
export const PutSetting = Type.Object({
  ...SettingPlace.properties,
  value: Type.Unknown(),
  version: Type.Optional(SeenVersion),
});

/** Whom a change at a place reaches: how many active clients, and the first of them by name. */
export const SettingReach = Type.Object({
  total: Type.Integer(),
  items: Type.Array(Type.Object({ id: Id, name: Type.String() })),
});
export type SettingReach = Static<typeof SettingReach>;
