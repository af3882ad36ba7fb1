/** A PDF of the given pages of lines, in Helvetica: small enough to be made by a test. */
export function petitPdf(pages: readonly (readonly string[])[], chiffre = ''): Buffer {
  const objets: string[] = ['<< /Type /Catalog /Pages 2 0 R >>'];
  const rangs = pages.map((_, i) => 4 + i * 2);
  objets.push(
    `<< /Type /Pages /Kids [${rangs.map((r) => `${r} 0 R`).join(' ')}] /Count ${pages.length} >>`,
  );
  objets.push('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  pages.forEach((lignes, i) => {
    const texte = lignes
      .map((l, j) => `BT /F1 11 Tf 60 ${780 - j * 14} Td (${echapper(l)}) Tj ET`)
      .join('\n');
    objets.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + i * 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
    );
    objets.push(`<< /Length ${texte.length} >>\nstream\n${texte}\nendstream`);
  });
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
