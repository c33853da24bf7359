type Stretch = { readonly from: number | string; readonly to: number | string };

/** From when until when by the clocks of a zone that is named: `Tue, 1 Dec 2026, 02:00 to 04:00 (Europe/London)`. */
export function windowWords({ from, to }: Stretch, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    ...{ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone },
  });
  const [begins, ends] = [format.format(new Date(from)), format.format(new Date(to))];
  const [day, time] = [ends.slice(0, -7), ends.slice(-5)];
  return `${begins} to ${begins.startsWith(day) ? time : ends} (${timeZone.replaceAll('_', ' ')})`;
}
