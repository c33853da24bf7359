import { failureText } from './failure.ts';
import { helpText } from './help.ts';
import { UsageError } from './verb.ts';
import { VERBS } from './verbs.ts';

const WRONG_USE = 2;

async function main([name = 'help', ...args]: string[]): Promise<number> {
  const verb = VERBS[name];
  if (['help', '--help', '-h'].includes(name)) {
    console.log(helpText(args[0]));
    return 0;
  }
  if (!verb) {
    console.error(`There is no verb "${name}".\n\n${helpText()}`);
    return WRONG_USE;
  }
  if (args.includes('--help') || args.includes('-h')) {
    console.log(helpText(name));
    return 0;
  }
  try {
    return await verb.run(args);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`${error.message}\n\nfettle ${verb.usage}`);
    return WRONG_USE;
  }
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(failureText(error));
    process.exit(1);
  },
);
