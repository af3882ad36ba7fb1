import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ledgerFile } from '../../../ingest/decisions/registre.js';
import { rebuild, retract } from '../../../ingest/main.js';
import { verifyFacts } from '../../../src/facts/verify.js';
import { ingestInto, portsFor } from '../../support/base.js';
import { dossierTemporaire } from '../../support/dossier.js';
import { dossierDuFichier } from '../../support/dossierDuFichier.js';
import { exported, read, ris, take, write } from '../../support/fondsDecide.js';

const PROGRAMME = `PROGRAMME D'ACTIVITÉS 2012

SOMMAIRE
Axe 1 : Observer .......... 1
Axe 2 : Former .......... 2
Axe 3 : Publier .......... 3

AXE 1 : OBSERVER

Action 1.1 : Penser l’égalité et agir contre les discriminations dans les quartiers
Publics visés : chefs de projet des contrats de ville
Calendrier : janvier à juin 2012
Territoires concernés : Seine-et-Marne
Intervenants : Jacques Donzelot, sociologue, auteur de « Quand la ville se défait », Éric Maurin, économiste

Action 1.2 : Enquête auprès des habitants de Melun
Publics visés : habitants des quartiers prioritaires
Calendrier : 2e semestre 2012
Territoires concernés : Melun
Intervenants : Anne Roy, directrice de la Mission locale de Melun

AXE 2 : FORMER

Action 2.1 : La médiation sociale
Publics visés : médiateurs
Calendrier : automne 2012
Territoires concernés : Melun, Meaux
Intervenants : Marie-Hélène Bacqué, sociologue

AXE 3 : PUBLIER

Publications

• Habiter la ville de Meaux et ses quartiers anciens (actes de la journée)
• Penser l’égalité et agir contre les discriminations dans les quartiers (cahier)
`;

const FONDS =
  ris('P1', [
    ['TI', 'Penser l’égalité et agir contre les discriminations dans les quartiers : actes'],
    ['PY', '2013'],
  ]) +
  ris('P2', [['TI', 'Penser l’égalité et agir contre les discriminations dans les quartiers']]) +
  ris('P3', [
    ['TI', 'Penser l’égalité et agir contre les discriminations dans les quartiers'],
    ['AU', 'Petit, Luc'],
    ['PY', '1998'],
  ]) +
  ris('P4', [
    ['TI', 'Habiter la ville de Meaux et ses quartiers anciens'],
    ['PY', '2012'],
  ]) +
  ris('A1', [
    ['TI', 'Quand la ville se défait : quelle politique face à la crise des banlieues ?'],
    ['AU', 'Donzelot, Jacques'],
    ['PY', '2006'],
  ]) +
  ris('A2', [
    ['TI', 'Le ghetto français'],
    ['AU', 'Maurin, Éric'],
    ['PY', '2004'],
  ]) +
  ris('A3', [
    ['TI', 'Les jeunes de Melun et les contrats de ville'],
    ['AU', 'Roy, Anne'],
    ['PB', 'Mission locale de Melun'],
    ['PY', '2010'],
  ]) +
  ris('A4', [
    ['TI', 'Dix ans de médiation sociale'],
    ['AU', 'Bacqué, Marie-Hélène'],
    ['PY', '2009'],
  ]);

const ACTION = 'action:77-programme-d-activites-2012-observer-1';
const MEDIATION = 'action:77-programme-d-activites-2012-former-1';
const notice = (cle: string) => `notice:fonds-ris-${cle}`;

/** What a record documents among actions, publications and people: « vers, règle, score ». */
function documents(data: string, cle: string): string[] {
  return read(data, (facts) =>
    facts
      .relations({ de: notice(cle), type: 'DOCUMENTE' })
      .filter((r) => /^(?:action|publication|personne):/.test(r.vers))
      .flatMap((r) =>
        facts
          .faits(r.faits)
          .map(
            (f) =>
              `${r.vers.replace(/77-programme-d-activites-2012-/, '')} ${f.regle} ${r.proprietes.score ?? ''}`,
          ),
      )
      .sort(),
  );
}

const proposees = (data: string) =>
  read(data, (facts) => facts.alertes().filter((a) => a.code.endsWith('-a-confirmer')));

function sources(dossier: string): [string, string] {
  return [write(dossier, 'programme-2012.txt', PROGRAMME), write(dossier, 'fonds.ris', FONDS)];
}

