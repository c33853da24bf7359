import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupAlike, likeness, titleWords } from './alike.ts';

const grouped = (...titles: string[]) =>
  groupAlike(titles.map((title) => ({ title }))).map((g) => g.map((t) => t.title));

describe('alike titles', () => {
  it('are grouped whatever number, case, accent or mail prefix they carry', () => {
    expect(
      grouped(
        'Disk C: 95 % full on SRV-01',
        'E-mail does not arrive',
        'RE: Mail down',
        'DISK D: 97 % full on SRV-02',
        'Fwd: mail down!',
        'Café printer jam',
        'Printer jam: cafe',
        'mail DOWN',
      ),
    ).toEqual([
      ['RE: Mail down', 'Fwd: mail down!', 'mail DOWN'],
      ['Disk C: 95 % full on SRV-01', 'DISK D: 97 % full on SRV-02'],
      ['Café printer jam', 'Printer jam: cafe'],
    ]);
  });

  it('never groups titles without words', () => {
    expect(grouped('123', '456', '!!', '')).toEqual([]);
  });

  it('agrees with set arithmetic, and puts nothing twice', () => {
    const title = fc.array(fc.constantFrom('mail', 'down', 'printer', 'offline', 'vpn', '42'), { maxLength: 5 });
    fc.assert(
      fc.property(title, title, (a, b) => {
        const [left, right] = [titleWords(a.join(' ')), titleWords(b.join(' '))];
        const all = new Set([...left, ...right]);
        const common = [...left].filter((word) => right.has(word)).length;
        expect(likeness(left, right)).toBe(all.size === 0 ? 0 : common / all.size);
      }),
    );
    fc.assert(
      fc.property(fc.array(title, { maxLength: 30 }), (titles) => {
        const items = titles.map((words) => ({ title: words.join(' ') }));
        const members = groupAlike(items).flat();
        expect(new Set(members).size).toBe(members.length);
      }),
    );
  });
});
