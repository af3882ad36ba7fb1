/** The part of @citation-js that the tests read our exports back with: it has no types of its own. */
declare module '@citation-js/core' {
  export const plugins: {
    readonly input: {
      chain(
        texte: string,
        options: { readonly generateGraph: boolean },
      ): readonly Readonly<Record<string, unknown>>[];
    };
  };
}
declare module '@citation-js/plugin-ris';
