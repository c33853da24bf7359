import { failureText } from './failure.ts';
import { helpText, verbHelp } from './help.ts';
import { UsageError } from './verb.ts';
import { VERBS } from './verbs.ts';

const WRONG_USE = 2;
const HELP = ['help', '--help', '-h'];

async function main([name = 'help', ...args]: string[]): Promise<number> {
  const wantsHelp = HELP.includes(name) || args.includes('--help') || args.includes('-h');
  if (wantsHelp) return help(HELP.includes(name) ? args[0] : name);
  const verb = VERBS[name];
  if (!verb) return help(name);
  try {
    return await verb.run(args);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`${error.message}\n\nfettle ${verb.usage}`);
    return WRONG_USE;
  }
}

function help(name: string | undefined): number {
  const text = name === undefined ? helpText() : verbHelp(name);
  if (text === null) {
    console.error(`There is no verb "${name}".\n\n${helpText()}`);
    return WRONG_USE;
  }
  console.log(text);
  return 0;
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(failureText(error));
    process.exit(1);
  },
);
