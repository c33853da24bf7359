import { Button } from '@mantine/core';
import { useState } from 'react';
import { usePages } from '#web/api/use-pages.ts';
import { SearchField } from '#web/ui/form/search-field.tsx';
import { Section } from '#web/ui/form/section.tsx';

/** What is installed on an item. */
export function Software({ id, count }: { id: string; count: number }) {
  const [q, setQ] = useState('');
  const { rows, more } = usePages('GET /items/{id}/software', { q }, { id });
  if (count === 0) return null;
  return (
    <Section title="Software" help={`${count.toLocaleString()} in all`}>
      <SearchField label="Search software" text={q} onChange={setQ} />
      <table className="f-attributes">
        <thead className="f-hidden">
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Version</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, version, publisher }) => (
            <tr key={`${name} ${version}`}>
              <td>
                <bdi>{name}</bdi> <bdi className="f-dim">{publisher}</bdi>
              </td>
              <td>
                <bdi>{version}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p className="f-dim">Nothing fits.</p>}
      {more && (
        <Button variant="default" size="compact-sm" onClick={more}>
          More
        </Button>
      )}
    </Section>
  );
}