describe('a record and the programme', () => {
  const dossier = dossierDuFichier();
  const data = join(dossier, 'data');
  let fichiers: [string, string] = ['', ''];
  beforeAll(async () => {
    fichiers = sources(join(dossier, 'sources'));
    await ingestInto(data, fichiers);
  }, 120_000);

  it('that has its title within the three years documents the action, with both passages', () => {
    expect(documents(data, 'p1')).toEqual(
      expect.arrayContaining(['action:observer-1 publication-de-l-action@1 80']),
    );
    read(data, (facts) => {
      const [lien] = facts.relations({ de: notice('p1'), vers: ACTION });
      const [fait] = facts.faits(lien?.faits ?? []);
      expect(fait?.statut).toBe('deduit');
      const documents = fait?.preuves.flatMap((p) => ('document' in p ? [p.document] : []));
      expect(new Set(documents).size).toBe(2);
      expect(facts.faits(fait?.sources ?? [])).toHaveLength(fait?.sources?.length ?? -1);
      expect(verifyFacts(facts).fautes).toEqual([]);
    });
  });

  it('documents the publication announced, and the action that it comes of', () => {
    expect(documents(data, 'p4')).toEqual([
      'publication:habiter-la-ville-de-meaux-et-ses-quartiers-anciens publication-annoncee@1 80',
    ]);
    expect(documents(data, 'p1').filter((d) => d.includes('publication-annoncee'))).toHaveLength(2);
  });

  it('is a proposal when its year is not said, and nothing when it came before', () => {
    expect(documents(data, 'p2')).toEqual([]);
    expect(documents(data, 'p3')).toEqual([]);
    const messages = proposees(data).map((a) => a.message);
    const siens = messages.filter((m) => m.includes(`(${notice('p2')})`) && m.includes(ACTION));
    expect(siens).toHaveLength(1);
    expect(siens[0]).toContain('l’année n’est pas dite');
    expect(siens[0]).toMatch(/page 1 : « Penser l’égalité/);
    expect(messages.filter((m) => m.includes(`(${notice('p3')})`))).toEqual([]);
  });

  it('by one who takes part, cited by the programme, documents that person and that action', () => {
    expect(documents(data, 'a1')).toEqual([
      'action:observer-1 oeuvre-citee@1 95',
      'personne:jacques-donzelot auteur-cite@1 95',
    ]);
  });

  it('published by the organisation of one who takes part documents them; another subject, not their action', () => {
    expect(documents(data, 'a3')).toEqual(['personne:anne-roy auteur-et-organisme@1 85']);
  });

  it('by a namesake is a proposal, never a tie, even on one subject', () => {
    expect(documents(data, 'a2')).toEqual([]);
    expect(documents(data, 'a4')).toEqual([]);
    const auteurs = proposees(data).filter((a) => a.code === 'auteur-a-confirmer');
    expect(auteurs.map((a) => a.citation).sort()).toEqual([
      'Dix ans de médiation sociale',
      'Le ghetto français',
    ]);
    expect(auteurs.map((a) => a.message).join('\n')).toContain(
      'même nom, et même sujet que « La médiation sociale »',
    );
  });

  it('read again, rebuilt, or read in another order gives the very export', async () => {
    const avant = exported(data);
    expect(await ingestInto(data, fichiers)).toMatchObject({ ecritures: 0 });
    expect(await rebuild(portsFor(data))).toMatchObject({ ecritures: 0 });
    expect(exported(data)).toBe(avant);
    const autre = join(dossierTemporaire(), 'data');
    for (const fichier of [...fichiers].reverse()) await ingestInto(autre, [fichier]);
    expect(exported(autre)).toBe(avant);
  }, 120_000);
});

describe('a decision on a proposal', () => {
  it('makes the tie or refuses it, ends the alert, is replayed, and undone brings it back', async () => {
    const dossier = dossierTemporaire();
    const data = join(dossier, 'data');
    const fichiers = sources(join(dossier, 'sources'));
    await ingestInto(data, fichiers);
    const avant = exported(data);
    const lien = (cle: string, objet: string) => ({
      sujet: notice(cle),
      predicat: 'DOCUMENTE',
      objet,
    });
    const pris = await take(
      data,
      { type: 'ajouter', fait: lien('a4', 'personne:marie-helene-bacque') },
      { type: 'rejeter', fait: lien('a2', 'personne:eric-maurin') },
      { type: 'rejeter', fait: lien('p1', ACTION) },
    );
    expect(pris.alertes).toEqual([]);
    expect(documents(data, 'a4')).toEqual([
      'action:former-1 oeuvre-d-intervenant@1 80',
      'personne:marie-helene-bacque decision@1 ',
    ]);
    expect(documents(data, 'p1').join(' ')).not.toContain('action:');
    expect(proposees(data).filter((a) => a.code === 'auteur-a-confirmer')).toEqual([]);
    read(data, (facts) => {
      expect(facts.relations({ de: notice('a4'), vers: MEDIATION })).toHaveLength(1);
      expect(verifyFacts(facts).fautes).toEqual([]);
    });
    const decide = exported(data);
    const autre = join(dossier, 'autre');
    mkdirSync(autre, { recursive: true });
    copyFileSync(ledgerFile(data), ledgerFile(autre));
    for (const fichier of [...fichiers].reverse()) await ingestInto(autre, [fichier]);
    expect(exported(autre)).toBe(decide);
    for (const { id } of pris.ajoutees) await take(data, { type: 'annuler', decision: id });
    expect(exported(data)).toBe(avant);
  }, 240_000);

  it('leaves no tie once the programme is withdrawn', async () => {
    const dossier = dossierTemporaire();
    const data = join(dossier, 'data');
    const [programme, fonds] = sources(join(dossier, 'sources'));
    await ingestInto(data, [fonds]);
    const avant = exported(data);
    await ingestInto(data, [programme]);
    await retract(portsFor(data), 'programme-2012.txt');
    expect(exported(data)).toBe(avant);
  }, 120_000);
});
