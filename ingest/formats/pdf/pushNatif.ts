import { runInNewContext } from 'node:vm';

/**
 * Gives arrays the engine's own `push` back. pdfjs replaces it in its process by one written in JavaScript,
 * for a defect of no consequence here (it may write past a frozen length): a fifth of its reading time.
 */
export function restorePush(): void {
  const value: unknown = runInNewContext('Array.prototype.push');
  Object.defineProperty(Array.prototype, 'push', { value, writable: true, configurable: true });
}
