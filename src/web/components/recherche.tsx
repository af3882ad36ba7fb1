import type { VNode } from 'preact';
import { site } from '../messages.js';

/** One box for words and for questions. */
export function BoiteRecherche({
  q,
  grande = false,
}: {
  readonly q: string;
  readonly grande?: boolean;
}): VNode {
  return (
    <search class={grande ? 'recherche recherche-grande' : 'recherche'}>
      <form action="/recherche" method="get">
        <label class="hors-ecran" for="q">
          {site.champRecherche}
        </label>
        <input
          id="q"
          name="q"
          type="search"
          value={q}
          placeholder={site.champRecherche}
          maxLength={500}
          autocomplete="off"
          spellcheck={false}
          required
        />
        <button type="submit">{site.rechercher}</button>
      </form>
    </search>
  );
}

const DEBUT = '\uE000';
const FIN = '\uE001';

/** True when an extract holds a word that was looked for. */
export function estMarque(texte: string): boolean {
  return texte.includes(DEBUT);
}

/** An extract of the index: what stands between U+E000 and U+E001 is marked. */
export function Extrait({ texte }: { readonly texte: string }): VNode {
  const [avant = '', ...suites] = texte.split(DEBUT);
  return (
    <p class="extrait">
      {avant}
      {suites.map((suite) => {
        const [marque = '', ...reste] = suite.split(FIN);
        return [<mark>{marque}</mark>, reste.join('')];
      })}
    </p>
  );
}
