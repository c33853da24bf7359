import { Fragment, type ReactNode } from 'react';
import type { Form } from './use-form.ts';

const plain = (value: unknown): string => {
  if (value === null || value === undefined || value === '') return 'nothing';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map(plain).join(', ') || 'nothing';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

type Props<V> = {
  form: Form<V>;
  labels: Partial<Record<string, string>>;
  /** How a value is shown where it is no word or list; what is more than a text stands by itself. */
  show?: (name: string, value: unknown) => ReactNode;
};

/** What somebody else saved while this form was open; saving again keeps mine where both changed the same field. */
export function Clashes<V>({ form, labels, show }: Props<V>) {
  const say = (name: string, value: unknown) => show?.(name, value) ?? plain(value);
  return (
    <div className="f-form-clash" role="alert">
      <p>
        <strong>Somebody changed this while you were editing.</strong> Their changes are in the form now; where you both
        changed the same field, yours is kept. Check, then save again.
      </p>
      <dl>
        {form.clashes.map(({ name, theirs, mine, both }) => {
          const shown = say(name, theirs);
          if (typeof shown === 'object')
            return (
              <Fragment key={name}>
                <Whole name="Saved meanwhile">{shown}</Whole>
                {both && <Whole name="Yours">{say(name, mine)}</Whole>}
              </Fragment>
            );
          return (
            <div key={name}>
              <dt>{labels[name] ?? name}</dt>
              <dd>
                {shown}
                {both && <span className="f-dim"> · yours: {say(name, mine)}</span>}
              </dd>
            </div>
          );
        })}
      </dl>
      <button type="button" onClick={form.takeTheirs}>
        Give up my changes
      </button>
    </div>
  );
}

function Whole({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div data-whole>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
