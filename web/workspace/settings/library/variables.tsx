import { TEMPLATE_VARIABLES } from '#kernel/template.ts';
import './library.css';

/** What texts may name, to be read beside the field in which they are written. */
export function Variables() {
  return (
    <details className="f-variables">
      <summary>Words that are filled in from the ticket</summary>
      <dl>
        {Object.entries(TEMPLATE_VARIABLES).map(([name, words]) => (
          <div key={name}>
            <dt className="f-mono">{`{{${name}}}`}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <p className="f-plain f-dim">
        A word for when there is none stands after a bar:{' '}
        <span className="f-mono">{'{{requester.firstName | there}}'}</span>
      </p>
    </details>
  );
}
