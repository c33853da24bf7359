import './codes.css';

/** Recovery codes, to be kept. */
export function CodeList({ codes }: { codes: readonly string[] }) {
  return (
    <ul className="f-codes">
      {codes.map((code) => (
        <li key={code}>{code}</li>
      ))}
    </ul>
  );
}
