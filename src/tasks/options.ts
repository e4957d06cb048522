// Reads the options of a command; one that is not known is answered with a sentence.
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';

/** The values of the options given, the defaults of the others. Ends the command where there is another option. */
export function readOptions<const T extends ParseArgsOptionsConfig>(options: T) {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    const [first] = (error as Error).message.split('. ');
    const known = Object.keys(options).map((name) => `--${name}`);
    console.error(`${first}. There is ${known.join(', ')}.`);
    process.exit(1);
  }
}
