import cliProgress from 'cli-progress';
import type { Etape, Progression } from '../../ingest/report.js';
import type { Output } from './output.js';

const ETAPES: Readonly<Record<Etape, string>> = {
  attente: 'Une autre opération écrit dans cette base : attente de sa fin…',
  lecture: 'Lecture',
  notices: 'Notices lues',
  reconnaissance: 'Reconnaissance de caractères, page',
  faits: 'Documents lus',
  graphe: 'Mise à jour du graphe',
  index: 'Mise à jour de l’index',
};

/** Progress of a run: a bar on a terminal, one line a step elsewhere. */
export function progressBar(output: Output): { update: Progression; finish(): void } {
  return output.err.isTTY === true ? terminalBar(output) : plainLines(output);
}

function plainLines(output: Output): { update: Progression; finish(): void } {
  const update: Progression = (etape, fait, total, fichier) => {
    const detail = fichier === undefined ? '' : ` ${fait + 1}/${total} : ${fichier}`;
    output.err.write(`${ETAPES[etape]}${detail}\n`);
  };
  return { update, finish: () => undefined };
}

function terminalBar(output: Output): { update: Progression; finish(): void } {
  const bar = new cliProgress.SingleBar(
    {
      format: '{etape} [{bar}] {value}/{total} {fichier}',
      stream: output.err,
      hideCursor: true,
      clearOnComplete: true,
    },
    cliProgress.Presets.shades_classic,
  );
  let started = false;
  const update: Progression = (etape, fait, total, fichier = '') => {
    const payload = { etape: ETAPES[etape], fichier };
    if (started) bar.setTotal(total);
    else bar.start(total, fait, payload);
    started = true;
    bar.update(fait, payload);
  };
  return { update, finish: () => started && bar.stop() };
}
