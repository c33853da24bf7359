import type { Static, TSchema } from 'typebox';
import type { FieldError } from '#kernel/errors.ts';
import type { Ctx } from '../context/index.ts';

export type SettingLevel = 'provider' | 'group' | 'client';

/** A setting: its shape, what it is when nobody says otherwise, and how the settings page names it. */
export type Setting<S extends TSchema = TSchema> = {
  /** `<area>.<name>`, for example `ticket.priority`. */
  readonly key: string;
  readonly schema: S;
  readonly default: Static<S>;
  readonly title: string;
  readonly help: string;
  /** Where it may be set. */
  readonly levels: readonly SettingLevel[];
  /** What the schema cannot say about a value; paths are relative to the value. Nothing wrong: no errors. */
  check?(ctx: Ctx, value: Static<S>): Promise<readonly FieldError[]>;
  /** What follows from a change of it at a place, in the same transaction. */
  changed?(ctx: Ctx, place: { level: SettingLevel; id: string | null }): Promise<void>;
};

const known = new Map<string, Setting>();

/** Declares a setting once, where it is used. A second one of the same key is a defect. */
export function defineSetting<S extends TSchema>(setting: Setting<S>): Setting<S> {
  if (known.has(setting.key)) throw new Error(`The setting ${setting.key} is declared twice`);
  known.set(setting.key, setting as unknown as Setting);
  return setting;
}

export function settingByKey(key: string): Setting | undefined {
  return known.get(key);
}

export function allSettings(): Setting[] {
  return [...known.values()].sort((a, b) => a.key.localeCompare(b.key));
}
