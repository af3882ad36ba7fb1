import type { Notice } from '../../domain/notice.js';

/** Volume and issue of « vol. 12, n° 3 »; all of it as the issue when it is said another way. */
export function separerNumero(numero: string): {
  volume?: string;
  numero?: string;
  exact: boolean;
} {
  const m = /^(?:vol\. (\d[^,]*))?(?:(?:^|, )n° (\d[^,]*))?$/u.exec(numero);
  const [, volume, n] = m ?? [];
  if (volume === undefined && n === undefined) return { numero, exact: false };
  return {
    ...(volume === undefined ? {} : { volume }),
    ...(n === undefined ? {} : { numero: n }),
    exact: true,
  };
}

/** First and last page of « 12-18 ». */
export function separerPages(pagination: string): { debut: string; fin?: string } {
  const m = /^(\d+)-(\d+)$/.exec(pagination);
  return m === null ? { debut: pagination } : { debut: m[1] ?? '', fin: m[2] ?? '' };
}

/** The title as catalogues print it: « Titre : complément ». */
export function titreEntier({ titre, complement }: Pick<Notice, 'titre' | 'complement'>): string {
  return complement === undefined ? titre : `${titre} : ${complement}`;
}

/** True when a reader of the whole title would not find the title again without being told where it ends. */
export function titreAmbigu({ titre, complement }: Pick<Notice, 'titre' | 'complement'>): boolean {
  return complement !== undefined || /[ \u00a0\u202f]:[ \u00a0\u202f]/.test(titre);
}
