export type BenchOptions = {
  /** Numbers of tickets, rising. */
  sizes: number[];
  /** Writes docs/bench.md and docs/bench.json; otherwise the table is printed. */
  write: boolean;
  /** Only this is measured, beside as many tickets as the smallest size; the other figures stay as they were written. */
  only: 'mail' | 'billing' | null;
  /** Milliseconds that each measurement may take at most. */
  milliseconds: number;
};

/** `--quick` (without the million), `--sizes=1000,5000`, `--mail`, `--billing`, `--write`, `--seconds=3`. Throws on anything else. */
export function benchOptions(args: readonly string[]): BenchOptions {
  const options: BenchOptions = { sizes: [10_000, 100_000, 1_000_000], write: false, only: null, milliseconds: 2_000 };
  for (const arg of args) {
    const [name, value = ''] = arg.split('=');
    if (arg === '--quick') options.sizes = [10_000, 100_000];
    else if (arg === '--write') options.write = true;
    else if (arg === '--mail' || arg === '--billing') options.only = arg === '--mail' ? 'mail' : 'billing';
    else if (name === '--sizes')
      options.sizes = value
        .split(',')
        .map(Number)
        .toSorted((a, b) => a - b);
    else if (name === '--seconds') options.milliseconds = Number(value) * 1000;
    else
      throw new Error(
        `"${arg}" is not known; there are --quick, --sizes=1000,5000, --mail, --billing, --write and --seconds=2.`,
      );
  }
  if (options.sizes.length === 0 || options.sizes.some((size) => !Number.isInteger(size) || size < 100))
    throw new Error('--sizes takes whole numbers from 100 on, parted by commas.');
  return options;
}
