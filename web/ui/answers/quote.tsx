import { colonIn } from '#shared/label-words.ts';
import type { QuoteView } from '#shared/request.ts';
import { dayWords } from './day-words.ts';
import { moneyWords } from './money.ts';
import './answers.css';
import { ui, useLanguage } from '../words/words.ts';

/** What an order will be: cost, who decides, and when it is there. */
export function Quote({ quote }: { quote: QuoteView }) {
  const asked = quote.approval.filter(({ needed }) => needed);
  const language = useLanguage();
  return (
    <section aria-label={ui('quote.label')} className="f-quote" aria-live="polite">
      <dl>
        <div>
          <dt>{ui('quote.cost')}</dt>
          <dd>{quote.price ? moneyWords(quote.price) : ui('quote.notSaid')}</dd>
        </div>
        <div>
          <dt>{ui('quote.approval')}</dt>
          <dd>
            {asked.length === 0
              ? ui('quote.notNeeded')
              : asked.map(({ step, parts, who }, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: steps of a bundle may be called alike
                  <span key={at} className="f-quote-step">
                    {step}
                    {parts.length > 0 && <bdi className="f-dim"> ({parts.join(', ')})</bdi>}
                    {colonIn(language)} <bdi>{who.join(', ') || ui('quote.deskDecides')}</bdi>
                  </span>
                ))}
          </dd>
        </div>
        <div>
          <dt>{ui('quote.expected')}</dt>
          <dd>{quote.expectedOn ? dayWords(quote.expectedOn) : ui('quote.deskTells')}</dd>
        </div>
      </dl>
    </section>
  );
}
