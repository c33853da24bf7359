import Type, { type Static } from 'typebox';
import { ClassKey } from './estate.ts';
import { Id, Instant, Nullable, OneOf, Version } from './http.ts';
import { SCRIPT_RUN_STATES } from './script-words.ts';

const ScriptValues = Type.Record(Type.String({ minLength: 1, maxLength: 200 }), Type.String({ maxLength: 2_000 }), {
  maxProperties: 60,
  description: 'By the name of a parameter',
});

const ScriptParameter = Type.Object({ name: Type.String(), help: Type.String(), required: Type.Boolean() });
export type ScriptParameter = Static<typeof ScriptParameter>;

/** A script that another system can run on devices, and whether it may be run from here. */
export const ScriptView = Type.Object({
  id: Id,
  name: Type.String(),
  description: Type.String(),
  parameters: Type.Array(ScriptParameter),
  approved: Type.Boolean(),
  secondPerson: Type.Boolean({ description: 'Somebody besides who asks has to agree to each run' }),
  classKey: ClassKey,
  className: Type.String(),
  fixed: Type.Record(Type.String(), Type.String()),
  decidedBy: Nullable(Type.String()),
  decidedAt: Nullable(Instant),
  withdrawnWhy: Type.String({ description: 'Why its approval ended by itself; empty where it did not' }),
  gone: Type.Boolean({ description: 'Its system does not list it any more' }),
  version: Version,
});
export type ScriptView = Static<typeof ScriptView>;
export const ScriptList = Type.Object({ items: Type.Array(ScriptView) });

export const ApproveScript = Type.Object({
  version: Version,
  approved: Type.Boolean(),
  secondPerson: Type.Optional(Type.Boolean()),
  classKey: Type.Optional(ClassKey),
  fixed: Type.Optional(ScriptValues),
});
export type ApproveScript = Static<typeof ApproveScript>;

/** A script that may be run on an item now. */
export const OfferedScripts = Type.Object({
  items: Type.Array(
    Type.Object({
      id: Id,
      name: Type.String(),
      description: Type.String(),
      connector: Type.String(),
      secondPerson: Type.Boolean(),
      parameters: Type.Array(ScriptParameter),
    }),
  ),
});
export type OfferedScripts = Static<typeof OfferedScripts>;

export const AskForRun = Type.Object({
  itemId: Id,
  scriptId: Id,
  parameters: Type.Optional(ScriptValues),
  reason: Type.Optional(Type.String({ maxLength: 500, description: 'For whoever agrees, and for the ticket' })),
});
export type AskForRun = Static<typeof AskForRun>;

export const DecideRun = Type.Object({
  agree: Type.Boolean(),
  note: Type.Optional(Type.String({ maxLength: 500, description: 'Needed where one does not agree' })),
});
export type DecideRun = Static<typeof DecideRun>;

/** A run of a script on a device, and what came of it. */
export const ScriptRunView = Type.Object({
  id: Id,
  itemId: Id,
  itemName: Type.String(),
  connector: Type.String(),
  scriptName: Type.String(),
  parameters: Type.Record(Type.String(), Type.String()),
  reason: Type.String(),
  state: OneOf(SCRIPT_RUN_STATES),
  askedBy: Type.String(),
  askedAt: Instant,
  decidedBy: Nullable(Type.String()),
  decidedAt: Nullable(Instant),
  decisionNote: Type.String(),
  begunAt: Nullable(Instant),
  endedAt: Nullable(Instant),
  output: Type.String(),
  errors: Type.String(),
  cut: Type.Boolean({ description: 'There was more than is kept' }),
  fault: Type.String(),
  mayDecide: Type.Boolean({ description: 'Whether the reader may agree or not' }),
  mayCancel: Type.Boolean(),
});
export type ScriptRunView = Static<typeof ScriptRunView>;
export const ScriptRunList = Type.Object({ items: Type.Array(ScriptRunView) });
