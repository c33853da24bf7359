import { type ReactNode, useId } from 'react';
import './form.css';

type Props = { title: string; help?: ReactNode; actions?: ReactNode; children: ReactNode };

/** A part of a page with its own heading, and what can be done there. */
export function Section({ title, help, actions, children }: Props) {
  const id = useId();
  return (
    <section className="f-section" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {actions && <div className="f-section-actions">{actions}</div>}
        {help && <p className="f-dim">{help}</p>}
      </header>
      {children}
    </section>
  );
}

/** Names and values, one below the other. Empty values are left out. */
export function Facts({ facts }: { facts: readonly (readonly [name: string, value: ReactNode])[] }) {
  const told = facts.filter(([, value]) => value !== null && value !== undefined && value !== '' && value !== false);
  return (
    <dl className="f-facts">
      {told.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
