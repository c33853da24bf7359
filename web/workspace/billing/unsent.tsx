import { Link } from '@tanstack/react-router';
import type { Issued } from '#shared/billing.ts';

const WHY: Readonly<Record<Issued['unsent'][number]['because'], string>> = {
  no_mail: 'since mail is not set up',
  no_address: 'since no address for invoices is known',
};

/** Warns of invoices that were issued but do not go by mail, and says why; of each client the page is a press away. */
export function Unsent({ unsent }: Pick<Issued, 'unsent'>) {
  return (
    <div role="status">
      {[...Map.groupBy(unsent, ({ because }) => because)].map(([because, some]) => (
        <p key={because} className="f-count-note">
          Issued, but not sent by mail, {WHY[because]}:{' '}
          {some.map(({ client: { id, name } }, nth) => (
            <span key={id}>
              {nth > 0 && ', '}
              <Link to="/clients/$id" params={{ id }}>
                <bdi>{name}</bdi>
              </Link>
            </span>
          ))}
        </p>
      ))}
    </div>
  );
}
