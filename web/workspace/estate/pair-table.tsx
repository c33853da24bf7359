import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { EstateItemRow } from '#shared/estate.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { STATE_WORDS } from './words.ts';

/** A fact of two items: `texts` are compared, `shown` stands for them where words are not enough. */
export type PairRow = { name: string; texts: readonly [string, string]; shown?: readonly [ReactNode, ReactNode] };

const seen = ({ lastSeenAt }: EstateItemRow) => (lastSeenAt ? <TimeAgo at={lastSeenAt} long /> : null);

/** What a list tells of two items, fact by fact; what neither has is left out. */
export function rowsOf(kept: EstateItemRow, other: EstateItemRow): PairRow[] {
  const fact = (name: string, of: (item: EstateItemRow) => string): PairRow => ({ name, texts: [of(kept), of(other)] });
  const facts: PairRow[] = [
    fact('Class', ({ className }) => className),
    fact('State', ({ state }) => STATE_WORDS[state]),
    fact('Asset tag', ({ assetTag }) => assetTag),
    fact('Site', ({ site }) => site?.name ?? ''),
    fact('Person', ({ contact }) => contact?.name ?? ''),
    fact('Manufacturer', ({ manufacturer }) => manufacturer),
    fact('Model', ({ model }) => model),
    fact('Serial number', ({ serial }) => serial),
    fact('Last user', ({ lastUser }) => lastUser),
    { ...fact('Last seen', ({ lastSeenAt }) => lastSeenAt ?? ''), shown: [seen(kept), seen(other)] },
  ];
  return facts.filter(({ texts }) => texts.some((text) => text !== ''));
}

type Props = { kept: EstateItemRow; other: EstateItemRow; rows: readonly PairRow[] };

/** Two items, a fact a row; where they differ, a word says so. */
export function PairTable({ kept, other, rows }: Props) {
  return (
    <table className="f-pair-table">
      <caption className="f-hidden">
        {kept.name} beside {other.name}
      </caption>
      <thead>
        <tr>
          <td />
          {[kept, other].map(({ id, name }) => (
            <th key={id} scope="col">
              <Link to="/estate/$id" params={{ id }}>
                <bdi>{name}</bdi>
              </Link>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, texts, shown }) => (
          <tr key={name} data-differs={texts[0] !== texts[1] || undefined}>
            <th scope="row">
              {name}
              {texts[0] !== texts[1] && <span className="f-pair-differs">differs</span>}
            </th>
            {texts.map((text, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the two sides stay where they are
              <td key={at}>{text === '' ? <span className="f-dim">–</span> : (shown?.[at] ?? <bdi>{text}</bdi>)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
