import { createQueryBook } from '../../src/graph/cypher.js';
import { openEmbeddedGraph } from '../../src/graph/embedded/graphe.js';
import { graphContract } from './graph.js';

const book = createQueryBook(process.cwd());
graphContract('embedded graph', (dossier) => openEmbeddedGraph(dossier, book, { ecriture: true }));
