import type { ChangeView } from '#shared/change.ts';
import { PLAN_NAMES, PLANS } from '#shared/change-words.ts';
import { Html } from '#web/ui/text/html.tsx';

/** What is done, how one sees that it works, and how it is taken back. */
export function Plans({ change: { plans } }: { change: ChangeView }) {
  const written = PLANS.filter((plan) => plans[plan] !== '');
  return (
    <section aria-label="Plans">
      <h2>Plans</h2>
      {written.length === 0 && <p className="f-plain f-dim">Nothing is written yet.</p>}
      {written.map((plan) => (
        <details key={plan} open className="f-change-plan">
          <summary>{PLAN_NAMES[plan]}</summary>
          <Html html={plans[plan]} />
        </details>
      ))}
    </section>
  );
}
