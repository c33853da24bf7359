import Type, { type Static } from 'typebox';
import { Id, Nullable, OneOf } from './http.ts';

export const SettingLevels = OneOf(['provider', 'group', 'client']);
const Source = Type.Object({
  level: OneOf(['default', 'provider', 'group', 'client']),
  id: Nullable(Id),
  name: Type.String(),
});

/** A setting as it is somewhere, and where that comes from. */
export const SettingView = Type.Object({
  key: Type.String(),
  title: Type.String(),
  help: Type.String(),
  levels: Type.Array(SettingLevels),
  schema: Type.Unknown({ description: 'JSON Schema of the value' }),
  value: Type.Unknown(),
  source: Source,
  chain: Type.Array(Type.Object({ source: Source, value: Type.Unknown() })),
});
export type SettingView = Static<typeof SettingView>;

export const SettingPlace = Type.Object({ level: SettingLevels, id: Type.Optional(Nullable(Id)) });
export const PutSetting = Type.Object({ level: SettingLevels, id: Type.Optional(Nullable(Id)), value: Type.Unknown() });
