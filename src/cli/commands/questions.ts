import type { Command } from 'commander';
import type { CommandContext, CommonOptions } from '../context.js';
import { configOf, wholeNumber, withReaders } from '../context.js';
import { json, line } from '../output.js';
import { printAnswer, printHits } from '../render.js';

export function addAsk(program: Command, context: CommandContext): void {
  program
    .command('ask')
    .description('poser une question en français')
    .argument('<question>', 'la question, entre guillemets')
    .addHelpText('after', '\nExemple : maillage ask "Quelles actions touchent Sarcelles ?"')
    .action(async (question: string, options: CommonOptions) => {
      await withReaders(configOf(context, options), async (readers) => {
        const { openGazetteer } = await import('../../engines.js');
        const { createQuestions } = await import('../../questions/questions.js');
        const questions = createQuestions({ ...readers, gazetteer: openGazetteer() });
        const reponse = await questions.demander(question);
        if (options.json === true) json(context.output, reponse);
        else printAnswer(context.output, reponse);
      });
    });
}

interface SearchOptions extends CommonOptions {
  readonly limit: number;
}

export function addSearch(program: Command, context: CommandContext): void {
  program
    .command('search')
    .description('chercher des mots dans tout ce qui a été lu')
    .argument('<mots>', 'les mots, entre guillemets')
    .option('--limit <n>', 'nombre de résultats montrés', wholeNumber('--limit', 1, 1000), 20)
    .addHelpText('after', '\nExemple : maillage search "médiation santé" --limit 5')
    .action(async (mots: string, options: SearchOptions) => {
      await withReaders(configOf(context, options), async ({ recherche, faits }) => {
        const { situerResultats } = await import('../../questions/lieuxResultats.js');
        const trouve = await recherche.chercher({
          mots,
          limite: options.limit,
          decalage: 0,
          filtres: {},
        });
        const situes = situerResultats(faits, trouve.resultats);
        const resultats = situes.map((r) => ({
          ...r,
          extrait: r.extrait.replace(/[\uE000\uE001]/g, ''),
        }));
        if (options.json === true) return json(context.output, { ...trouve, resultats });
        printHits(context.output, { ...trouve, resultats: situes });
        if (trouve.total === 0) {
          const documents = faits.documents();
          line(
            context.output,
            `Cherché dans ${documents.map((d) => `« ${d.titre} »`).join(', ') || 'une base vide'}.`,
          );
        }
      });
    });
}
