import { Popover, UnstyledButton } from '@mantine/core';
import type { ItemAttribute } from '#shared/estate.ts';
import { PASSING_ATTRIBUTES } from '#shared/estate-words.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { LongText } from './long-text.tsx';
import { SOURCE_WORDS, valueWords } from './words.ts';

/** What is known of an item, and beside each value who says so. */
export function Attributes({ attributes }: { attributes: readonly ItemAttribute[] }) {
  const known = attributes.filter(({ value }) => value !== null && value !== '');
  if (known.length === 0)
    return <p className="f-dim">Nothing is known yet. Edit the item, or connect a source that tells of it.</p>;
  return (
    <table className="f-attributes">
      <tbody>
        {known.map((one) => (
          <tr key={one.key}>
            <th scope="row">
              <bdi>{one.name}</bdi>
            </th>
            <td>
              <Value attribute={one} /> <WhoSays attribute={one} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Value({ attribute: { name, value, type, unit } }: { attribute: ItemAttribute }) {
  if (type === 'url' && typeof value === 'string')
    return (
      <a href={value} target="_blank" rel="noopener noreferrer">
        <span className="f-long" data-cut>
          <bdi>{value}</bdi>
        </span>
      </a>
    );
  return <LongText text={valueWords(value, type, unit)} what={name} />;
}

/** The small “why?” beside a value: every source that speaks of it, the one that is believed first. */
function WhoSays({ attribute: { key, name, said, type, unit } }: { attribute: ItemAttribute }) {
  const differ = !PASSING_ATTRIBUTES.includes(key) && new Set(said.map(({ value }) => String(value))).size > 1;
  return (
    <Popover width={320} position="bottom-start" withArrow trapFocus>
      <Popover.Target>
        <UnstyledButton className="f-why" aria-label={differ ? `Sources differ about ${name}` : `Why ${name}?`}>
          {differ ? 'sources differ' : 'why?'}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <ol className="f-lines">
          {said.map((one, at) => (
            <li key={`${one.kind} ${one.by} ${one.at}`}>
              <span>
                <LongText text={valueWords(one.value, type, unit)} what={`${name} by ${one.by}`} />
                <span className="f-dim">
                  {' '}
                  · <bdi>{one.by}</bdi> ({SOURCE_WORDS[one.kind]}), <TimeAgo at={one.at} />
                  {at === 0 ? ' · believed' : ''}
                </span>
              </span>
            </li>
          ))}
        </ol>
      </Popover.Dropdown>
    </Popover>
  );
}
