import { Button, TextInput } from '@mantine/core';
import { BRAND_LENGTHS, MOST_LINKS } from '#shared/brand-words.ts';
import type { EditorProps } from '../types.ts';

type Links = { links: { label: string; url: string }[] };

/** Links at the foot of the portal, in their order. */
export function LinksEditor({ value, readOnly, onChange }: EditorProps<Links>) {
  const { links } = value;
  if (readOnly)
    return links.length === 0 ? (
      <p className="f-plain f-dim">There are none.</p>
    ) : (
      <ul className="f-lines">
        {links.map(({ label, url }) => (
          <li key={`${label} ${url}`}>
            <bdi>{label}</bdi>
            <span className="f-dim">{url}</span>
          </li>
        ))}
      </ul>
    );
  const put = (index: number, part: Partial<Links['links'][number]>) =>
    onChange({ links: links.map((link, at) => (at === index ? { ...link, ...part } : link)) });
  return (
    <>
      {links.map((link, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a link is what stands in its row
        <div className="f-look-row" key={index}>
          <TextInput
            label="Words"
            aria-label={`Words of link ${index + 1}`}
            maxLength={BRAND_LENGTHS.label}
            value={link.label}
            onChange={(event) => put(index, { label: event.currentTarget.value })}
          />
          <TextInput
            label="Address"
            aria-label={`Address of link ${index + 1}`}
            type="url"
            placeholder="https://"
            maxLength={BRAND_LENGTHS.url}
            value={link.url}
            onChange={(event) => put(index, { url: event.currentTarget.value })}
          />
          <Button
            variant="default"
            aria-label={`Remove link ${index + 1}`}
            onClick={() => onChange({ links: links.filter((_, at) => at !== index) })}
          >
            Remove
          </Button>
        </div>
      ))}
      <div>
        <Button
          variant="default"
          disabled={links.length >= MOST_LINKS}
          onClick={() => onChange({ links: [...links, { label: '', url: 'https://' }] })}
        >
          Add a link
        </Button>
      </div>
    </>
  );
}
