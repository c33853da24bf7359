import type { Why as WhyValue } from '#shared/ticket.ts';
import { Why } from '#web/ui/feedback/why.tsx';
import { useNow } from '#web/ui/marks/now.ts';
import { useReader } from '#web/ui/marks/reader.ts';
import { ago } from '#web/ui/marks/time.ts';
import { STRATEGIES } from '../teams/words.ts';

type Considered = { id: string; name: string; verdict: string; reason: string };

const INSTANT = /\d{4}-\d\d-\d\dT[\d:.]+Z/;

/** Who a team's rule looked at, as the decision was kept. */
const consideredIn = (why: WhyValue): readonly Considered[] => {
  const { considered } = why as { considered?: unknown };
  return Array.isArray(considered) ? (considered as Considered[]) : [];
};

/** The “why?” of who has a ticket: who was chosen, by which rule, and what the others were passed over for. */
export function WhyPerson({ why }: { why: WhyValue | null }) {
  const [now, reader] = [useNow(), useReader()];
  if (why === null) return null;
  const { sentence, strategy, requiredSkills } = why as WhyValue & { strategy?: string; requiredSkills?: string[] };
  const rule = strategy === 'manual' ? undefined : STRATEGIES[strategy as keyof typeof STRATEGIES];
  const others = consideredIn(why).filter(({ verdict }) => verdict !== 'chosen');
  const next = others.filter(({ verdict }) => verdict === 'next');
  const not = others.filter(({ verdict }) => verdict !== 'next');
  const said = (reason: string) => reason.replace(INSTANT, (at) => ago(at, now, reader));
  const list = (title: string, people: readonly Considered[]) =>
    people.length > 0 && (
      <>
        <p className="f-why-head">{title}</p>
        <ul>
          {people.map(({ id, name, reason }) => (
            <li key={id}>
              <bdi>{name}</bdi>: {said(reason)}
            </li>
          ))}
        </ul>
      </>
    );
  return (
    <Why why={{ sentence: said(sentence) }} about="this person">
      <div className="f-why-person">
        {rule && (
          <p>
            The team’s rule: {rule.name.toLowerCase()}. {rule.help}
          </p>
        )}
        {requiredSkills && requiredSkills.length > 0 && <p>The category asks for {requiredSkills.join(' and ')}.</p>}
        {list('Could have taken it as well', next)}
        {list('Passed over', not)}
      </div>
    </Why>
  );
}
