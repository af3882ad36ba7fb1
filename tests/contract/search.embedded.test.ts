import { openTemporarySearch } from '../support/index-temporaire.js';
import { searchContract } from './search.js';

searchContract('SQLite FTS5', openTemporarySearch);
