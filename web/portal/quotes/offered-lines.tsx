import { groupsOf } from '#kernel/quote.ts';
import type { BilledWay } from '#shared/product-words.ts';
import type { PortalQuoteLine, PortalQuoteView } from '#shared/quote.ts';
import { Part } from '#web/ui/load/part.tsx';
import { billMoney, billNumber, billPrice } from '../bills.ts';
import { Sums } from '../sums.tsx';
import { t } from '../words/t.ts';

const loadChoice = () => import('./choice.tsx').then(({ Choice }) => Choice);

type Props = {
  billed: BilledWay;
  lines: readonly PortalQuoteLine[];
  currency: string;
  chosen: ReadonlySet<string>;
  sums: PortalQuoteView['once'];
  /** Without it nothing can be chosen any more. */
  onChoose: ((chosen: ReadonlySet<string>) => void) | undefined;
};

/** What is offered once or each month: what is always in it, what may be chosen, and what that comes to. */
export function OfferedLines({ billed, lines, currency, chosen, sums, onChoose }: Props) {
  if (lines.length === 0) return null;
  const money = (minor: number) => billMoney({ minor, currency });
  const heading = t(`quotes.${billed}`);
  const toggle = (line: PortalQuoteLine) => {
    const next = new Set(chosen);
    if (line.choice === 'one_of') for (const { id } of groupsOf(lines).get(line.group) ?? []) next.delete(id);
    if (line.choice === 'optional' && next.has(line.id)) next.delete(line.id);
    else next.add(line.id);
    onChoose?.(next);
  };
  const row = (line: PortalQuoteLine) => (
    <Offered
      key={line.id}
      line={line}
      currency={currency}
      isChosen={chosen.has(line.id)}
      onToggle={onChoose && (() => toggle(line))}
    />
  );
  const free = lines.filter(({ choice }) => choice !== 'one_of');
  return (
    <section aria-label={heading}>
      <h2 className="f-portal-heading">{heading}</h2>
      {free.length > 0 && <ul className="f-bill-lines">{free.map(row)}</ul>}
      {[...groupsOf(lines)].map(([group, some]) => (
        <fieldset key={group} className="f-quote-group">
          <legend dir="auto">{t('quotes.oneOf', { group })}</legend>
          <ul className="f-bill-lines">{some.map(row)}</ul>
        </fieldset>
      ))}
      <Sums
        sums={[
          [t('quotes.net'), money(sums.net)],
          [t('quotes.tax'), money(sums.tax)],
          [t('quotes.total'), money(sums.total)],
        ]}
      />
    </section>
  );
}

type OfferedProps = {
  line: PortalQuoteLine;
  currency: string;
  isChosen: boolean;
  onToggle: (() => void) | undefined;
};

function Offered({ line, currency, isChosen, onToggle }: OfferedProps) {
  const { name, description, quantity, unit, price, discount, choice, amount, taxName, taxPercent, taken } = line;
  const label = <bdi className="f-quote-name">{name}</bdi>;
  return (
    <li data-off={(onToggle ? choice !== 'fixed' && !isChosen : taken === false) || undefined}>
      <span className="f-bill-line">
        {!onToggle || choice === 'fixed' ? (
          label
        ) : (
          <Part load={loadChoice} waiting={label}>
            {(Choice) => <Choice {...{ line, label, isChosen, onToggle }} />}
          </Part>
        )}
        <strong>{billMoney({ minor: amount, currency })}</strong>
      </span>
      <span className="f-dim">
        {billNumber(quantity)} {unit && <bdi>{unit}</bdi>} × {billPrice(price, currency)}
        {Number(discount) > 0 && ` · ${t('quotes.less', { percent: billNumber(discount) })}`} · <bdi>{taxName}</bdi>{' '}
        {billNumber(taxPercent)} %{choice === 'optional' && ` · ${t('quotes.optional')}`}
        {taken === false && ` · ${t('quotes.notTaken')}`}
        {taken === true && choice !== 'fixed' && ` · ${t('quotes.taken')}`}
      </span>
      {description && (
        <p className="f-portal-note f-dim" dir="auto">
          {description}
        </p>
      )}
    </li>
  );
}
