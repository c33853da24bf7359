import { Badge } from '@mantine/core';
import type { ChangeView } from '#shared/change.ts';
import { riskColour, riskName } from './words.ts';

/** How much a change risks, and each point of it with its reason. */
export function Risk({ change: { risk } }: { change: ChangeView }) {
  return (
    <section aria-label="Risk">
      <header className="f-request-head">
        <h2>Risk</h2>
        {risk && (
          <Badge color={riskColour(risk.level)}>
            {riskName(risk.level)} · {risk.score}
          </Badge>
        )}
      </header>
      {risk === null ? (
        <p className="f-plain f-dim">It is worked out once the questions about it are answered.</p>
      ) : (
        <ul className="f-change-why" aria-label="Why">
          {risk.why.map(({ points, why }) => (
            <li key={why}>
              <span className="f-mono">{points > 0 ? `+${points}` : points}</span> <bdi>{why}</bdi>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
