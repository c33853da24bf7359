import { formatMoney } from '#shared/money-words.ts';
import type { QuoteView } from '#shared/request.ts';
import { dayWords } from './day-words.ts';
import './answers.css';

/** What an order will be: cost, who decides, and when it is there. */
export function Quote({ quote }: { quote: QuoteView }) {
  const asked = quote.approval.filter(({ needed }) => needed);
  return (
    <section aria-label="Before you send it" className="f-quote" aria-live="polite">
      <dl>
        <div>
          <dt>Cost</dt>
          <dd>{quote.price ? formatMoney(quote.price) : 'Not said'}</dd>
        </div>
        <div>
          <dt>Approval</dt>
          <dd>
            {asked.length === 0
              ? 'Not needed'
              : asked.map(({ step, who }) => (
                  <span key={step} className="f-quote-step">
                    {step}: <bdi>{who.join(', ') || 'your service desk finds out who decides'}</bdi>
                  </span>
                ))}
          </dd>
        </div>
        <div>
          <dt>Expected</dt>
          <dd>{quote.expectedOn ? dayWords(quote.expectedOn) : 'Your service desk tells you'}</dd>
        </div>
      </dl>
    </section>
  );
}
