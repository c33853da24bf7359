type Props = {
  /** Conditions, each with what it means. */
  examples: readonly (readonly [condition: string, words: string])[];
  /** The type of each field, by what it is of. */
  variables: Readonly<Record<string, Readonly<Record<string, string>>>>;
};

/** What a condition may name, with examples. */
export function ConditionHelp({ examples, variables }: Props) {
  return (
    <details className="f-variables">
      <summary>What it may name, with examples</summary>
      <dl>
        {examples.map(([text, words]) => (
          <div key={text} data-wide>
            <dt className="f-mono">{text}</dt>
            <dd className="f-dim">{words}</dd>
          </div>
        ))}
        {Object.entries(variables).flatMap(([of, fields]) =>
          Object.entries(fields).map(([field, type]) => (
            <div key={`${of}.${field}`}>
              <dt className="f-mono">
                {of}.{field}
              </dt>
              <dd className="f-dim">{type.replace('?', ' or null')}</dd>
            </div>
          )),
        )}
      </dl>
    </details>
  );
}
