import { EXIT, explainError } from './cli/errors.js';
import { createProgram } from './cli/program.js';

const output = { out: process.stdout, err: process.stderr };

// `maillage export | head` closes the pipe early: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? EXIT.done : EXIT.refused);
});

try {
  const program = createProgram({ output, env: process.env });
  if (process.argv.length === 2) {
    program.outputHelp();
    process.exitCode = EXIT.usage;
  } else await program.parseAsync();
} catch (error) {
  const { text, code } = explainError(error, process.env);
  if (text !== '') process.stderr.write(`${text}\n`);
  process.exitCode = code;
}
