/** What two clients had in common while it lasted, as Harbour IT calls it, as clients read it, and what a second client’s people tell of it. */
export const CARRIER = {
  /** The outage of the first of them, where there is one like it. */
  of: 'No internet at %',
  title: 'The carrier lost its line into the city',
  toldTitle: 'The carrier’s line is down',
  alike: ['Nothing outside can be reached', 'Calls to customers fail, and the web does not open'],
  updates: [
    'The carrier has found where the line is broken. People are on their way there.',
    'Work on the line has begun. The way around is up for what cannot wait.',
    'The line is being put together again. The carrier expects it within the hour.',
  ],
  end: { resolutionCode: 'vendor_fixed', resolutionNote: 'The carrier mended its line.' },
} as const;
