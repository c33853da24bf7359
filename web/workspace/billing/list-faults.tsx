type Fault = { line: number; column: string; message: string };

/** What is wrong with a list, by line and column: nothing of it is taken. */
export function ListFaults({ faults }: { faults: readonly Fault[] }) {
  return (
    <section aria-label="What is wrong with the list">
      <p className="f-plain" role="status">
        It cannot be taken. Nothing is kept until all of it is right.
      </p>
      <ul className="f-vendor-faults">
        {faults.map(({ line, column, message }) => (
          <li key={`${line} ${column} ${message}`}>
            Line {line}, {column}: {message}
          </li>
        ))}
      </ul>
    </section>
  );
}
