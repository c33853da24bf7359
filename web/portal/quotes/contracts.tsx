import { Link } from '@tanstack/react-router';
import { useGet } from '#web/api/use.ts';
import { billMoney } from '../bills.ts';
import { t } from '../words/t.ts';
import { contractState } from './contract-words.ts';

/** Contracts that the company was sent to sign, read anew each time: one may have been sent a moment ago. Nothing where there is none. */
export function Contracts() {
  const { data } = useGet('GET /portal/contracts', {}, { staleTime: 0 });
  const items = data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section aria-label={t('quotes.contract.all')}>
      <h2 className="f-portal-heading">{t('quotes.contract.all')}</h2>
      <ul className="f-portal-list">
        {items.map((contract) => (
          <li key={contract.id}>
            <Link to="/portal/contracts/$id" params={{ id: contract.id }}>
              <span className="f-portal-title">
                <bdi>{contract.name}</bdi>
              </span>
              <span className="f-portal-facts">
                <strong>
                  {t('quotes.eachMonth', {
                    monthly: billMoney({ minor: contract.monthly, currency: contract.currency }),
                  })}
                </strong>
                <span>{contractState(contract)}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
