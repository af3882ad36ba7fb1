import { codeDuRole } from '../../../domain/codesUnimarc.js';
import type { Auteur, Notice } from '../../../domain/notice.js';
import type { NoticeExportee } from '../notices.js';
import { rendreAutres } from './autres.js';
import type { ChampEcrit, NoticeEcrite } from './champ.js';
import { champ } from './champ.js';
import { champsCodes, guideDe, materielDe, sujet } from './coder.js';

/** The UNIMARC fields of a notice, those that the model has no place for written back. */
export function composerUnimarc({ id, notice, autres, url }: NoticeExportee): NoticeEcrite {
  const premiers = [champ('001', '', ['', id]), champ('003', '', ['', url])];
  const propres = [
    ...notice.isbn.map((n) => champ('010', '  ', ['a', n])),
    ...(enPartie(notice) ? [] : notice.issn.map((n) => champ('011', '  ', ['a', n]))),
    champ('017', '7 ', ['a', notice.doi], ['2', notice.doi === undefined ? undefined : 'doi']),
    ...champsCodes(notice),
    champ('101', '0 ', ...notice.langues.map((l) => ['a', l] as const)),
    champ('200', '1 ', ['a', notice.titre], ['b', materielDe(notice)], ['e', notice.complement]),
    champ('210', '  ', ...repeter('a', notice.lieu), ...repeter('c', notice.editeur), [
      'd',
      notice.date?.imprimee,
    ]),
    champ('215', '  ', ['a', notice.pagination]),
    champ('225', '2 ', ['a', notice.collection]),
    ...(notice.resume ?? '').split('\n').map((ligne) => champ('330', '  ', ['a', ligne])),
    ...hote(notice),
    ...notice.descripteurs.map((terme) => sujet('606', ' 1', terme)),
    ...notice.sujetsGeographiques.map((lieu) => sujet('607', '  ', lieu)),
    ...notice.motsCles.map((terme) => champ('610', '0 ', ['a', terme])),
    cote(notice),
    ...notice.auteurs.map((auteur, i) => responsabilite(auteur, i === 0)),
    ...notice.urls.map((u) => champ('856', '4 ', ['u', u])),
    ...exemplaires(notice),
  ];
  const pleins = (champs: readonly (ChampEcrit | null)[]) => champs.filter((c) => c !== null);
  return {
    guide: guideDe(notice),
    champs: [...pleins(premiers), ...rendreAutres(pleins(propres), autres)],
  };
}

/** Values that reading joined by « ; ». */
function repeter(code: string, valeur: string | undefined): (readonly [string, string])[] {
  return (valeur ?? '').split(' ; ').map((v) => [code, v] as const);
}

/** An article or an issue: its ISSN is that of the periodical, told with it. */
function enPartie({ type, hote: titre, issn }: Notice): boolean {
  return (
    (type === 'article' || type === 'numéro de périodique') &&
    (titre !== undefined || issn.length > 0)
  );
}

/** 461 the periodical or the whole, 463 the issue, marked as PMB links them. */
function hote(notice: Notice): (ChampEcrit | null)[] {
  const { type, hote: titre, numero, issn } = notice;
  if (type !== 'article' && type !== 'numéro de périodique') {
    return [champ('461', ' 0', ['t', titre], ['v', numero])];
  }
  const periodique = champ('461', ' 0', ['t', titre], ...issn.map((n) => ['x', n] as const));
  const lien = type === 'article' ? 'lnk:bull' : undefined;
  return [periodique, champ('463', ' 0', ['v', numero], ['9', lien])];
}

/** 700 and 710 for the first author, 701 and 711 for the others, 702 and 712 for those who did something else. */
function responsabilite(
  { nom, prenom, dates, collectif, role }: Auteur,
  premier: boolean,
): ChampEcrit | null {
  const rang = role !== 'auteur' ? '2' : premier ? '0' : '1';
  const qui = [
    ['a', nom],
    ['b', prenom],
    ['f', dates],
    ['4', codeDuRole(role)],
  ] as const;
  return collectif === true ? champ(`71${rang}`, '02', ...qui) : champ(`70${rang}`, ' 1', ...qui);
}

/** The call number is told with a copy that has it; else as a class, of Dewey (676) or of the centre (686). */
function cote({ cote: valeur, exemplaires: lignes }: Notice): ChampEcrit | null {
  if (valeur === undefined || lignes.some((l) => l.split(' ; ').includes(valeur))) return null;
  if (/^\d{3}(?:\.\d+)?$/.test(valeur)) return champ('676', '  ', ['a', valeur]);
  return champ('686', '  ', ['a', valeur], ['2', 'local']);
}

function exemplaires({ cote: valeur, exemplaires: lignes }: Notice): (ChampEcrit | null)[] {
  const porteuse = lignes.findIndex((l) => valeur !== undefined && l.split(' ; ').includes(valeur));
  return lignes.map((ligne, i) =>
    champ('995', '  ', ['k', i === porteuse ? valeur : undefined], ['u', ligne]),
  );
}
