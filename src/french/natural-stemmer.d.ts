/** The only part of `natural` that is used: its main entry is slow to load and prints on stdout. */
declare module 'natural/lib/natural/stemmers/porter_stemmer_fr.js' {
  const stemmer: { stem(token: string): string };
  export default stemmer;
}
