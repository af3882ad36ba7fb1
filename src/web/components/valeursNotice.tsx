import type { ComponentChildren, VNode } from 'preact';
import { lireAuteur } from '../../domain/notice.js';
import type { Champ } from '../../questions/fiches/types.js';
import { address } from '../address.js';
import { nomAuteur } from './notices.js';

/** A value of a record as a library's card shows it: languages by their names, numbers and addresses as links. */
export function ValeurNotice({ champ: { nom, valeur } }: { readonly champ: Champ }): VNode {
  const valeurs = Array.isArray(valeur) ? valeur.map(String) : [String(valeur)];
  if (nom === 'langues') return <span>{valeurs.map(nomLangue).join(', ')}</span>;
  const montrer = VALEURS[nom];
  if (valeurs.length === 1 || montrer === undefined) {
    const [seule = ''] = valeurs;
    return (
      <span class="valeur">{montrer === undefined ? valeurs.join(', ') : montrer(seule)}</span>
    );
  }
  return (
    <ul class="valeurs">
      {valeurs.map((v, i) => (
        <li key={i}>{montrer(v)}</li>
      ))}
    </ul>
  );
}

const VALEURS: Readonly<Record<string, (valeur: string) => ComponentChildren>> = {
  auteurs: (ligne) => {
    const auteur = lireAuteur(ligne);
    return `${nomAuteur(auteur)}${auteur.dates === undefined ? '' : `, ${auteur.dates}`}`;
  },
  doi: (doi) => <Ailleurs url={`https://doi.org/${encodeURI(doi)}`} texte={doi} />,
  urls: (url) => (/^https?:\/\//i.test(url) ? <Ailleurs url={url} texte={url} /> : url),
  descripteurs: chercher,
  motsCles: chercher,
  sujetsGeographiques: chercher,
  isbn: (isbn) => isbn,
  issn: (issn) => issn,
};

function Ailleurs({ url, texte }: { readonly url: string; readonly texte: string }): VNode {
  return (
    <a class="adresse" href={url} rel="noreferrer nofollow">
      {texte}
    </a>
  );
}

/** A term leads to the records that have it. */
function chercher(terme: string): VNode {
  return <a href={address('/recherche', { q: `"${terme}"`, type: 'Notice' })}>{terme}</a>;
}

/** « fre » is « français »; a code that no list knows stays as it is. */
function nomLangue(code: string): string {
  try {
    return new Intl.DisplayNames('fr', { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}
