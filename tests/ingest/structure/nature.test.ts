import { describe, expect, it } from 'vitest';
import { texte } from '../../../ingest/formats/texte/index.js';
import { loadProfils } from '../../../ingest/sources/profil.js';
import { understandLayout } from '../../../ingest/stages/understand.js';

const PROFILS = loadProfils();

async function lire(contenu: string) {
  const lecture = await texte.lire(Buffer.from(contenu));
  return understandLayout({ id: 'sha256:0', format: 'texte', lecture }, 'p.txt', PROFILS);
}

const ACTIONS = ['mars', 'mai', 'juin']
  .map(
    (m) =>
      `Atelier de ${m}\n\nOn y parlera du cahier des charges.\n\nPublic : élus\nDate : ${m} 2015\n`,
  )
  .join('\n');

describe('the kind of a document', () => {
  it.each([
    ['« cahier des charges »', 'Ressources et villes\n\nLe cahier des charges est prêt.\n\n'],
    ['« catalogue d’actions »', 'Ressources et villes\n\nPlus qu’un catalogue d’actions.\n\n'],
    ['a title that says « Catalogue »', 'Catalogue 2015 des rencontres\n\n'],
  ])('is a programme when it plans actions, whatever %s says', async (_, debut) => {
    const lu = await lire(debut + ACTIONS);
    expect(lu.type).toBe('programme');
    expect(lu.programme?.axes.flatMap((a) => a.actions)).toHaveLength(3);
  });

  it('is a programme when its title says agenda or calendar', async () => {
    expect((await lire('Agenda 2015 des rencontres\n\nUn texte.\n')).type).toBe('programme');
  });

  it('is a programme when prose under headings tells what will take place', async () => {
    const prose = ['mars', 'mai', 'juin', 'octobre']
      .map((m) => `Atelier de ${m}\n\nEn ${m}, une rencontre réunira les équipes des quartiers.\n`)
      .join('\n');
    expect((await lire(`Nos propositions\n\n${prose}`)).type).toBe('programme');
  });

  it('stays a report when its title says so, and a publication when it plans nothing', async () => {
    expect((await lire(`Rapport d’activité 2015\n\n${ACTIONS}`)).type).toBe('rapport');
    const actes = 'Actes de la journée du 3 mai\n\nOuverture\n\nLe maire a rappelé les enjeux.\n';
    expect((await lire(actes)).type).toBe('publication');
  });
});

describe('a file that gives fewer pages than it announces', () => {
  it('is read with an alert', async () => {
    const lecture = { ...(await texte.lire(Buffer.from(ACTIONS))), pagesAnnoncees: 4 };
    const lu = understandLayout({ id: 'sha256:0', format: 'pdf', lecture }, 'p.pdf', PROFILS);
    expect(lu.reparations?.alertes[0]).toMatchObject({
      code: 'pages-manquantes',
      gravite: 'erreur',
    });
    expect(lu.reparations?.alertes[0]?.message).toContain('4 pages, et 1 seulement');
  });
});
