import { type Bound, common, put } from './bound.ts';
import { InstantInput, type InstantInputProps } from './instant-input.tsx';

/** A day and time of a form, which holds it as an instant. */
export function InstantField<V>({ form, name, ...rest }: Bound<V, string, InstantInputProps>) {
  return (
    <InstantInput
      {...rest}
      {...common(form, name)}
      value={form.values[name] as string}
      onChange={(next) => put(form, name, next)}
    />
  );
}
