import type { VNode } from 'preact';
import type { Machines } from '../site.js';

/** What the head of a page says to the programs that collect references: none of it is run. */
export function TeteMachines({
  machines: { metas = [], jsonld, ailleurs = [], unapi = false },
}: {
  readonly machines: Machines;
}): VNode {
  return (
    <>
      {metas.map(([nom, valeur], i) => (
        <meta key={i} name={nom} content={valeur} />
      ))}
      {ailleurs.map(({ url, type, titre }) => (
        <link key={url} rel="alternate" type={type} title={titre} href={url} />
      ))}
      {unapi && <link rel="unapi-server" type="application/xml" title="unAPI" href="/unapi" />}
      {jsonld !== undefined && <DonneesJson json={jsonld} />}
    </>
  );
}

/** A block of data: no policy lets it run, and nothing in it can close it. */
function DonneesJson({ json }: { readonly json: string }): VNode {
  const sure = json.replace(/[<>&\u2028\u2029]/g, (c) => {
    return `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: sure }} />;
}
