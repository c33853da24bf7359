import { UsageError, type Verb } from '../verb.ts';

export const verifyVerb: Verb = {
  summary: 'Show that what is derived is what the event log makes of it',
  usage: 'verify sla',
  help: `Makes the service level clocks of every ticket anew from the event log, in memory, and compares them with those that are
stored. It changes nothing, and may run beside Fettle: a ticket that somebody works on meanwhile is looked at again while it is
locked.

Each difference is a line. The exit code is 0 where there is none, else 1.`,
  run,
};

async function run(args: string[]): Promise<number> {
  if (args.length !== 1 || args[0] !== 'sla') throw new UsageError('verify takes what is to be verified: sla.');
  // The program takes a while to load; help and wrong use need none of it.
  const { withInstallation } = await import('../installation.ts');
  const { verifyClocks } = await import('#server/practices/service-level/index.ts');
  return withInstallation(async (services) => {
    const began = performance.now();
    const { tickets, clocks, unknown, differences } = await verifyClocks(services, (done) => {
      if (done % 10_000 === 0) console.error(`${done} tickets compared`);
    });
    for (const difference of differences) console.log(difference);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(
      `${clocks} clocks of ${tickets} tickets made anew from the log in ${seconds} s: ${differences.length || 'no'} differences.`,
    );
    if (unknown > 0) console.log(`${unknown} tickets were logged before promises were kept and could not be compared.`);
    return differences.length > 0 ? 1 : 0;
  });
}
