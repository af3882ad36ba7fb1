/** A run of text set at a place of a page: points from its bottom left corner. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly texte: string;
  readonly taille?: number;
  readonly gras?: boolean;
}

/** A PDF of the given pages of lines, in Helvetica: small enough to be made by a test. */
export function petitPdf(pages: readonly (readonly string[])[], chiffre = ''): Buffer {
  return pdfPlace(
    pages.map((lignes) => lignes.map((texte, j) => ({ x: 60, y: 780 - j * 14, texte }))),
    chiffre,
  );
}

/** A PDF whose runs of text stand where they are told to, in the order given. */
export function pdfPlace(pages: readonly (readonly Place[])[], chiffre = ''): Buffer {
  const objets: string[] = ['<< /Type /Catalog /Pages 2 0 R >>'];
  const rangs = pages.map((_, i) => 5 + i * 2);
  objets.push(
    `<< /Type /Pages /Kids [${rangs.map((r) => `${r} 0 R`).join(' ')}] /Count ${pages.length} >>`,
  );
  for (const police of ['Helvetica', 'Helvetica-Bold'])
    objets.push(
      `<< /Type /Font /Subtype /Type1 /BaseFont /${police} /Encoding /WinAnsiEncoding >>`,
    );
  for (const [i, places] of pages.entries()) {
    const texte = places
      .map(
        (p) =>
          `BT /F${p.gras === true ? 2 : 1} ${p.taille ?? 11} Tf ${p.x} ${p.y} Td (${echapper(p.texte)}) Tj ET`,
      )
      .join('\n');
    objets.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${6 + i * 2} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>`,
    );
    objets.push(`<< /Length ${texte.length} >>\nstream\n${texte}\nendstream`);
  }
  return ecrire(objets, chiffre);
}

/** The same, protected: the password check of its security dictionary cannot succeed. */
export function pdfChiffre(): Buffer {
  const cle = '00'.repeat(32);
  return petitPdf(
    [['Secret']],
    `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${cle}> /U <${cle}> /P -4 >> /ID [<00> <00>]`,
  );
}

function echapper(texte: string): string {
  return texte.replace(/[\\()]/g, '\\$&');
}

function ecrire(objets: readonly string[], chiffre: string): Buffer {
  let corps = '%PDF-1.4\n';
  const adresses = objets.map((objet, i) => {
    const adresse = corps.length;
    corps += `${i + 1} 0 obj\n${objet}\nendobj\n`;
    return adresse;
  });
  const table = corps.length;
  const lignes = adresses.map((a) => `${String(a).padStart(10, '0')} 00000 n \n`).join('');
  corps += `xref\n0 ${objets.length + 1}\n0000000000 65535 f \n${lignes}`;
  corps += `trailer\n<< /Size ${objets.length + 1} /Root 1 0 R ${chiffre} >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(corps, 'latin1');
}
