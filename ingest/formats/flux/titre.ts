/** A title of a file's metadata, or null when it is empty, or the name of a file or a template left there. */
export function titreUtile(texte: string | undefined): string | null {
  const propre = (texte ?? '').replace(/\s+/g, ' ').trim();
  if (propre === '' || propre.length > 300) return null;
  const nomDeFichier = /\.(?:docx?|odt|ott|dotx?|rtf|pdf|indd|html?|qxd)$/i.test(propre);
  const laisse = /^(?:microsoft word|sans (?:titre|nom)|untitled|document\s?\d*$|modèle)/i;
  return nomDeFichier || laisse.test(propre) ? null : propre;
}
