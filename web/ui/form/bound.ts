import type { Form } from './use-form.ts';

type NamesOf<V, T> = { [K in keyof V]-?: V[K] extends T ? K : never }[keyof V] & string;

/** A field's properties where a form gives it its value. */
export type Bound<V, T, P> = Omit<P, 'form' | 'name' | 'value' | 'onChange' | 'error'> & {
  form: Form<V>;
  name: NamesOf<V, T>;
};

/** What every kind of field shares: its fault, and being checked when left. */
export function common<V>(form: Form<V>, name: keyof V & string) {
  const error = form.errors[name];
  return { name, ...(error ? { error } : {}), onBlur: () => form.check(name) };
}

/** Gives the form what was typed or chosen. */
export const put = <V>(form: Form<V>, name: keyof V & string, value: unknown): void =>
  form.set(name, value as V[typeof name]);
