import type { ComponentType } from 'react';

export type EditorProps<T> = {
  value: T;
  readOnly: boolean;
  onChange(next: T): void;
  /** JSON Schema of the value. */
  schema?: unknown;
};

/** How one setting is shown and changed, and what a preview of it looks like. */
export type SettingEditor<T> = {
  Editor: ComponentType<EditorProps<T>>;
  Preview?: ComponentType<{ value: T }>;
};
