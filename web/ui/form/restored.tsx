import './form.css';

/** Says that what was typed and not sent is there again, and offers to begin anew. */
export function Restored({ onDiscard }: { onDiscard(): void }) {
  return (
    <p className="f-form-note" role="status">
      What you typed last time is back.{' '}
      <button type="button" onClick={onDiscard}>
        Discard it
      </button>
    </p>
  );
}
