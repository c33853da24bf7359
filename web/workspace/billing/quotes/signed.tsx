import { Link } from '@tanstack/react-router';
import type { QuoteDetail } from '#shared/quote.ts';
import type { SignatureView } from '#shared/signature.ts';
import { Facts, Section } from '#web/ui/form/section.tsx';
import { Moment } from '#web/ui/marks/time-ago.tsx';

/** Who signed, when, from where, and exactly what. */
export function SignedBy({ signature }: { signature: SignatureView }) {
  const { name, contact, signedAt, address, sha256, content } = signature;
  return (
    <Section title="Signature">
      <Facts
        facts={[
          ['Signed as', <bdi key="name">{name}</bdi>],
          ['By', <bdi key="contact">{contact.name}</bdi>],
          ['When', <Moment key="at" at={signedAt} />],
          ['Asked from', address],
          [
            'SHA-256',
            <code key="sum" className="f-accounting-address">
              {sha256}
            </code>,
          ],
        ]}
      />
      <details className="f-folding">
        <summary>Exactly what was signed</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard */}
        <pre className="f-quote-signed" tabIndex={0}>
          {content}
        </pre>
      </details>
    </Section>
  );
}

/** What an accepted quote became. */
export function CameOf({ quote: { id, client, made, state } }: { quote: QuoteDetail }) {
  if (state !== 'accepted') return null;
  const { contract, order, project, charges } = made;
  return (
    <Section title="What came of it">
      <ul className="f-lines">
        {contract && (
          <li>
            <Link to="/billing/contracts/$id" params={{ id: contract.id }}>
              Contract <bdi>{contract.name}</bdi>
            </Link>
          </li>
        )}
        {order && (
          <li>
            <Link to="/billing/orders" search={{ quote: id }}>
              Order of {order.lines === 1 ? 'one line' : `${order.lines} lines`}
            </Link>
          </li>
        )}
        {project && (
          <li>
            <Link to="/projects/$id" params={{ id: project.id }}>
              Project <bdi>{project.name}</bdi>
            </Link>
          </li>
        )}
        {charges > 0 && (
          <li>
            <Link to="/billing/charges" search={{ client: client.id }}>
              {charges === 1 ? 'One charge' : `${charges} charges`}
            </Link>
          </li>
        )}
      </ul>
    </Section>
  );
}
