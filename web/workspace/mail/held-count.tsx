import { useMailCounts } from './use-mail.ts';

const MOST_SHOWN = 99;

/** How many mails wait for somebody to say whose they are, and mailboxes for somebody to see to them; on the rail. */
export function HeldCount() {
  const counts = useMailCounts();
  const waiting = (counts?.held ?? 0) + (counts?.failed ?? 0) + (counts?.silent.length ?? 0);
  if (waiting === 0) return null;
  return (
    <span className="f-rail-count">
      {waiting > MOST_SHOWN ? `${MOST_SHOWN}+` : waiting}
      <span className="f-hidden"> waiting for somebody</span>
    </span>
  );
}
